package io.hotline.cli.flow;

import io.hotline.schemas.ClusterConfig;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Asks the cluster how much an application has still to read. Offsets alone cannot say: a
 * transaction leaves markers in the log that look like records nobody has read. So where an
 * application is near the end, the rest is looked at. Confined to one thread.
 */
public final class Outstanding implements AutoCloseable {

  /** Above this the difference of offsets is near enough; below, the records are counted. */
  private static final long NEAR = 2_000;

  private static final Duration POLL = Duration.ofMillis(50);

  /** A person waits for this answer; Kafka's default is a minute. */
  private static final String PATIENCE_MILLIS = "20000";

  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> consumer;

  public Outstanding(ClusterConfig cluster) {
    Properties asking = cluster.toClientProperties();
    asking.put("default.api.timeout.ms", PATIENCE_MILLIS);
    asking.put("request.timeout.ms", PATIENCE_MILLIS);
    this.admin = Admin.create(asking);
    Properties properties = cluster.toClientProperties();
    properties.put("isolation.level", "read_committed");
    properties.put("enable.auto.commit", "false");
    this.consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** The topics there are whose names {@code wanted} accepts. */
  public Set<String> topics(Predicate<String> wanted) {
    return KafkaAnswers.await(admin.listTopics().names()).stream()
        .filter(wanted)
        .collect(Collectors.toSet());
  }

  /**
   * Committed records of {@code topics} that the application has not committed as read: exact near
   * zero, an estimate from above far from it.
   */
  public long records(String applicationId, Collection<String> topics) {
    Map<TopicPartition, OffsetAndMetadata> committed =
        KafkaAnswers.await(
            admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata());
    Map<TopicPartition, Long> positions = new HashMap<>();
    for (TopicPartition partition : partitions(topics)) {
      OffsetAndMetadata offset = committed.get(partition);
      positions.put(partition, offset == null ? 0L : offset.offset());
    }
    return after(positions);
  }

  /** Committed records at or after these offsets. */
  public long after(Map<TopicPartition, Long> positions) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(positions.keySet());
    long apart = 0;
    Map<TopicPartition, Long> near = new HashMap<>();
    for (Map.Entry<TopicPartition, Long> position : positions.entrySet()) {
      long behind = ends.getOrDefault(position.getKey(), 0L) - position.getValue();
      if (behind > NEAR) {
        apart += behind;
      } else if (behind > 0) {
        near.put(position.getKey(), position.getValue());
      }
    }
    return apart + (near.isEmpty() ? 0 : count(near, ends));
  }

  private long count(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
    consumer.assign(from.keySet());
    from.forEach(consumer::seek);
    long records = 0;
    while (from.keySet().stream()
        .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
      records += consumer.poll(POLL).count();
    }
    return records;
  }

  /** Where the committed records of these partitions end. */
  public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
    return consumer.endOffsets(partitions);
  }

  /** All partitions of topics that exist. */
  public Set<TopicPartition> partitions(Collection<String> topics) {
    return KafkaAnswers.await(admin.describeTopics(topics).allTopicNames()).values().stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    consumer.close();
    admin.close();
  }
}
