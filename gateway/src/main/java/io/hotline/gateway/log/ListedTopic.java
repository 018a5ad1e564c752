package io.hotline.gateway.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * A topic that may be read.
 *
 * @param name short name: the rule's id, {@code alerts}, {@code enriched}, ...
 * @param topic full name
 * @param rule the rule whose signals these are; null if it was removed, or for other topics
 */
public record ListedTopic(
    String name, String topic, TopicKind kind, int partitionCount, @Nullable ListedRule rule) {

  /**
   * A topic rule, as far as the list of topics shows it.
   *
   * @param yaml as its author wrote it
   */
  public record ListedRule(String id, int version, String title, String yaml) {}

  /** The partition in which Kafka's own partitioner puts a key. */
  public Partition partitionOf(String key) {
    return new Partition(
        topic,
        BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), partitionCount));
  }

  /** Its partitions, ascending. */
  public List<Partition> partitions() {
    return IntStream.range(0, partitionCount).mapToObj(n -> new Partition(topic, n)).toList();
  }
}
