package io.hotline.gateway.log;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.TopicRule;
import io.hotline.schemas.wire.AvroSerdes;
import io.hotline.schemas.wire.MalformedRecordException;
import io.hotline.schemas.wire.RegistryRefusedException;
import io.hotline.schemas.wire.RegistryUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where Kafka's names and Avro's bytes become the gateway's. Thread-safe.
 *
 * @see AvroSerdes
 */
final class RecordReading implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RecordReading.class);

  private final Namespace namespace;
  private final Map<String, TopicKind> fixed = new HashMap<>();
  private final Map<TopicKind, Deserializer<? extends SpecificRecord>> values =
      new EnumMap<>(TopicKind.class);

  RecordReading(ClusterConfig cluster, Namespace namespace) {
    this.namespace = namespace;
    fixed.put(Topics.alerts(namespace).name(), TopicKind.ALERT);
    fixed.put(Topics.enriched(namespace).name(), TopicKind.ENRICHED);
    fixed.put(Topics.acknowledgements(namespace).name(), TopicKind.ACKNOWLEDGEMENT);
    fixed.put(Topics.items(namespace).name(), TopicKind.ITEM);
    fixed.put(Topics.rules(namespace).name(), TopicKind.RULE);
    fixed.put(Topics.sourceHealth(namespace).name(), TopicKind.SOURCE_HEALTH);
    fixed.put(Topics.tallies(namespace).name(), TopicKind.TALLY);
    fixed.put(Topics.deadLetters(namespace).name(), TopicKind.DEAD_LETTER);
    fixed.put(Topics.webhooks(namespace).name(), TopicKind.WEBHOOK);
    for (TopicKind kind : TopicKind.values()) {
      values.put(kind, AvroSerdes.valueDeserializer(kind.type(), cluster));
    }
  }

  /** What a topic of the cluster is to the gateway; empty for those that it does not read. */
  Optional<TopicKind> kindOf(String topic) {
    TopicKind kind = fixed.get(topic);
    return kind != null
        ? Optional.of(kind)
        : Topics.ruleOf(namespace, topic).map(rule -> TopicKind.SIGNAL);
  }

  /** A topic's short name: what is its own in its full name. */
  String shortName(String topic) {
    return Topics.ruleOf(namespace, topic)
        .orElseGet(() -> topic.substring(namespace.value().length() + 1, topic.lastIndexOf(".v")));
  }

  /**
   * The record. Where keys come and go, one without a value says that its key is gone; elsewhere it
   * says nothing.
   *
   * @throws LogUnavailableException if its schema cannot be had just now
   */
  Optional<LogEntry> entry(ConsumerRecord<byte[], byte[]> record) {
    TopicKind kind =
        kindOf(record.topic())
            .orElseThrow(() -> new IllegalArgumentException("not to be read: " + record.topic()));
    Partition partition = new Partition(record.topic(), record.partition());
    Instant published = Instant.ofEpochMilli(record.timestamp());
    String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    try {
      SpecificRecord value = decode(values.get(kind), record);
      if (value != null) {
        return Optional.of(LogEntry.of(partition, record.offset(), published, key, kind, value));
      }
      return isKeyed(kind)
          ? Optional.of(
              LogEntry.without(
                  partition,
                  record.offset(),
                  published,
                  key,
                  kind.label() + "-removed",
                  PlainJson.removed(key)))
          : Optional.empty();
    } catch (MalformedRecordException e) {
      LOG.warn(
          "{} partition {} offset {}: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
      return Optional.of(
          LogEntry.without(
              partition,
              record.offset(),
              published,
              key,
              LogEntry.MALFORMED,
              PlainJson.malformed(record, e)));
    }
  }

  /**
   * The rule in force; empty if it was removed or cannot be read. A rule that cannot be read is not
   * in force either: the processors send it to the dead letters.
   *
   * @throws LogUnavailableException if its schema cannot be had just now
   */
  Optional<ListedTopic.ListedRule> rule(ConsumerRecord<byte[], byte[]> record) {
    return entry(record)
        .filter(entry -> entry.value() instanceof TopicRule)
        .map(entry -> (TopicRule) entry.value())
        .map(
            rule ->
                new ListedTopic.ListedRule(
                    rule.getId(), rule.getVersion(), rule.getTitle(), rule.getYaml()));
  }

  @Override
  public void close() {
    values.values().forEach(Deserializer::close);
  }

  private static boolean isKeyed(TopicKind kind) {
    return switch (kind) {
      case ACKNOWLEDGEMENT, RULE, SOURCE_HEALTH, TALLY, WEBHOOK -> true;
      case SIGNAL, ALERT, ENRICHED, ITEM, DEAD_LETTER -> false;
    };
  }

  private static <T> @Nullable T decode(
      @Nullable Deserializer<T> deserializer, ConsumerRecord<byte[], byte[]> record) {
    if (deserializer == null) {
      throw new IllegalStateException("no deserializer for " + record.topic());
    }
    try {
      return deserializer.deserialize(record.topic(), record.value());
    } catch (RegistryUnavailableException | RegistryRefusedException e) {
      throw new LogUnavailableException("registry: " + e.getMessage(), e);
    }
  }
}
