package io.hotline.benchmarks;

import io.hotline.extraction.Article;
import io.hotline.extraction.Extraction;
import io.hotline.extraction.Extractor;
import io.hotline.extraction.entities.NameTagger;
import io.hotline.extraction.pipeline.StandardExtractor;
import io.hotline.extraction.text.Document;
import io.hotline.extraction.text.PosTagger;
import io.hotline.extraction.text.Tags;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The steps of extraction, an article an operation; {@code tokens} is the figure to read. One
 * thread; {@code -t} sets more.
 */
@BenchmarkMode(Mode.Throughput)
@Fork(1)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
public class ExtractionBenchmark {

  /** What is loaded once. */
  @State(Scope.Benchmark)
  public static class Loaded {
    List<String> texts = List.of();
    NameTagger names = NameTagger.load();
    PosTagger tagger = PosTagger.load();
    Extractor extractor = StandardExtractor.load();

    @Setup
    public void read() throws IOException {
      texts = Articles.read();
    }
  }

  /** Where a thread is in the articles, and the tokens it has read. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Reader {
    public long tokens;
    private int next;

    String next(Loaded loaded) {
      String text = loaded.texts.get(next);
      next = (next + 1) % loaded.texts.size();
      return text;
    }

    Document document(Loaded loaded) {
      Document document = Document.of(next(loaded), null);
      tokens += document.tokenCount();
      return document;
    }
  }

  @Benchmark
  public Document tokenize(Loaded loaded, Reader reader) {
    return reader.document(loaded);
  }

  @Benchmark
  public List<NameTagger.Name> findNames(Loaded loaded, Reader reader) {
    return loaded.names.names(reader.document(loaded));
  }

  @Benchmark
  public Tags tagPartsOfSpeech(Loaded loaded, Reader reader) {
    return loaded.tagger.tag(reader.document(loaded));
  }

  @Benchmark
  public Extraction extract(Loaded loaded, Reader reader) {
    Document document = reader.document(loaded);
    return loaded.extractor.extract(Article.of(document.text()));
  }
}
