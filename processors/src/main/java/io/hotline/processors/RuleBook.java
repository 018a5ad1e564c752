package io.hotline.processors;

import io.hotline.processors.rules.CompiledRule;
import io.hotline.processors.rules.RuleIndex;
import io.hotline.processors.rules.Rules;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.TopicRule;
import io.hotline.schemas.wire.MalformedRecordException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * The rules in force, as one instance of the signals topology knows them. The global thread turns
 * the pages, the stream threads read; the index is made anew by the first reader after a change, so
 * that ten thousand rules at a start cost one index.
 *
 * <p>A rule that cannot be read, compiled or routed is not in force, and a former version of it
 * neither: its author meant to replace that. Its record becomes a dead letter, once for every time
 * the rules are read, that is at each start of the topology.
 */
final class RuleBook {

  static final String STAGE = "keep-rules";

  private final Namespace namespace;
  private final Deserializer<TopicRule> deserializer;
  private final SignalTopics topics;

  private final Map<String, CompiledRule> rules = new TreeMap<>();
  private final List<DeadLetter> refused = new ArrayList<>();
  private @Nullable RuleIndex index;

  RuleBook(Namespace namespace, Deserializer<TopicRule> deserializer, SignalTopics topics) {
    this.namespace = namespace;
    this.deserializer = deserializer;
    this.topics = topics;
  }

  /** Takes a record of the rules topic: a rule, a new version of one, or the end of one. */
  synchronized void take(Origin origin) {
    String id = origin.key() == null ? "" : new String(origin.key(), StandardCharsets.UTF_8);
    index = null;
    rules.remove(id);
    if (origin.value() == null) {
      return;
    }
    try {
      TopicRule rule = deserializer.deserialize(origin.topic(), origin.value());
      if (!rule.getId().equals(id)) {
        refuse(
            origin, "wrong-key", "its id is '" + rule.getId() + "', the record's key '" + id + "'");
      } else if (!Topics.isRuleId(id)) {
        refuse(origin, "wrong-rule", "'" + id + "' cannot be the id of a rule");
      } else if (!topics.exists(Topics.signals(namespace, id).name())) {
        refuse(
            origin,
            "no-signals-topic",
            "rule '"
                + id
                + "': the topic "
                + Topics.signals(namespace, id).name()
                + " does not exist; apply the rule with 'hotline topics apply', which creates it");
      } else {
        rules.put(id, Rules.compile(rule));
      }
    } catch (MalformedRecordException e) {
      refuse(origin, e.errorType(), "rule '" + id + "': " + e.getMessage());
    } catch (IllegalArgumentException e) {
      refuse(origin, "wrong-rule", String.valueOf(e.getMessage()));
    }
  }

  private void refuse(Origin origin, String errorType, String error) {
    refused.add(origin.rejected(STAGE, errorType, error));
  }

  synchronized RuleIndex index() {
    if (index == null) {
      index = new RuleIndex(rules.values());
    }
    return index;
  }

  synchronized Optional<CompiledRule> rule(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  /** Whether signals of a rule can be written, also if it is no longer in force. */
  boolean isRoutable(String ruleId) {
    return rule(ruleId).isPresent() || topics.exists(Topics.signals(namespace, ruleId).name());
  }

  /** The rules that were refused since the last call. */
  synchronized List<DeadLetter> drainRefused() {
    List<DeadLetter> drained = List.copyOf(refused);
    refused.clear();
    return drained;
  }
}
