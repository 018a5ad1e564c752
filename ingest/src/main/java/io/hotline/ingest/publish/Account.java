package io.hotline.ingest.publish;

import io.hotline.ingest.IngestReport;
import io.hotline.schemas.record.DateBasis;
import io.hotline.schemas.record.HealthStatus;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.PubStatus;
import io.hotline.schemas.record.SourceHealth;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of the documents of one source, or of several when added up. */
final class Account {

  private long published;
  private long deadLetters;
  private long skipped;
  private long clamped;
  private long undated;
  private long withdrawn;
  private @Nullable Instant lastSeen;
  private @Nullable Instant lastPublished;
  private @Nullable String lastError;

  void published(NewsItem item) {
    published++;
    clamped += item.getPublishedBasis() == DateBasis.CLAMPED ? 1 : 0;
    undated += item.getPublishedBasis() == DateBasis.ARRIVAL ? 1 : 0;
    withdrawn += item.getPubStatus() == PubStatus.CANCELED ? 1 : 0;
    lastSeen = later(lastSeen, item.getSeen());
    lastPublished = later(lastPublished, item.getPublished());
  }

  void deadLetter(String error) {
    deadLetters++;
    lastError = error;
  }

  void skipped() {
    skipped++;
  }

  void failed(String error) {
    lastError = error;
  }

  long read() {
    return published + deadLetters;
  }

  void add(Account other) {
    published += other.published;
    deadLetters += other.deadLetters;
    skipped += other.skipped;
    clamped += other.clamped;
    undated += other.undated;
    withdrawn += other.withdrawn;
  }

  SourceHealth health(String source, Instant checked) {
    return new SourceHealth(
        source,
        checked,
        lastSeen,
        lastPublished,
        read(),
        published,
        deadLetters,
        clamped,
        undated,
        lastError,
        status(),
        List.of(),
        0,
        0L,
        null);
  }

  private HealthStatus status() {
    if (lastError == null) {
      return HealthStatus.FINE;
    }
    return published == 0 ? HealthStatus.FAILING : HealthStatus.SUSPECT;
  }

  IngestReport report(Map<Integer, Long> lastOffsets, List<String> failures) {
    return new IngestReport(
        read(),
        published,
        deadLetters,
        skipped,
        clamped,
        undated,
        withdrawn,
        lastOffsets,
        failures);
  }

  private static Instant later(@Nullable Instant one, Instant other) {
    return one == null || other.isAfter(one) ? other : one;
  }
}
