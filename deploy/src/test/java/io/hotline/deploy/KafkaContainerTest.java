package io.hotline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.cli.embedded.EmbeddedRegistry;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.wire.AvroSerdes;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.kafka.KafkaContainer;

/** The parts alone against a broker that is not ours: the same commands, only addresses change. */
@Tag("containers")
class KafkaContainerTest {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

  @TempDir Path folder;

  @Test
  void anItemBecomesASignalOnARealBroker() throws Exception {
    try (KafkaContainer kafka = new KafkaContainer("apache/kafka:4.3.1")) {
      kafka.start();
      String bootstrap = kafka.getBootstrapServers().replaceFirst("^.*://", "");
      try (EmbeddedRegistry registry = EmbeddedRegistry.start(bootstrap, freePort())) {
        ClusterConfig cluster = ClusterConfig.plain(bootstrap, registry.url());
        hotline(cluster, "topics", "apply").waitFor();
        Process processors =
            hotline(cluster, "process", "--data", folder.resolve("data").toString());
        try {
          Path item = folder.resolve("item.jsonl");
          java.nio.file.Files.writeString(
              item,
              "{\"id\":\"1\",\"source\":\"Test Wire\",\"published\":\"2025-01-20T08:00:00Z\",\"text\":"
                  + "\"Russian President Vladimir Putin spoke by phone with US President Donald"
                  + " Trump on Monday.\"}\n");
          assertThat(hotline(cluster, "ingest", item.toString()).waitFor()).isZero();
          List<Signal> signals = signals(cluster);
          assertThat(signals).isNotEmpty();
          assertThat(signals.get(0).getEvent().getMode()).hasToString("PHONE_CALL");
        } finally {
          processors.destroy();
          assertThat(processors.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
      }
    }
  }

  private static Process hotline(ClusterConfig cluster, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.hotline.cli.Main"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("HOTLINE_KAFKA_BOOTSTRAP", cluster.bootstrapServers());
    builder.environment().put("HOTLINE_REGISTRY_URL", cluster.registryUrl());
    return builder.start();
  }

  /** Read with nothing but Kafka's own client. */
  private static List<Signal> signals(ClusterConfig cluster) {
    Properties properties = cluster.toClientProperties();
    properties.put("group.id", "a-subscriber");
    properties.put("auto.offset.reset", "earliest");
    properties.put("isolation.level", "read_committed");
    List<Signal> signals = new ArrayList<>();
    try (KafkaConsumer<String, Signal> consumer =
        new KafkaConsumer<>(
            properties,
            new StringDeserializer(),
            AvroSerdes.valueDeserializer(Signal.class, cluster))) {
      consumer.subscribe(List.of(Topics.signals(Namespace.LIVE, "us-russia-contact").name()));
      long started = System.nanoTime();
      while (signals.isEmpty() && System.nanoTime() - started < PATIENCE_NANOS) {
        for (ConsumerRecord<String, Signal> record : consumer.poll(POLL)) {
          signals.add(record.value());
        }
      }
    }
    return signals;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
