package io.hotline.gateway.log;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topics of one namespace in Kafka. */
public final class KafkaTopicLog implements TopicLog {

  /** How long a question to the cluster may take. */
  static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private final ClusterConfig cluster;
  private final Namespace namespace;
  private final RecordReading reading;

  /**
   * Does not connect yet.
   *
   * @throws org.apache.kafka.common.config.ConfigException if the deserializer cannot be had
   */
  public KafkaTopicLog(ClusterConfig cluster, Namespace namespace) {
    this.cluster = cluster;
    this.namespace = namespace;
    this.reading = new RecordReading(cluster, namespace);
  }

  @Override
  public TopicLister lister() {
    return new KafkaTopicLister(consumer("gateway-list", Map.of()), namespace, reading);
  }

  @Override
  public LogReader reader() {
    return new KafkaLogReader(consumer("gateway-read", Map.of()), reading);
  }

  @Override
  public LogReader finder() {
    // One record is wanted; a broker answers with a whole batch even if it is larger than this.
    return new KafkaLogReader(
        consumer("gateway-find", Map.of("max.partition.fetch.bytes", "1", "max.poll.records", "1")),
        reading);
  }

  @Override
  public LogWriter writer() {
    return new KafkaLogWriter(cluster, namespace, InstantSource.system());
  }

  @Override
  public GroupReader member(String group) {
    return new KafkaGroupReader(
        consumer(
            group,
            Map.of(
                "group.id",
                group,
                "group.protocol",
                "classic",
                "partition.assignment.strategy",
                OneMember.class.getName(),
                "max.poll.records",
                "100",
                "max.partition.fetch.bytes",
                Integer.toString(256 * 1024))),
        reading);
  }

  @Override
  public void place(String group, Map<Partition, Long> positions) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    positions.forEach(
        (at, offset) ->
            offsets.put(
                new TopicPartition(at.topic(), at.number()), new OffsetAndMetadata(offset)));
    ask(admin -> admin.alterConsumerGroupOffsets(group, offsets).all());
  }

  @Override
  public void forget(String group) {
    ask(admin -> admin.deleteConsumerGroups(List.of(group)).all());
  }

  private void ask(Function<Admin, KafkaFuture<Void>> question) {
    Properties properties = cluster.toClientProperties();
    properties.put("client.id", namespace + "-gateway-admin");
    properties.put("auto.include.jmx.reporter", "false");
    properties.put("enable.metrics.push", "false");
    try (Admin admin = Admin.create(properties)) {
      question.apply(admin).get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw new LogUnavailableException(
            "kafka: " + Objects.requireNonNullElse(e.getCause(), e).getMessage(), e);
      }
    } catch (TimeoutException e) {
      throw new LogUnavailableException("kafka: no answer within " + ANSWER_WITHIN, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogUnavailableException("the gateway is closing", e);
    }
  }

  @Override
  public void close() {
    reading.close();
  }

  private Consumer<byte[], byte[]> consumer(String clientId, Map<String, String> more) {
    Properties properties = cluster.toClientProperties();
    // No group, but for subscribers: positions are the listeners' business, who bring them along.
    properties.put("client.id", clientId);
    properties.put("enable.auto.commit", "false");
    properties.put("isolation.level", "read_committed");
    properties.put("auto.offset.reset", "earliest");
    properties.put("allow.auto.create.topics", "false");
    properties.put("default.api.timeout.ms", Long.toString(ANSWER_WITHIN.toMillis()));
    properties.put("request.timeout.ms", Long.toString(ANSWER_WITHIN.toMillis()));
    properties.put("max.poll.records", "500");
    properties.put("fetch.max.bytes", Integer.toString(4 * 1024 * 1024));
    // Many consumers live in one JVM; a bean of the same name would be a warning for each.
    properties.put("auto.include.jmx.reporter", "false");
    properties.put("metric.reporters", "");
    properties.put("enable.metrics.push", "false");
    properties.putAll(more);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
