package io.hotline.processors;

import io.hotline.schemas.record.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read: where it stood, and its bytes. It travels with what is made of it, so
 * that whatever goes wrong later, the dead letter holds the original.
 *
 * @param timestamp of the record, milliseconds since 1970; may be negative
 */
record Origin(
    String topic,
    int partition,
    long offset,
    long timestamp,
    byte @Nullable [] key,
    byte @Nullable [] value) {

  static Origin of(
      RecordMetadata metadata, long timestamp, byte @Nullable [] key, byte @Nullable [] value) {
    return new Origin(
        metadata.topic(), metadata.partition(), metadata.offset(), timestamp, key, value);
  }

  /**
   * The dead letter of this record.
   *
   * @param stage the processor that gave up
   * @param errorType short, stable name of what is wrong
   * @param error what was wrong, and what to do
   */
  DeadLetter rejected(String stage, String errorType, String error) {
    return new DeadLetter(
        topic,
        partition,
        offset,
        Instant.ofEpochMilli(timestamp),
        stage,
        errorType,
        error,
        key == null ? null : ByteBuffer.wrap(key),
        value == null ? null : ByteBuffer.wrap(value));
  }

  <T> Outcome.Rejected<T> reject(String stage, String errorType, String error) {
    return new Outcome.Rejected<>(rejected(stage, errorType, error));
  }
}
