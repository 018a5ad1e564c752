package io.hotline.processors;

import io.hotline.schemas.record.EnrichedItem;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Counts every record's outcome, and hands the outcomes on. Every record read passes here exactly
 * once, whatever became of it, and the counts are committed in the same transaction as what they
 * count: that is why the sum holds over crashes too.
 *
 * <p>The wall clock decides only when a tally is emitted, never what it says.
 */
final class CountItem
    implements Processor<String, Outcome<EnrichedItem>, String, EnrichmentResult> {

  static final String STORE = "tallies-by-partition";
  static final Duration EMITTED_EVERY = Duration.ofMillis(500);

  private @Nullable ProcessorContext<String, EnrichmentResult> context;
  private @Nullable KeyValueStore<Integer, Counts> tallies;
  private boolean changed;
  private long lastTimestamp;

  static ProcessorSupplier<String, Outcome<EnrichedItem>, String, EnrichmentResult> supplier() {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, Outcome<EnrichedItem>, String, EnrichmentResult> get() {
        return new CountItem();
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(
            Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(STORE), Serdes.Integer(), Counts.serde()));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, EnrichmentResult> context) {
    this.context = context;
    this.tallies = context.getStateStore(STORE);
    this.changed = true; // the former owner may have died between counting and telling
    context.schedule(EMITTED_EVERY, PunctuationType.WALL_CLOCK_TIME, ignored -> emit());
  }

  @Override
  @SuppressWarnings("NullAway") // init comes first
  public void process(Record<String, Outcome<EnrichedItem>> record) {
    RecordMetadata metadata = context.recordMetadata().orElseThrow();
    Counts before = tallies.get(metadata.partition());
    tallies.put(
        metadata.partition(),
        (before == null ? Counts.NONE : before).plus(metadata.offset(), record.value()));
    changed = true;
    lastTimestamp = record.timestamp();
    context.forward(record.withValue(new EnrichmentResult.OfItem(record.value())));
  }

  @SuppressWarnings("NullAway") // init comes first
  private void emit() {
    if (!changed) {
      return;
    }
    int partition = context.taskId().partition();
    Counts counts = tallies.get(partition);
    if (counts != null) {
      context.forward(
          new Record<>(
              Integer.toString(partition),
              new EnrichmentResult.OfPartition(counts.tally(partition)),
              lastTimestamp));
    }
    changed = false;
  }
}
