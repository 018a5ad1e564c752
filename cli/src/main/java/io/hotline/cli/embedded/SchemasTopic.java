package io.hotline.cli.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The compacted topic in which the registry keeps what it knows, in the records of Confluent's
 * registry: a JSON key that says what a record is about, a JSON value that says what holds now. For
 * one writer; not thread-safe.
 */
final class SchemasTopic implements AutoCloseable {

  static final TopicPartition PARTITION = new TopicPartition("_schemas", 0);

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> client;
  private @Nullable KafkaProducer<byte[], byte[]> producer;

  SchemasTopic(String bootstrapServers) {
    client = Map.of("bootstrap.servers", bootstrapServers);
  }

  /** Hands every record to {@code state}, oldest first; makes the topic if there is none. */
  void load(BiConsumer<JsonNode, @Nullable JsonNode> state) {
    if (create()) {
      return;
    }
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
      while (consumer.position(PARTITION) < end) {
        consumer.poll(POLL).forEach(found -> hand(found, state));
      }
    }
  }

  private static void hand(
      ConsumerRecord<byte[], byte[]> found, BiConsumer<JsonNode, @Nullable JsonNode> state) {
    try {
      state.accept(
          JSON.readTree(found.key()), found.value() == null ? null : JSON.readTree(found.value()));
    } catch (IOException e) {
      throw new UncheckedIOException(
          PARTITION + " offset " + found.offset() + " is not a record of a schema registry", e);
    }
  }

  /** Whether the topic is new, and so empty. */
  private boolean create() {
    NewTopic topic =
        new NewTopic(PARTITION.topic(), Optional.of(1), Optional.of((short) 1))
            .configs(Map.of("cleanup.policy", "compact"));
    try (Admin admin = Admin.create(client)) {
      if (admin.listTopics().names().get().contains(PARTITION.topic())) {
        return false;
      }
      admin.createTopics(List.of(topic)).all().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw new KafkaException("cannot make the topic " + PARTITION.topic(), e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /**
   * Appends a record, and returns when the broker has it.
   *
   * @throws RegistryError if it does not take it
   */
  void append(JsonNode key, @Nullable JsonNode value) {
    try {
      producer()
          .send(
              new ProducerRecord<>(
                  PARTITION.topic(),
                  PARTITION.partition(),
                  JSON.writeValueAsBytes(key),
                  value == null ? null : JSON.writeValueAsBytes(value)))
          .get();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    } catch (ExecutionException | KafkaException e) {
      throw RegistryError.storeFailed(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw RegistryError.storeFailed("interrupted");
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    KafkaProducer<byte[], byte[]> open = producer;
    if (open == null) {
      open = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
      producer = open;
    }
    return open;
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close();
    }
  }
}
