package io.hotline.processors;

import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Tally;

/** What leaves the enrichment: what became of an item, or the count of a partition. */
sealed interface EnrichmentResult {

  record OfItem(Outcome<EnrichedItem> outcome) implements EnrichmentResult {}

  record OfPartition(Tally tally) implements EnrichmentResult {}
}
