package io.hotline.gateway.log;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.RecordJson;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.TopicRule;
import io.hotline.schemas.wire.AvroSerdes;
import io.hotline.schemas.wire.MalformedRecordException;
import io.hotline.schemas.wire.RegistryRefusedException;
import io.hotline.schemas.wire.RegistryUnavailableException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where Kafka's names and Avro's records become the gateway's. Thread-safe.
 *
 * @see AvroSerdes
 */
final class RecordReading implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RecordReading.class);

  private final Namespace namespace;
  private final Map<TopicKind, Deserializer<? extends SpecificRecord>> values;
  private final Deserializer<TopicRule> rules;

  RecordReading(ClusterConfig cluster, Namespace namespace) {
    this.namespace = namespace;
    this.values =
        Map.of(
            TopicKind.SIGNAL, AvroSerdes.valueDeserializer(Signal.class, cluster),
            TopicKind.ALERT, AvroSerdes.valueDeserializer(Alert.class, cluster),
            TopicKind.ENRICHED, AvroSerdes.valueDeserializer(EnrichedItem.class, cluster));
    this.rules = AvroSerdes.valueDeserializer(TopicRule.class, cluster);
  }

  /** What a topic of the cluster is to readers; empty for those that are not shown. */
  Optional<TopicKind> kindOf(String topic) {
    if (topic.equals(Topics.alerts(namespace).name())) {
      return Optional.of(TopicKind.ALERT);
    }
    if (topic.equals(Topics.enriched(namespace).name())) {
      return Optional.of(TopicKind.ENRICHED);
    }
    return Topics.ruleOf(namespace, topic).map(rule -> TopicKind.SIGNAL);
  }

  /**
   * The record in JSON; empty for a record without a value, which says nothing to a listener.
   *
   * @throws LogUnavailableException if its schema cannot be had just now
   */
  Optional<LogEntry> entry(ConsumerRecord<byte[], byte[]> record) {
    TopicKind kind =
        kindOf(record.topic())
            .orElseThrow(() -> new IllegalArgumentException("not to be read: " + record.topic()));
    Partition partition = new Partition(record.topic(), record.partition());
    Instant published = Instant.ofEpochMilli(record.timestamp());
    try {
      SpecificRecord value = decode(values.get(kind), record);
      return Optional.ofNullable(value)
          .map(
              present ->
                  new LogEntry(
                      partition,
                      record.offset(),
                      published,
                      kind.label(),
                      RecordJson.line(present)));
    } catch (MalformedRecordException e) {
      LOG.warn(
          "{} partition {} offset {}: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
      return Optional.of(
          new LogEntry(
              partition,
              record.offset(),
              published,
              LogEntry.MALFORMED,
              MalformedJson.line(record, e)));
    }
  }

  /**
   * The rule in force; empty if it was removed or cannot be read. A rule that cannot be read is not
   * in force either: the processors send it to the dead letters.
   *
   * @throws LogUnavailableException if its schema cannot be had just now
   */
  Optional<ListedTopic.ListedRule> rule(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Optional.ofNullable(decode(rules, record))
          .map(
              rule ->
                  new ListedTopic.ListedRule(
                      rule.getId(), rule.getVersion(), rule.getTitle(), rule.getYaml()));
    } catch (MalformedRecordException e) {
      LOG.warn("{} offset {}: {}", record.topic(), record.offset(), e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    values.values().forEach(Deserializer::close);
    rules.close();
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
