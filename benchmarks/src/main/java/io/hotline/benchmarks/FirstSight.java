package io.hotline.benchmarks;

import io.hotline.extraction.Article;
import io.hotline.extraction.entities.NameTagger;
import io.hotline.extraction.pipeline.Stage;
import io.hotline.extraction.pipeline.StandardExtractor;
import io.hotline.extraction.text.Document;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * Tokens a second on one thread, for the whole extraction and each of its stages, on text seen for
 * the first time: the first half of the articles, read three times, warms the machine up, as the
 * first minutes of a day do; the second half, which no stage has seen, is measured, each article
 * once. What counts is the thread's processor time, and the time its collector stops it; where
 * other work shares the machine, time by the clock says little.
 */
public final class FirstSight {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int WARM_UPS = 3;

  private final StandardExtractor extractor;
  private final long[] spent = new long[Stage.values().length];
  private long tokens;
  private long last;

  private FirstSight(StandardExtractor extractor) {
    this.extractor = extractor;
  }

  public static void main(String[] args) throws IOException {
    List<String> texts = Articles.read();
    long start = System.nanoTime();
    FirstSight sight = new FirstSight(StandardExtractor.load());
    System.out.printf("extractor loaded in %.2f s%n", (System.nanoTime() - start) / 1e9);
    int half = texts.size() / 2;
    for (int round = 0; round < WARM_UPS; round++) {
      texts.subList(0, half).forEach(sight::read);
    }
    sight.tokens = 0;
    Arrays.fill(sight.spent, 0);
    long collected = collected();
    texts.subList(half, texts.size()).forEach(sight::read);
    sight.print(collected() - collected);
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    System.out.printf("heap in use with the articles: %d MB%n", used >> 20);
  }

  private void read(String text) {
    tokens += Document.of(text, null).tokenCount();
    last = THREADS.getCurrentThreadCpuTime();
    extractor.extract(Article.of(text), this::done);
  }

  private void done(Stage stage) {
    long now = THREADS.getCurrentThreadCpuTime();
    spent[stage.ordinal()] += now - last;
    last = now;
  }

  /** Nanoseconds for which the collector, which works in threads of its own, has run so far. */
  private static long collected() {
    return TimeUnit.MILLISECONDS.toNanos(
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .mapToLong(GarbageCollectorMXBean::getCollectionTime)
            .sum());
  }

  private void print(long collected) {
    long all = Arrays.stream(spent).sum() + collected;
    for (Stage stage : Stage.values()) {
      String name = stage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      print(name, spent[stage.ordinal()], all);
    }
    print("collector", collected, all);
    print("all", all, all);
  }

  private void print(String name, long nanos, long all) {
    System.out.printf(
        Locale.ROOT,
        "%-16s %,12.0f tokens/s, %6.3f us a token, %5.1f %%%n",
        name,
        tokens / (nanos / 1e9),
        nanos / 1e3 / tokens,
        100.0 * nanos / all);
  }

  /** Finds names in a text and tells how many tokens it has. */
  public static int findNames(NameTagger tagger, String text) {
    Document document = Document.of(text, null);
    tagger.names(document);
    return document.tokenCount();
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
