package io.hotline.gateway.log;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.Acknowledgement;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.Webhook;
import io.hotline.schemas.wire.AvroSerdes;
import io.hotline.schemas.wire.RegistryRefusedException;
import io.hotline.schemas.wire.RegistryUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes with a producer of its own, which connects when it is first needed. */
final class KafkaLogWriter implements LogWriter {

  private final ClusterConfig cluster;
  private final Namespace namespace;
  private final InstantSource clock;
  private @Nullable KafkaProducer<byte[], byte[]> producer;

  KafkaLogWriter(ClusterConfig cluster, Namespace namespace, InstantSource clock) {
    this.cluster = cluster;
    this.namespace = namespace;
    this.clock = clock;
  }

  @Override
  public void acknowledge(String alertId, @Nullable Acknowledgement acknowledgement) {
    write(
        Topics.acknowledgements(namespace),
        alertId,
        acknowledgement,
        clock.instant().toEpochMilli());
  }

  @Override
  public void webhook(String id, @Nullable Webhook webhook) {
    write(Topics.webhooks(namespace), id, webhook, clock.instant().toEpochMilli());
  }

  @Override
  public void deadLetter(String key, DeadLetter letter) {
    write(Topics.deadLetters(namespace), key, letter, letter.getTimestamp().toEpochMilli());
  }

  private <V extends SpecificRecord> void write(
      TopicSpec<V> topic, String key, @Nullable V value, long timestamp) {
    try (var serializer = AvroSerdes.valueSerializer(topic.valueType(), cluster)) {
      byte[] bytes = value == null ? null : serializer.serialize(topic.name(), value);
      producer()
          .send(
              new ProducerRecord<>(
                  topic.name(), null, timestamp, key.getBytes(StandardCharsets.UTF_8), bytes))
          .get(KafkaTopicLog.ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RegistryUnavailableException | RegistryRefusedException e) {
      throw new LogUnavailableException("registry: " + e.getMessage(), e);
    } catch (KafkaException | TimeoutException e) {
      throw new LogUnavailableException("kafka: " + topic.name() + ": " + e.getMessage(), e);
    } catch (ExecutionException e) {
      throw new LogUnavailableException(
          "kafka: "
              + topic.name()
              + ": "
              + Objects.requireNonNullElse(e.getCause(), e).getMessage(),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogUnavailableException("the gateway is closing", e);
    }
  }

  private synchronized KafkaProducer<byte[], byte[]> producer() {
    KafkaProducer<byte[], byte[]> present = producer;
    if (present == null) {
      Properties properties = cluster.toClientProperties();
      properties.put("client.id", namespace + "-gateway-write");
      properties.put("acks", "all");
      properties.put("enable.idempotence", "true");
      properties.put("max.block.ms", Long.toString(KafkaTopicLog.ANSWER_WITHIN.toMillis()));
      properties.put("buffer.memory", Integer.toString(32 * 1024 * 1024));
      properties.put("max.request.size", Integer.toString(Topics.MAX_RECORD_BYTES + 1024 * 1024));
      properties.put("auto.include.jmx.reporter", "false");
      properties.put("metric.reporters", "");
      properties.put("enable.metrics.push", "false");
      present =
          new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
      producer = present;
    }
    return present;
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(KafkaTopicLog.ANSWER_WITHIN);
    }
  }
}
