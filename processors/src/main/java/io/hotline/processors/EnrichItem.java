package io.hotline.processors;

import io.hotline.extraction.Extractor;
import io.hotline.processors.Outcome.Done;
import io.hotline.processors.Outcome.Rejected;
import io.hotline.processors.Outcome.Repeated;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.PubStatus;
import org.apache.kafka.streams.kstream.ValueMapper;

/** One pure call of the extractor for an admitted item. */
final class EnrichItem implements ValueMapper<Outcome<AdmittedItem>, Outcome<EnrichedItem>> {

  static final String STAGE = "enrich-item";

  private final Extractor extractor;

  EnrichItem(Extractor extractor) {
    this.extractor = extractor;
  }

  @Override
  public Outcome<EnrichedItem> apply(Outcome<AdmittedItem> outcome) {
    if (outcome instanceof Done<AdmittedItem> done) {
      return enrich(done.value());
    }
    return outcome instanceof Rejected<AdmittedItem> rejected
        ? new Rejected<>(rejected.letter())
        : new Repeated<>();
  }

  private Outcome<EnrichedItem> enrich(AdmittedItem admitted) {
    try {
      return new Done<>(enriched(admitted.item(), admitted.revision(), extractor));
    } catch (RuntimeException e) {
      // The extractor does no I/O: whatever it throws, it throws because of this one text.
      return admitted.origin().reject(STAGE, "extraction-failed", described(e));
    }
  }

  /** The item with its facts. */
  static EnrichedItem enriched(NewsItem item, Revision revision, Extractor extractor) {
    return item.getPubStatus() == PubStatus.CANCELED
        ? FactsMapping.withoutFacts(item, revision, extractor.version())
        : FactsMapping.enriched(item, revision, extractor.extract(FactsMapping.article(item)));
  }

  private static String described(RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return e
        + (trace.length == 0 ? "" : " at " + trace[0])
        + "; the extractor must not throw on any text: report it with this item";
  }
}
