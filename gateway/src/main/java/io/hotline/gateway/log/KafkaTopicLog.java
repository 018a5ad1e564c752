package io.hotline.gateway.log;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
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
    return new KafkaTopicLister(consumer("gateway-list"), namespace, reading);
  }

  @Override
  public LogReader reader() {
    return new KafkaLogReader(consumer("gateway-read"), reading);
  }

  @Override
  public void close() {
    reading.close();
  }

  private Consumer<byte[], byte[]> consumer(String clientId) {
    Properties properties = cluster.toClientProperties();
    // No group: positions are the listeners' business, and they bring them along.
    properties.put("client.id", namespace + "-" + clientId);
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
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
