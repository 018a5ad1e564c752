package io.hotline.deploy;

import static java.util.Objects.requireNonNull;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.wire.AvroSerdes;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads what comes out, committed records only, and counts it by id: items of one {@link Flow} that
 * were enriched, those that are dead letters, and their signals. Of alerts, which may be told again
 * when their story changes, it counts those that say what the one before of the same id said.
 */
final class Watch implements AutoCloseable {
  /** A topic's part in the count. */
  enum Output {
    ENRICHED(Topics.enriched(Namespace.LIVE).name()),
    DEAD_LETTER(Topics.deadLetters(Namespace.LIVE).name()),
    SIGNAL(Topics.signals(Namespace.LIVE, "us-russia-contact").name()),
    ALERT(Topics.alerts(Namespace.LIVE).name());

    private final String topic;

    Output(String topic) {
      this.topic = topic;
    }
  }

  private final Map<Output, Map<String, Integer>> counts = new ConcurrentHashMap<>();
  private final Map<String, Integer> signalIds = new ConcurrentHashMap<>();
  private final Map<String, byte[]> alertValues = new HashMap<>();
  private final Map<String, Long> arrivedAt = new ConcurrentHashMap<>();
  private volatile Map<TopicPartition, Long> positions = Map.of();
  private final KafkaConsumer<String, byte[]> consumer;
  private final Deserializer<Signal> signals;
  private final String prefix;
  private final Thread reader;
  private volatile boolean closing;

  private Watch(ClusterConfig cluster, String prefix) {
    this.prefix = prefix + "-";
    Properties properties = cluster.toClientProperties();
    properties.put("isolation.level", "read_committed");
    consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    signals = AvroSerdes.valueDeserializer(Signal.class, cluster);
    List.of(Output.values()).forEach(output -> counts.put(output, new ConcurrentHashMap<>()));
    reader = new Thread(this::read, "watch-" + prefix);
  }

  /** Begins to read, from the beginning of the topics. */
  static Watch start(ClusterConfig cluster, String prefix) {
    Watch watch = new Watch(cluster, prefix);
    watch.reader.start();
    return watch;
  }

  private void read() {
    try (consumer) {
      // Without a group, whose moves would read records again.
      List<TopicPartition> partitions =
          List.of(Output.values()).stream()
              .flatMap(output -> consumer.partitionsFor(output.topic).stream())
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!closing) {
        consumer.poll(Duration.ofMillis(100)).forEach(this::count);
        positions = partitions.stream().collect(Collectors.toMap(each -> each, consumer::position));
      }
    }
  }

  private void count(ConsumerRecord<String, byte[]> record) {
    for (Output output : Output.values()) {
      if (output.topic.equals(record.topic())) {
        count(output, record);
      }
    }
  }

  private void count(Output output, ConsumerRecord<String, byte[]> record) {
    Map<String, Integer> counted = requireNonNull(counts.get(output));
    if (output == Output.ALERT) {
      byte[] before = alertValues.put(record.key(), record.value());
      counted.merge(record.key(), Arrays.equals(before, record.value()) ? 1 : 0, Integer::sum);
    } else if (record.key() != null && record.key().startsWith(prefix)) {
      counted.merge(record.key(), 1, Integer::sum);
      arrivedAt.putIfAbsent(record.key(), System.nanoTime());
      if (output == Output.SIGNAL) {
        signalIds.merge(
            signals.deserialize(record.topic(), record.value()).getId(), 1, Integer::sum);
      }
    }
  }

  /** How often each id was read; for alerts, how often without anything new. */
  Map<String, Integer> counts(Output output) {
    return counts.getOrDefault(output, Map.of());
  }

  /** How often each signal was read, by its own id. */
  Map<String, Integer> signalIds() {
    return signalIds;
  }

  /** Up to where each partition was read: this offset and those after it were not. */
  Map<TopicPartition, Long> positions() {
    return positions;
  }

  /** When the first outcome of each item was read, in nanoseconds of {@link System#nanoTime}. */
  Map<String, Long> arrivedAt() {
    return arrivedAt;
  }

  @Override
  public void close() throws InterruptedException {
    closing = true;
    reader.join();
  }
}
