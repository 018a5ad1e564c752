package io.hotline.ingest.publish;

import io.hotline.ingest.IngestReport;
import io.hotline.ingest.NewsSource;
import io.hotline.ingest.Normalized;
import io.hotline.ingest.Outcome;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.Skipped;
import io.hotline.ingest.SourceException;
import io.hotline.ingest.normalize.Normalizer;
import io.hotline.schemas.record.NewsItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads sources as {@link ItemPublisher} does and publishes nothing: it says what would be. */
public final class Rehearsal {

  private final Normalizer normalizer = Normalizer.load();
  private final Consumer<NewsItem> items;
  private final Consumer<String> notices;

  /**
   * @param items told each item that would be published
   * @param notices told why something would not be, and what had to be guessed
   */
  public Rehearsal(Consumer<NewsItem> items, Consumer<String> notices) {
    this.items = items;
    this.notices = notices;
  }

  /** Reads each source to its end and closes it. */
  public IngestReport read(List<NewsSource> sources) {
    Account account = new Account();
    List<String> failures = new ArrayList<>();
    for (NewsSource source : sources) {
      try (source) {
        while (source.hasNext()) {
          read(source.next(), account);
        }
      } catch (SourceException e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
    return account.report(Map.of(), failures);
  }

  private void read(Reading reading, Account account) {
    if (reading instanceof Skipped skipped) {
      account.skipped();
      notices.accept(skipped.reason());
      return;
    }
    Outcome outcome =
        reading instanceof RawDocument document
            ? normalizer.normalize(document)
            : (Rejected) reading;
    if (outcome instanceof Normalized normalized) {
      account.published(normalized.item());
      normalized.notices().forEach(notices);
      items.accept(normalized.item());
    } else if (outcome instanceof Rejected rejected) {
      account.deadLetter(rejected.message());
      notices.accept(rejected.message());
    }
  }
}
