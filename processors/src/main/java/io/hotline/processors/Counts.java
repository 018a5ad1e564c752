package io.hotline.processors;

import io.hotline.schemas.record.Tally;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * How many items of a partition became what. Stored as five big-endian longs.
 *
 * @param nextOffset one past the last offset that is counted
 */
record Counts(long nextOffset, long items, long enriched, long repeats, long deadLetters) {

  static final Counts NONE = new Counts(0, 0, 0, 0, 0);

  Counts plus(long offset, Outcome<?> outcome) {
    return new Counts(
        offset + 1,
        items + 1,
        enriched + (outcome instanceof Outcome.Done ? 1 : 0),
        repeats + (outcome instanceof Outcome.Repeated ? 1 : 0),
        deadLetters + (outcome instanceof Outcome.Rejected ? 1 : 0));
  }

  Tally tally(int partition) {
    return new Tally(partition, nextOffset, items, enriched, repeats, deadLetters);
  }

  static Serde<Counts> serde() {
    return Serdes.serdeFrom(
        (topic, counts) ->
            counts == null
                ? null
                : ByteBuffer.allocate(5 * Long.BYTES)
                    .putLong(counts.nextOffset())
                    .putLong(counts.items())
                    .putLong(counts.enriched())
                    .putLong(counts.repeats())
                    .putLong(counts.deadLetters())
                    .array(),
        (topic, bytes) -> bytes == null ? null : read(ByteBuffer.wrap(bytes)));
  }

  private static Counts read(ByteBuffer bytes) {
    return new Counts(
        bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
  }
}
