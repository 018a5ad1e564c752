package io.hotline.benchmarks;

import io.hotline.extraction.Article;
import io.hotline.extraction.Extractor;
import io.hotline.extraction.entities.NameTagger;
import io.hotline.extraction.pipeline.StandardExtractor;
import io.hotline.extraction.text.Document;
import io.hotline.extraction.text.PosTagger;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Tokens a second on one thread, on text seen for the first time: the first half of the articles
 * warms the machine up, the second half, which no step has seen, is measured. Where other work
 * shares the machine, the second figure, by the thread's processor time, is the one to compare.
 */
public final class FirstSight {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private FirstSight() {}

  public static void main(String[] args) throws IOException {
    List<String> texts = Articles.read();
    long start = System.nanoTime();
    NameTagger names = NameTagger.load();
    System.out.printf("name tagger loaded in %.2f s%n", (System.nanoTime() - start) / 1e9);
    start = System.nanoTime();
    PosTagger tagger = PosTagger.load();
    System.out.printf(
        "part-of-speech tagger loaded in %.2f s%n", (System.nanoTime() - start) / 1e9);
    measure("tokenize and split", texts, text -> Document.of(text, null).tokenCount());
    measure("tokenize, split, find names", texts, text -> findNames(names, text));
    measure("tokenize, split, tag parts of speech", texts, text -> tag(tagger, text));
    start = System.nanoTime();
    Extractor extractor = StandardExtractor.load();
    System.out.printf("extractor loaded in %.2f s%n", (System.nanoTime() - start) / 1e9);
    measure("extract", texts, text -> extract(extractor, text));
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    System.out.printf("heap in use with the articles: %d MB%n", used >> 20);
  }

  /** Finds names in a text and tells how many tokens it has. */
  public static int findNames(NameTagger tagger, String text) {
    Document document = Document.of(text, null);
    tagger.names(document);
    return document.tokenCount();
  }

  private static int tag(PosTagger tagger, String text) {
    Document document = Document.of(text, null);
    return tagger.tag(document).size();
  }

  private static int extract(Extractor extractor, String text) {
    extractor.extract(Article.of(text));
    return Document.of(text, null).tokenCount();
  }

  /** Prints the tokens a second over the second half of the texts, once the first half is done. */
  public static void measure(String name, List<String> texts, ToIntFunction<String> step) {
    int half = texts.size() / 2;
    run(texts.subList(0, half), step);
    long start = System.nanoTime();
    long processor = THREADS.getCurrentThreadCpuTime();
    long tokens = run(texts.subList(half, texts.size()), step);
    double seconds = (System.nanoTime() - start) / 1e9;
    double busy = (THREADS.getCurrentThreadCpuTime() - processor) / 1e9;
    System.out.printf(
        "%-40s %,12.0f tokens/s, %,12.0f a second of processor time%n",
        name, tokens / seconds, tokens / busy);
  }

  private static long run(List<String> texts, ToIntFunction<String> step) {
    long tokens = 0;
    for (String text : texts) {
      tokens += step.applyAsInt(text);
    }
    return tokens;
  }
}
