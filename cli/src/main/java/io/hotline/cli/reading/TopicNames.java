package io.hotline.cli.reading;

import io.hotline.schemas.Namespace;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.Topics;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Finds topics by the names that people use for them. */
public final class TopicNames {
  private TopicNames() {}

  /**
   * The topic that {@code name} means in a namespace: a full name ({@code hotline.alerts.v1}), the
   * short name of a fixed topic ({@code alerts}), or the id of a rule ({@code us-russia-contact}).
   * Empty if it can be none of them. Whether the topic exists is the cluster's to say.
   */
  public static Optional<TopicSpec<? extends SpecificRecord>> find(
      Namespace namespace, String name) {
    for (TopicSpec<? extends SpecificRecord> topic : Topics.fixed(namespace)) {
      if (topic.name().equals(name) || shortName(namespace, topic).equals(name)) {
        return Optional.of(topic);
      }
    }
    Optional<String> rule = Topics.ruleOf(namespace, name);
    if (rule.isPresent()) {
      return Optional.of(Topics.signals(namespace, rule.get()));
    }
    return Topics.isRuleId(name) ? Optional.of(Topics.signals(namespace, name)) : Optional.empty();
  }

  /** {@code alerts} for {@code hotline.alerts.v1}. */
  public static String shortName(Namespace namespace, TopicSpec<?> topic) {
    return topic.name().substring(namespace.value().length() + 1).replaceFirst("\\.v\\d+$", "");
  }
}
