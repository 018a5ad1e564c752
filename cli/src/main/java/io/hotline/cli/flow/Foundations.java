package io.hotline.cli.flow;

import io.hotline.processors.HouseTopics;
import io.hotline.processors.RuleAdmin;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.TopicRule;
import io.hotline.schemas.wire.AvroSerdes;
import io.hotline.schemas.wire.SchemaRegistration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a namespace stands on: its topics, their schemas, and its rules. */
public final class Foundations {
  private Foundations() {}

  /** Makes the fixed topics and registers their schemas; what is there already is left alone. */
  public static void lay(ClusterConfig cluster, Namespace namespace, int replication) {
    HouseTopics.create(cluster, namespace, replication);
    SchemaRegistration.register(cluster, Topics.fixed(namespace));
  }

  /** Whether the topics have been made. */
  public static boolean laid(ClusterConfig cluster, Namespace namespace) {
    try (Outstanding topics = new Outstanding(cluster)) {
      return !topics.topics(Topics.items(namespace).name()::equals).isEmpty();
    }
  }

  /** Applies these rules if there is none yet: an empty house is not a house without rules. */
  public static void furnish(ClusterConfig cluster, Namespace namespace, List<TopicRule> rules) {
    RuleAdmin admin = new RuleAdmin(cluster, namespace, 1);
    if (admin.list().isEmpty()) {
      admin.applyAll(rules);
    }
  }

  /**
   * Lays the foundations of {@code to} with the rules in force in {@code from}, versions included,
   * so that signals come out the same.
   *
   * @return the rules
   */
  public static List<TopicRule> copyRules(
      ClusterConfig cluster, Namespace from, Namespace to, int replication) {
    List<TopicRule> rules = new RuleAdmin(cluster, from, replication).list();
    List<TopicSpec<? extends SpecificRecord>> topics = new ArrayList<>(Topics.fixed(to));
    rules.forEach(rule -> topics.add(Topics.signals(to, rule.getId())));
    try (Admin admin = Admin.create(cluster.toClientProperties())) {
      HouseTopics.create(admin, topics, replication);
    }
    SchemaRegistration.register(cluster, topics);
    Properties properties = cluster.toClientProperties();
    properties.put("acks", "all");
    try (KafkaProducer<String, TopicRule> producer =
        new KafkaProducer<>(
            properties,
            new StringSerializer(),
            AvroSerdes.valueSerializer(TopicRule.class, cluster))) {
      for (TopicRule rule : rules) {
        producer.send(new ProducerRecord<>(Topics.rules(to).name(), rule.getId(), rule)).get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while copying rules", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    }
    return rules;
  }
}
