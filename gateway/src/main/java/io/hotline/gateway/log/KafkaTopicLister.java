package io.hotline.gateway.log;

import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;

/** Asks the cluster for its topics, and follows the topic of rules. */
final class KafkaTopicLister implements TopicLister {

  private final Consumer<byte[], byte[]> consumer;
  private final RecordReading reading;
  private final TopicPartition rulesTopic;
  private final Map<String, ListedTopic.ListedRule> rules = new HashMap<>();
  private final Deque<ConsumerRecord<byte[], byte[]>> fetched = new ArrayDeque<>();

  KafkaTopicLister(Consumer<byte[], byte[]> consumer, Namespace namespace, RecordReading reading) {
    this.consumer = consumer;
    this.reading = reading;
    this.rulesTopic = new TopicPartition(Topics.rules(namespace).name(), 0);
  }

  @Override
  public List<ListedTopic> list() throws InterruptedException {
    try {
      Map<String, List<PartitionInfo>> topics = consumer.listTopics(KafkaTopicLog.ANSWER_WITHIN);
      if (topics.containsKey(rulesTopic.topic())) {
        readRules();
      }
      return topics.entrySet().stream()
          .flatMap(topic -> listed(topic.getKey(), topic.getValue().size()).stream())
          .toList();
    } catch (InterruptException e) {
      throw new InterruptedException();
    } catch (RetriableException e) {
      throw new LogUnavailableException("kafka: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    // A consumer refuses to close in an interrupted thread, and then stays open.
    boolean interrupted = Thread.interrupted();
    consumer.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<ListedTopic> listed(String topic, int partitions) {
    return reading
        .kindOf(topic)
        .map(
            kind -> {
              String name = reading.shortName(topic);
              return new ListedTopic(
                  name, topic, kind, partitions, kind == TopicKind.SIGNAL ? rules.get(name) : null);
            });
  }

  /** Reads on to the end of the rules as it is now. */
  private void readRules() {
    if (consumer.assignment().isEmpty()) {
      consumer.assign(List.of(rulesTopic));
      consumer.seek(rulesTopic, 0);
    }
    long end = consumer.endOffsets(List.of(rulesTopic)).getOrDefault(rulesTopic, 0L);
    long reached = consumer.position(rulesTopic);
    while (!fetched.isEmpty() || reached < end) {
      if (fetched.isEmpty()) {
        consumer.poll(KafkaTopicLog.ANSWER_WITHIN).forEach(fetched::add);
        long before = reached;
        reached = consumer.position(rulesTopic);
        if (reached == before) {
          throw new TimeoutException("no answer when reading " + rulesTopic);
        }
      }
      for (ConsumerRecord<byte[], byte[]> record = fetched.peek();
          record != null;
          record = fetched.peek()) {
        String id = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        reading.rule(record).ifPresentOrElse(rule -> rules.put(id, rule), () -> rules.remove(id));
        fetched.remove();
      }
    }
  }
}
