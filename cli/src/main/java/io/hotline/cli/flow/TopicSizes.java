package io.hotline.cli.flow;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How much is in the topics of a namespace. */
public final class TopicSizes {
  private TopicSizes() {}

  /**
   * Offsets between the beginning and the end of each topic, by name: the number of records, and of
   * the marks that transactions leave between them.
   */
  public static Map<String, Long> of(ClusterConfig cluster, Namespace namespace) {
    Properties properties = cluster.toClientProperties();
    properties.put("isolation.level", "read_committed");
    properties.put("enable.auto.commit", "false");
    Map<String, Long> sizes = new TreeMap<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      Map<String, List<PartitionInfo>> topics = new HashMap<>(consumer.listTopics());
      topics.keySet().removeIf(topic -> !topic.startsWith(namespace + "."));
      List<TopicPartition> partitions =
          topics.values().stream()
              .flatMap(List::stream)
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
      consumer
          .endOffsets(partitions)
          .forEach(
              (partition, end) ->
                  sizes.merge(
                      partition.topic(), end - begins.getOrDefault(partition, 0L), Long::sum));
    }
    return sizes;
  }
}
