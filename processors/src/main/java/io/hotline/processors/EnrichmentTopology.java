package io.hotline.processors;

import static io.hotline.processors.Naming.named;

import io.hotline.extraction.Extractor;
import io.hotline.processors.EnrichmentResult.OfItem;
import io.hotline.processors.EnrichmentResult.OfPartition;
import io.hotline.processors.Outcome.Done;
import io.hotline.processors.Outcome.Rejected;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.Tally;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/**
 * Items to enriched items: each item read leaves as an enriched item, as a dead letter, or is
 * dropped as a repeat, and is counted.
 */
public final class EnrichmentTopology {

  private EnrichmentTopology() {}

  /**
   * Builds it.
   *
   * @param limits how large an item may be
   */
  public static Topology build(
      Namespace namespace,
      Extractor extractor,
      ItemLimits limits,
      Serde<NewsItem> items,
      Serde<EnrichedItem> enriched,
      Serde<Tally> tallies,
      Serde<DeadLetter> deadLetters) {
    StreamsBuilder builder = Naming.builder();
    DeadLetterBranch letters = new DeadLetterBranch(namespace, deadLetters);

    builder.stream(
            Topics.items(namespace).name(),
            Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                .withName("read-items")
                .withTimestampExtractor(new EventTimes()))
        .process(DecodeRecord.as("decode-item", items.deserializer()), named("decode-item"))
        .process(AdmitItem.within(limits), named(AdmitItem.STAGE))
        .mapValues(new EnrichItem(extractor), named(EnrichItem.STAGE))
        .process(CountItem.supplier(), named("count-item"))
        .split(named("by-outcome-"))
        .branch(
            (key, result) -> result instanceof OfItem item && item.outcome() instanceof Done,
            Branched.withConsumer(
                done ->
                    done.mapValues(EnrichmentTopology::enrichedItem, named("unwrap-enriched"))
                        .to(
                            Topics.enriched(namespace).name(),
                            Produced.with(Serdes.String(), enriched).withName("write-enriched")),
                "enriched"))
        .branch(
            (key, result) -> result instanceof OfItem item && item.outcome() instanceof Rejected,
            letters.of("rejected", "dead-letter", EnrichmentTopology::deadLetter))
        .branch(
            (key, result) -> result instanceof OfPartition,
            Branched.withConsumer(
                counted ->
                    counted
                        .mapValues(EnrichmentTopology::tally, named("unwrap-tally"))
                        .to(
                            Topics.tallies(namespace).name(),
                            Produced.with(Serdes.String(), tallies).withName("write-tallies")),
                "tally"))
        .noDefaultBranch();

    return builder.build();
  }

  private static EnrichedItem enrichedItem(EnrichmentResult result) {
    return Outcome.value(((OfItem) result).outcome());
  }

  private static DeadLetter deadLetter(EnrichmentResult result) {
    return Outcome.letter(((OfItem) result).outcome());
  }

  private static Tally tally(EnrichmentResult result) {
    return ((OfPartition) result).tally();
  }
}
