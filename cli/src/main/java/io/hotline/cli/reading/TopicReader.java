package io.hotline.cli.reading;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.wire.AvroSerdes;
import io.hotline.schemas.wire.MalformedRecordException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads topics in event time, committed records only, without a consumer group: reading leaves no
 * trace on the cluster. One thread reads; {@link #stop} may be called from any.
 */
public final class TopicReader<V extends SpecificRecord> implements AutoCloseable {

  /**
   * What to read.
   *
   * @param since event time of the first record, inclusive; null: from now on
   * @param until event time of the last record, exclusive; null: no end
   * @param follow whether to wait for records that are still to come
   */
  public record Window(@Nullable Instant since, @Nullable Instant until, boolean follow) {
    /** Everything that is there now. */
    public static final Window ALL = new Window(Instant.MIN, null, false);

    boolean holds(Instant time) {
      return (since == null || !time.isBefore(since)) && (until == null || time.isBefore(until));
    }
  }

  /** Takes what is read. */
  public interface Receiver<V> {
    /** Takes one record; a null value removes its key. False ends the reading. */
    boolean receive(ConsumerRecord<byte[], byte[]> raw, String key, @Nullable V value);

    /** Hears of a record that cannot be read; the reading goes on after it. */
    void malformed(ConsumerRecord<byte[], byte[]> raw, MalformedRecordException why);
  }

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, Deserializer<? extends V>> values = new LinkedHashMap<>();
  private final StringDeserializer keys = new StringDeserializer();

  /** A reader of topics that need not exist yet; those that do not are not read. */
  public TopicReader(ClusterConfig cluster, Collection<? extends TopicSpec<? extends V>> topics) {
    Properties properties = cluster.toClientProperties();
    properties.put("isolation.level", "read_committed");
    properties.put("enable.auto.commit", "false");
    properties.put("auto.offset.reset", "earliest");
    properties.put("max.partition.fetch.bytes", "4194304");
    this.consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    for (TopicSpec<? extends V> topic : topics) {
      values.put(topic.name(), AvroSerdes.valueDeserializer(topic.valueType(), cluster));
    }
  }

  /** Those of the topics that do not exist. */
  public List<String> missing() {
    Set<String> there = consumer.listTopics(PATIENCE).keySet();
    return values.keySet().stream().filter(name -> !there.contains(name)).toList();
  }

  private List<TopicPartition> partitions() {
    Map<String, List<PartitionInfo>> there = consumer.listTopics(PATIENCE);
    return values.keySet().stream()
        .flatMap(name -> there.getOrDefault(name, List.of()).stream())
        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
        .toList();
  }

  /**
   * Reads the window, partition by partition in the order of each, until it ends, the receiver has
   * had enough, or {@link #stop}.
   */
  public void read(Window window, Receiver<? super V> receiver) {
    List<TopicPartition> partitions = partitions();
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    seek(partitions, ends, window.since());
    try {
      while (window.follow() || !reached(ends)) {
        for (ConsumerRecord<byte[], byte[]> raw : consumer.poll(POLL)) {
          if (window.holds(Instant.ofEpochMilli(raw.timestamp())) && !hand(raw, receiver)) {
            return;
          }
        }
      }
    } catch (WakeupException e) {
      // stop() was called: what has been handed over is all there is
    }
  }

  private boolean hand(ConsumerRecord<byte[], byte[]> raw, Receiver<? super V> receiver) {
    V value;
    try {
      Deserializer<? extends V> reader = Objects.requireNonNull(values.get(raw.topic()));
      value = raw.value() == null ? null : reader.deserialize(raw.topic(), raw.value());
    } catch (MalformedRecordException e) {
      receiver.malformed(raw, e);
      return true;
    }
    String key = raw.key() == null ? "" : keys.deserialize(raw.topic(), raw.key());
    return receiver.receive(raw, key, value);
  }

  /**
   * Goes to the first record that can be in the window: Kafka finds the first offset whose time is
   * not before {@code since}, and everything before that offset is older.
   */
  private void seek(
      List<TopicPartition> partitions, Map<TopicPartition, Long> ends, @Nullable Instant since) {
    if (since == null) {
      ends.forEach(consumer::seek);
      return;
    }
    if (since.isBefore(Instant.EPOCH)) {
      consumer.seekToBeginning(partitions);
      return;
    }
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp first = found.get(partition);
      consumer.seek(partition, first == null ? ends.getOrDefault(partition, 0L) : first.offset());
    }
  }

  private boolean reached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /** Ends the reading soon; safe from any thread. */
  public void stop() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
    values.values().forEach(Deserializer::close);
  }
}
