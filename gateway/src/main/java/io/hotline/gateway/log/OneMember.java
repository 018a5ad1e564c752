package io.hotline.gateway.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.internals.AbstractPartitionAssignor;
import org.apache.kafka.common.TopicPartition;

/**
 * Gives all partitions to one member of the group, so that a subscriber is told everything in order
 * although several gateways stand ready. Public because Kafka makes it by name.
 */
public final class OneMember extends AbstractPartitionAssignor {

  /** Made by Kafka. */
  public OneMember() {}

  @Override
  public String name() {
    return "hotline-one-member";
  }

  @Override
  public Map<String, List<TopicPartition>> assign(
      Map<String, Integer> partitionsPerTopic, Map<String, Subscription> subscriptions) {
    Map<String, List<TopicPartition>> assignment = new HashMap<>();
    subscriptions.keySet().forEach(member -> assignment.put(member, new ArrayList<>()));
    Set<String> topics = new TreeSet<>();
    subscriptions.values().forEach(subscription -> topics.addAll(subscription.topics()));
    String chosen = new TreeSet<>(subscriptions.keySet()).first();
    for (String topic : topics) {
      int partitions = partitionsPerTopic.getOrDefault(topic, 0);
      assignment
          .computeIfAbsent(chosen, member -> new ArrayList<>())
          .addAll(AbstractPartitionAssignor.partitions(topic, partitions));
    }
    return assignment;
  }
}
