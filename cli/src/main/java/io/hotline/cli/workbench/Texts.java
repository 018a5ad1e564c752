package io.hotline.cli.workbench;

import io.hotline.ingest.NewsSource;
import io.hotline.ingest.Normalized;
import io.hotline.ingest.Outcome;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.Skipped;
import io.hotline.ingest.normalize.Normalizer;
import io.hotline.ingest.sources.SourceOptions;
import io.hotline.ingest.sources.Sources;
import io.hotline.schemas.record.NewsItem;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * News from files or standard input as items, without a cluster: what {@code ingest} would send.
 */
public final class Texts {
  private Texts() {}

  /**
   * Reads a source to its end.
   *
   * @param source who published documents that do not say so themselves
   * @param failures hears of what cannot be read
   * @throws io.hotline.ingest.SourceException if there is no such source
   */
  public static void read(
      String file,
      @Nullable String source,
      InstantSource clock,
      Consumer<NewsItem> items,
      Consumer<String> failures) {
    Normalizer normalizer = Normalizer.load();
    try (NewsSource news = Sources.open(file, clock, SourceOptions.DEFAULT.withSource(source))) {
      while (news.hasNext()) {
        Reading reading = news.next();
        if (reading instanceof RawDocument document) {
          Outcome outcome = normalizer.normalize(document);
          if (outcome instanceof Normalized normalized) {
            items.accept(normalized.item());
          } else if (outcome instanceof Rejected rejected) {
            failures.accept(rejected.message());
          }
        } else if (reading instanceof Rejected rejected) {
          failures.accept(rejected.message());
        } else if (reading instanceof Skipped skipped) {
          failures.accept(skipped.reason());
        }
      }
    }
  }
}
