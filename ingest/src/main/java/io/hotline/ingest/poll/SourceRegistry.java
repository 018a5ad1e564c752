package io.hotline.ingest.poll;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.PollState;
import io.hotline.schemas.record.PolledSource;
import io.hotline.schemas.wire.AvroSerdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Which sources are polled in a namespace, and what is known of them. Every method may throw a
 * {@link KafkaException} if the cluster is away or refuses.
 */
public final class SourceRegistry {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ClusterConfig cluster;
  private final Namespace namespace;

  public SourceRegistry(ClusterConfig cluster, Namespace namespace) {
    this.cluster = cluster;
    this.namespace = namespace;
  }

  /** Adds sources, or changes those that are there. */
  public void add(List<PolledSource> sources) {
    try (Serde<PolledSource> serde = AvroSerdes.value(PolledSource.class, cluster);
        KafkaProducer<String, PolledSource> producer =
            new KafkaProducer<>(properties(), new StringSerializer(), serde.serializer())) {
      List<java.util.concurrent.Future<?>> sent = new ArrayList<>();
      for (PolledSource source : sources) {
        sent.add(
            producer.send(
                new ProducerRecord<>(Topics.sources(namespace).name(), source.getId(), source)));
      }
      for (java.util.concurrent.Future<?> each : sent) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** Removes a source and what is known of it. */
  public void remove(String id) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            properties(),
            new StringSerializer(),
            new org.apache.kafka.common.serialization.ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topics.sources(namespace).name(), id, null)).get();
      producer.send(new ProducerRecord<>(Topics.pollStates(namespace).name(), id, null)).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private Properties properties() {
    Properties properties = cluster.toClientProperties();
    properties.put("acks", "all");
    return properties;
  }

  /** All sources, by id. */
  public Map<String, PolledSource> list() {
    return latest(Topics.sources(namespace));
  }

  /** What is known of them, by id; of one that was never asked, nothing. */
  public Map<String, PollState> states() {
    return latest(Topics.pollStates(namespace));
  }

  private <V extends SpecificRecord> Map<String, V> latest(TopicSpec<V> topic) {
    Map<String, V> latest = new TreeMap<>();
    Properties properties = cluster.toClientProperties();
    properties.put("enable.auto.commit", "false");
    try (Serde<V> serde = AvroSerdes.value(topic.valueType(), cluster);
        KafkaConsumer<String, V> consumer =
            new KafkaConsumer<>(properties, new StringDeserializer(), serde.deserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name(), PATIENCE).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, V> each : consumer.poll(POLL)) {
          if (each.value() == null) {
            latest.remove(each.key());
          } else {
            latest.put(each.key(), each.value());
          }
        }
      }
      return latest;
    }
  }
}
