package io.hotline.ingest.publish;

import io.hotline.schemas.TopicSpec;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way to the cluster. The first record that the cluster refuses is the end: whatever
 * is done next throws it.
 */
final class Outbox {

  /** A record that was refused. */
  private record Fault(String topic, Exception cause) {}

  private final Producer<String, byte[]> producer;
  private final AtomicReference<@Nullable Fault> fault = new AtomicReference<>();
  private final Map<Integer, Long> lastOffsets = new ConcurrentHashMap<>();

  Outbox(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  /** Sends, and remembers the offset when it is acknowledged. */
  void sendItem(TopicSpec<?> topic, String key, Instant timestamp, byte[] value) {
    send(topic, key, timestamp, value, this::itemDone);
  }

  /** Sends. */
  void send(TopicSpec<?> topic, @Nullable String key, Instant timestamp, byte[] value) {
    send(topic, key, timestamp, value, (metadata, e) -> noteFault(topic.name(), e));
  }

  private void send(
      TopicSpec<?> topic,
      @Nullable String key,
      Instant timestamp,
      byte[] value,
      Callback callback) {
    throwFault();
    try {
      // What becomes of the record is told to the callback, not to the future.
      var unused =
          producer.send(
              new ProducerRecord<>(topic.name(), null, timestampOf(timestamp), key, value),
              callback);
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw refused(topic.name(), e);
    }
  }

  /** Kafka knows no time before 1970; the record's payload does. */
  private static long timestampOf(Instant instant) {
    return Math.max(0, instant.toEpochMilli());
  }

  private void itemDone(@Nullable RecordMetadata metadata, @Nullable Exception e) {
    if (e == null && metadata != null) {
      lastOffsets.merge(metadata.partition(), metadata.offset(), Math::max);
    } else {
      noteFault(metadata == null ? "the items topic" : metadata.topic(), e);
    }
  }

  private void noteFault(String topic, @Nullable Exception e) {
    if (e != null) {
      fault.compareAndSet(null, new Fault(topic, e));
    }
  }

  /** Waits until all is acknowledged. */
  void flush() {
    producer.flush();
    throwFault();
  }

  /** Last acknowledged offset of the items by partition, since this was made. */
  Map<Integer, Long> lastOffsets() {
    return Map.copyOf(lastOffsets);
  }

  private void throwFault() {
    Fault first = fault.get();
    if (first != null) {
      throw refused(first.topic, first.cause);
    }
  }

  private static PublishException refused(String topic, Exception cause) {
    return new PublishException(
        "%s cannot be written: %s; is the cluster up, and were its topics created?"
            .formatted(topic, cause.getMessage()),
        cause);
  }
}
