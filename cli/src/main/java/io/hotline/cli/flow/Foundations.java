package io.hotline.cli.flow;

import io.hotline.processors.HouseTopics;
import io.hotline.processors.RuleAdmin;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.TopicRule;
import io.hotline.schemas.wire.SchemaRegistration;
import java.util.List;

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
    new RuleAdmin(cluster, namespace, 1).applyIfNone(rules);
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
    lay(cluster, to, replication);
    new RuleAdmin(cluster, to, replication).copy(rules);
    return rules;
  }
}
