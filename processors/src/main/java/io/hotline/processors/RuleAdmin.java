package io.hotline.processors;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.TopicRule;
import io.hotline.schemas.wire.AvroSerdes;
import io.hotline.schemas.wire.SchemaRegistration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Applies and removes the rules of a namespace. Two people who apply the same rule at the same
 * moment may give it the same version; the later one is in force.
 *
 * <p>Every method may throw a {@link KafkaException} or a {@link
 * io.hotline.schemas.wire.WireException} if the cluster or the registry is away or refuses.
 */
public final class RuleAdmin {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int MOST_SILENT_POLLS = 150;

  private final ClusterConfig cluster;
  private final Namespace namespace;
  private final int replication;
  private final Serde<TopicRule> serde;

  /**
   * Makes one; it connects only when it is used.
   *
   * @param replication replication factor of the signals topics it creates, -1 for the broker's
   *     default
   */
  public RuleAdmin(ClusterConfig cluster, Namespace namespace, int replication) {
    this.cluster = cluster;
    this.namespace = namespace;
    this.replication = replication;
    this.serde = AvroSerdes.value(TopicRule.class, cluster);
  }

  /**
   * What became of a rule that was to be applied.
   *
   * @param rule as it is now in force, with its version
   * @param changed false if it was in force already, word for word
   */
  public record Applied(TopicRule rule, boolean changed) {}

  /**
   * Creates the rule's topic and puts the rule into force, in this order, because a rule whose
   * topic does not exist is refused.
   */
  public Applied apply(TopicRule rule) {
    return applyAll(List.of(rule)).get(0);
  }

  /** As {@link #apply}, with one reading of the rules for all. */
  public List<Applied> applyAll(List<TopicRule> rules) {
    return applyAll(rules, read());
  }

  /** Applies the rules if none is in force: an empty house is not a house without rules. */
  public List<Applied> applyIfNone(List<TopicRule> rules) {
    Map<String, TopicRule> present = read();
    return present.isEmpty() ? applyAll(rules, present) : List.of();
  }

  private List<Applied> applyAll(List<TopicRule> rules, Map<String, TopicRule> present) {
    List<Applied> applied =
        rules.stream().map(rule -> next(rule, present.get(rule.getId()))).toList();
    createTopics(rules);
    send(applied.stream().filter(Applied::changed).map(Applied::rule).toList());
    return applied;
  }

  /** Puts rules into force as they are, versions included: those of another namespace. */
  public void copy(List<TopicRule> rules) {
    createTopics(rules);
    send(rules);
  }

  private static Applied next(TopicRule rule, @Nullable TopicRule present) {
    if (present != null && withVersion(rule, present.getVersion()).equals(present)) {
      return new Applied(present, false);
    }
    return new Applied(withVersion(rule, present == null ? 1 : present.getVersion() + 1), true);
  }

  private void createTopics(List<TopicRule> rules) {
    List<TopicSpec<?>> topics =
        rules.stream().<TopicSpec<?>>map(rule -> Topics.signals(namespace, rule.getId())).toList();
    try (Admin admin = Admin.create(cluster.toClientProperties())) {
      HouseTopics.create(admin, topics, replication);
    }
    SchemaRegistration.register(cluster, topics);
  }

  private void send(List<TopicRule> rules) {
    if (!rules.isEmpty()) {
      try (KafkaProducer<String, TopicRule> producer = producer()) {
        rules.forEach(rule -> send(producer, rule.getId(), rule));
      }
    }
  }

  /**
   * Removes a rule; its signals topic and what it holds stay.
   *
   * @return whether there was such a rule
   */
  public boolean remove(String ruleId) {
    if (!read().containsKey(ruleId)) {
      return false;
    }
    try (KafkaProducer<String, TopicRule> producer = producer()) {
      send(producer, ruleId, null);
    }
    return true;
  }

  /** The rules in force, by id. */
  public List<TopicRule> list() {
    return List.copyOf(read().values());
  }

  /** A rule in force. */
  public Optional<TopicRule> show(String ruleId) {
    return Optional.ofNullable(read().get(ruleId));
  }

  private static TopicRule withVersion(TopicRule rule, int version) {
    return TopicRule.newBuilder(rule).setVersion(version).build();
  }

  @SuppressWarnings("NullAway") // a record without a value removes; Kafka does not say so
  private void send(
      KafkaProducer<String, TopicRule> producer, String id, @Nullable TopicRule rule) {
    try {
      producer.send(new ProducerRecord<>(Topics.rules(namespace).name(), id, rule)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    }
  }

  private KafkaProducer<String, TopicRule> producer() {
    Properties properties = cluster.toClientProperties();
    properties.put("acks", "all");
    properties.put("enable.idempotence", "true");
    return new KafkaProducer<>(properties, new StringSerializer(), serde.serializer());
  }

  private Map<String, TopicRule> read() {
    Properties properties = cluster.toClientProperties();
    properties.put("enable.auto.commit", "false");
    TopicPartition partition = new TopicPartition(Topics.rules(namespace).name(), 0);
    Map<String, TopicRule> rules = new TreeMap<>();
    try (KafkaConsumer<String, TopicRule> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), serde.deserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      Long end = consumer.endOffsets(List.of(partition)).get(partition);
      int silent = 0;
      while (end != null && consumer.position(partition) < end) {
        var records = consumer.poll(POLL);
        silent = records.isEmpty() ? silent + 1 : 0;
        if (silent > MOST_SILENT_POLLS) {
          throw new TimeoutException(
              partition + " was not read to its end (offset " + end + ") within 30 s of silence");
        }
        for (ConsumerRecord<String, TopicRule> record : records) {
          if (record.value() == null) {
            rules.remove(record.key());
          } else {
            rules.put(record.key(), record.value());
          }
        }
      }
    }
    return rules;
  }
}
