package io.hotline.processors;

import io.hotline.processors.Outcome.Done;
import io.hotline.schemas.wire.MalformedRecordException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to a record. Kafka's own deserialization handlers are not used: they know neither the stage
 * nor the difference between a record that is malformed, which becomes a dead letter, and a
 * registry that is away, which must stop the topology and skip nothing.
 */
final class DecodeRecord<T> implements Processor<byte[], byte[], String, Outcome<Read<T>>> {

  private final String stage;
  private final Deserializer<T> deserializer;
  private @Nullable ProcessorContext<String, Outcome<Read<T>>> context;

  private DecodeRecord(String stage, Deserializer<T> deserializer) {
    this.stage = stage;
    this.deserializer = deserializer;
  }

  static <T> ProcessorSupplier<byte[], byte[], String, Outcome<Read<T>>> as(
      String stage, Deserializer<T> deserializer) {
    return () -> new DecodeRecord<>(stage, deserializer);
  }

  @Override
  public void init(ProcessorContext<String, Outcome<Read<T>>> context) {
    this.context = context;
  }

  @Override
  @SuppressWarnings("NullAway") // keys and values may be null on any topic; Kafka does not say so
  public void process(Record<byte[], byte[]> record) {
    Origin origin =
        Origin.of(
            context.recordMetadata().orElseThrow(),
            record.timestamp(),
            record.key(),
            record.value());
    String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    context.forward(record.withKey(key).withValue(decode(origin)));
  }

  private Outcome<Read<T>> decode(Origin origin) {
    if (origin.value() == null) {
      return origin.reject(stage, "no-value", "a record without a value; nothing is deleted here");
    }
    try {
      return new Done<>(
          new Read<>(origin, deserializer.deserialize(origin.topic(), origin.value())));
    } catch (MalformedRecordException e) {
      return origin.reject(stage, e.errorType(), String.valueOf(e.getMessage()));
    }
  }
}
