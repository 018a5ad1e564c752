package io.hotline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An item's way from the command line in one container to a subscriber who knows Kafka's client,
 * Confluent's deserializer and the names of our topics, and nothing else of ours.
 */
@Tag("containers")
@ExtendWith(SharedCluster.class)
class WholeWayContainerTest {
  private static final Instant PUBLISHED = Instant.parse("2025-01-20T07:00:00Z");

  @Test
  void anItemReachesASubscriberWhoHasNothingOfOurs(Cluster cluster) {
    cluster.scaleTo(1);
    String item =
        "{\"id\":\"whole-way\",\"source\":\"Test Wire\",\"published\":\"2025-01-20T07:00:00Z\","
            + "\"text\":\"Chinese President Xi Jinping spoke by phone with US President"
            + " Donald Trump on Monday.\"}";
    String said = cluster.ingest(item);
    assertThat(said).contains("1 items = 1 enriched + 0 repeats + 0 dead letters");

    String signals = Topics.signals(Namespace.LIVE, "us-china-contact").name();
    String alerts = Topics.alerts(Namespace.LIVE).name();
    Map<String, GenericRecord> got =
        read(cluster, List.of(Topics.enriched(Namespace.LIVE).name(), signals, alerts));

    assertThat(got).hasSize(3);
    String signal = String.valueOf(got.get(signals));
    assertThat(signal).contains("\"mode\": \"PHONE_CALL\"", "\"status\": \"OCCURRED\"");
    assertThat(String.valueOf(got.get(alerts))).contains("\"kind\": \"FIRST_REPORT\"");
  }

  /** The first record of each topic that is of the item's time; others are other tests'. */
  private static Map<String, GenericRecord> read(Cluster cluster, List<String> topics) {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", cluster.outside().bootstrapServers());
    properties.put("schema.registry.url", cluster.outside().registryUrl());
    properties.put("group.id", "a-subscriber");
    properties.put("auto.offset.reset", "earliest");
    properties.put("isolation.level", "read_committed");
    properties.put("key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
    properties.put("value.deserializer", "io.confluent.kafka.serializers.KafkaAvroDeserializer");
    Map<String, GenericRecord> got = new LinkedHashMap<>();
    try (KafkaConsumer<String, GenericRecord> consumer = new KafkaConsumer<>(properties)) {
      consumer.subscribe(topics);
      long end = System.nanoTime() + Parts.PATIENCE.toNanos();
      while (got.size() < topics.size() && System.nanoTime() < end) {
        for (ConsumerRecord<String, GenericRecord> record : consumer.poll(Duration.ofMillis(200))) {
          if (record.timestamp() == PUBLISHED.toEpochMilli()) {
            got.putIfAbsent(record.topic(), record.value());
          }
        }
      }
    }
    return got;
  }
}
