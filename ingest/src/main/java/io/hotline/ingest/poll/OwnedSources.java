package io.hotline.ingest.poll;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.PollState;
import io.hotline.schemas.record.PolledSource;
import io.hotline.schemas.wire.AvroSerdes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The sources whose partitions this instance has, and their states. Both topics have the same
 * number of partitions and are assigned by range, so that a source and its state come to the same
 * instance. Everything is read from its beginning when it is assigned; nothing is committed.
 */
final class OwnedSources implements AutoCloseable {

  private final String sourcesTopic;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Deserializer<PolledSource> sourceReader;
  private final Deserializer<PollState> stateReader;
  private final Map<Integer, Map<String, PolledSource>> sources = new HashMap<>();
  private final Map<Integer, Map<String, PollState>> states = new HashMap<>();

  /** How far each partition must be read before what is in it can be believed. */
  private final Map<TopicPartition, Long> loading = new HashMap<>();

  OwnedSources(ClusterConfig cluster, Namespace namespace) {
    this.sourcesTopic = Topics.sources(namespace).name();
    this.sourceReader = AvroSerdes.value(PolledSource.class, cluster).deserializer();
    this.stateReader = AvroSerdes.value(PollState.class, cluster).deserializer();
    Properties properties = cluster.toClientProperties();
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, namespace + "-poll");
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "hotline-poll");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
    this.consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(List.of(sourcesTopic, Topics.pollStates(namespace).name()), new Shares());
  }

  /** Takes in what has changed, and what was assigned or taken away. */
  void refresh(Duration patience) {
    for (ConsumerRecord<String, byte[]> each : consumer.poll(patience)) {
      if (each.topic().equals(sourcesTopic)) {
        put(sources, each, sourceReader);
      } else {
        putState(each);
      }
    }
    loading.entrySet().removeIf(each -> consumer.position(each.getKey()) >= each.getValue());
  }

  /** Not over a newer one of our own, which is still on its way back. */
  private void putState(ConsumerRecord<String, byte[]> record) {
    PollState kept = states.getOrDefault(record.partition(), Map.of()).get(record.key());
    put(states, record, stateReader);
    PollState read = states.getOrDefault(record.partition(), Map.of()).get(record.key());
    if (kept != null && read != null && polled(kept).isAfter(polled(read))) {
      keep(kept);
    }
  }

  private static Instant polled(PollState state) {
    return state.getPolled() == null ? Instant.MIN : state.getPolled();
  }

  private static <V> void put(
      Map<Integer, Map<String, V>> all,
      ConsumerRecord<String, byte[]> record,
      Deserializer<V> reader) {
    Map<String, V> partition = all.computeIfAbsent(record.partition(), p -> new HashMap<>());
    if (record.value() == null) {
      partition.remove(record.key());
    } else {
      partition.put(record.key(), reader.deserialize(record.topic(), record.value()));
    }
  }

  /** Every source that can be asked, and what is known of it; null if nothing is. */
  void each(BiConsumer<PolledSource, @Nullable PollState> visitor) {
    Set<Integer> unread = unread();
    sources.forEach(
        (partition, inside) -> {
          if (!unread.contains(partition)) {
            Map<String, PollState> known = states.getOrDefault(partition, Map.of());
            inside.values().forEach(source -> visitor.accept(source, known.get(source.getId())));
          }
        });
  }

  /**
   * Whether a source is still this instance's, and nobody has asked it since: another instance that
   * had it meanwhile knows more than we do.
   */
  boolean isStill(PollState before) {
    Set<Integer> unread = unread();
    for (Map.Entry<Integer, Map<String, PolledSource>> each : sources.entrySet()) {
      PolledSource source = each.getValue().get(before.getSource());
      if (source != null) {
        PollState known = states.getOrDefault(each.getKey(), Map.of()).get(before.getSource());
        return !unread.contains(each.getKey())
            && source.getUrl().equals(before.getGivenUrl())
            && (known == null
                || !known.getGivenUrl().equals(before.getGivenUrl())
                || known.getPolls() <= before.getPolls());
      }
    }
    return false;
  }

  private Set<Integer> unread() {
    Set<Integer> unread = new HashSet<>();
    loading.keySet().forEach(partition -> unread.add(partition.partition()));
    return unread;
  }

  /** Known from now on, before it comes back from the topic. */
  void keep(PollState state) {
    sources.forEach(
        (partition, inside) -> {
          if (inside.containsKey(state.getSource())) {
            states.computeIfAbsent(partition, p -> new HashMap<>()).put(state.getSource(), state);
          }
        });
  }

  @Override
  public void close() {
    consumer.close();
  }

  private final class Shares implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      consumer.seekToBeginning(partitions);
      loading.putAll(consumer.endOffsets(partitions));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      for (TopicPartition partition : partitions) {
        loading.remove(partition);
        sources.remove(partition.partition());
        states.remove(partition.partition());
      }
    }
  }
}
