package io.hotline.schemas;

import io.hotline.schemas.record.Acknowledgement;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.PollState;
import io.hotline.schemas.record.PolledSource;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.SourceHealth;
import io.hotline.schemas.record.Tally;
import io.hotline.schemas.record.TopicRule;
import io.hotline.schemas.record.Webhook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/**
 * The catalogue of topics. No other place in the house spells a topic's name.
 *
 * <p>Nothing expires by default: records carry event time, and a broker that deletes by time would
 * delete a replay of 1987 at once. For the same reason brokers must not check timestamps against
 * their own clock.
 */
public final class Topics {
  static {
    RecordTrust.establish();
  }

  /** Largest record a topic takes, in bytes; the items that are too large are refused by name. */
  public static final int MAX_RECORD_BYTES = 16 * 1024 * 1024;

  /** Partitions of the topics whose records are spread by item or story. */
  public static final int PARTITIONS = 4;

  private static final String RULE_ID = "[a-z0-9]([a-z0-9-]{0,98}[a-z0-9])?";
  private static final Pattern RULE_ID_FORM = Pattern.compile(RULE_ID);

  private static final Map<String, String> KEPT =
      Map.of(
          "cleanup.policy", "delete",
          "retention.ms", "-1",
          "max.message.bytes", Integer.toString(MAX_RECORD_BYTES),
          "message.timestamp.before.max.ms", Long.toString(Long.MAX_VALUE),
          "message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));

  private static final Map<String, String> COMPACTED =
      Map.of(
          "cleanup.policy", "compact",
          "max.message.bytes", Integer.toString(MAX_RECORD_BYTES),
          "message.timestamp.before.max.ms", Long.toString(Long.MAX_VALUE),
          "message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));

  private Topics() {}

  /** Every item as it came through the door: the archive. */
  public static TopicSpec<NewsItem> items(Namespace namespace) {
    return new TopicSpec<>(namespace + ".items.v1", "item id", NewsItem.class, PARTITIONS, KEPT);
  }

  /** Items with what was found in them. */
  public static TopicSpec<EnrichedItem> enriched(Namespace namespace) {
    return new TopicSpec<>(
        namespace + ".enriched.v1", "item id", EnrichedItem.class, PARTITIONS, KEPT);
  }

  /** Signals of one rule. */
  public static TopicSpec<Signal> signals(Namespace namespace, String ruleId) {
    if (!isRuleId(ruleId)) {
      throw new IllegalArgumentException(
          "rule id '" + ruleId + "': use lower-case letters, digits and hyphens");
    }
    return new TopicSpec<>(
        namespace + ".signals." + ruleId + ".v1", "item id", Signal.class, 1, KEPT);
  }

  /** Matches the names of all signals topics of a namespace; group 1 is the rule id. */
  public static Pattern signalsPattern(Namespace namespace) {
    return Pattern.compile(Pattern.quote(namespace + ".signals.") + "(" + RULE_ID + ")\\.v1");
  }

  /**
   * The rule whose signals a topic carries; empty if it is not a signals topic of the namespace.
   */
  public static Optional<String> ruleOf(Namespace namespace, String topic) {
    Matcher matcher = signalsPattern(namespace).matcher(topic);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Whether this can be the id of a rule. */
  public static boolean isRuleId(String id) {
    return RULE_ID_FORM.matcher(id).matches();
  }

  /** Stories' beginnings and material changes. */
  public static TopicSpec<Alert> alerts(Namespace namespace) {
    return new TopicSpec<>(namespace + ".alerts.v1", "alert id", Alert.class, PARTITIONS, KEPT);
  }

  /** The rules in force. */
  public static TopicSpec<TopicRule> rules(Namespace namespace) {
    return new TopicSpec<>(namespace + ".rules.v1", "rule id", TopicRule.class, 1, COMPACTED);
  }

  /** What could not be processed. */
  public static TopicSpec<DeadLetter> deadLetters(Namespace namespace) {
    return new TopicSpec<>(
        namespace + ".dead-letters.v1",
        "the failed record's key",
        DeadLetter.class,
        1,
        withLargerRecords(KEPT));
  }

  /** How many items became what, by partition of the items topic. */
  public static TopicSpec<Tally> tallies(Namespace namespace) {
    return new TopicSpec<>(namespace + ".tallies.v1", "partition", Tally.class, 1, COMPACTED);
  }

  /** How the sources are doing. */
  public static TopicSpec<SourceHealth> sourceHealth(Namespace namespace) {
    return new TopicSpec<>(
        namespace + ".source-health.v1", "source", SourceHealth.class, 1, COMPACTED);
  }

  /** Who has taken note of which alert. */
  public static TopicSpec<Acknowledgement> acknowledgements(Namespace namespace) {
    return new TopicSpec<>(
        namespace + ".acknowledgements.v1", "alert id", Acknowledgement.class, 1, COMPACTED);
  }

  /** Who wants to be called. Holds secrets. */
  public static TopicSpec<Webhook> webhooks(Namespace namespace) {
    return new TopicSpec<>(namespace + ".webhooks.v1", "webhook id", Webhook.class, 1, COMPACTED);
  }

  /**
   * The sources that are polled. Partitioned as their states are, so that one instance has both.
   */
  public static TopicSpec<PolledSource> sources(Namespace namespace) {
    return new TopicSpec<>(
        namespace + ".sources.v1", "source id", PolledSource.class, PARTITIONS, COMPACTED);
  }

  /** What is known of the sources that are polled. */
  public static TopicSpec<PollState> pollStates(Namespace namespace) {
    return new TopicSpec<>(
        namespace + ".poll-states.v1", "source id", PollState.class, PARTITIONS, COMPACTED);
  }

  /** All topics of a namespace but the signals topics, which come and go with their rules. */
  public static List<TopicSpec<? extends SpecificRecord>> fixed(Namespace namespace) {
    return List.of(
        items(namespace),
        enriched(namespace),
        alerts(namespace),
        rules(namespace),
        deadLetters(namespace),
        tallies(namespace),
        sourceHealth(namespace),
        acknowledgements(namespace),
        webhooks(namespace),
        sources(namespace),
        pollStates(namespace));
  }

  /** A dead letter wraps a whole record, so it may be larger than any. */
  private static Map<String, String> withLargerRecords(Map<String, String> config) {
    Map<String, String> larger = new HashMap<>(config);
    larger.put("max.message.bytes", Integer.toString(MAX_RECORD_BYTES + 1024 * 1024));
    return larger;
  }
}
