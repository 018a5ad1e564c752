package io.hotline.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotline.cli.embedded.EmbeddedCluster.Settings;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.Tally;
import io.hotline.schemas.wire.AvroSerdes;
import io.hotline.schemas.wire.SchemaRegistration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real broker and a real registry, on a folder of their own. */
@Timeout(300)
class EmbeddedClusterTest {

  private static final Tally TALLY = new Tally(0, 1L, 1L, 1L, 0L, 0L);

  private static final Duration PATIENCE = Duration.ofSeconds(150);

  @TempDir private Path folder;
  private Settings settings;

  @BeforeEach
  void choosePorts() throws IOException {
    settings = new Settings(folder.resolve("data"), freePort(), freePort());
  }

  @Test
  void aRestartKeepsRecordsSchemasAndIdentity() throws Exception {
    TopicSpec<Tally> topic = Topics.tallies(Namespace.LIVE);
    Map<String, Integer> ids;
    String clusterId;
    try (EmbeddedCluster cluster = EmbeddedCluster.start(settings)) {
      ids = SchemaRegistration.register(cluster.config(), Topics.fixed(Namespace.LIVE));
      clusterId = create(cluster.config(), topic);
      send(cluster.config(), topic, List.of(new ProducerRecord<>(topic.name(), "0", TALLY)));
    }
    try (EmbeddedCluster cluster = EmbeddedCluster.start(settings)) {
      assertThat(clusterId(cluster.config())).isEqualTo(clusterId);
      assertThat(SchemaRegistration.register(cluster.config(), Topics.fixed(Namespace.LIVE)))
          .isEqualTo(ids);
      assertThat(read(cluster.config(), topic, 1))
          .singleElement()
          .satisfies(record -> assertThat(record.value()).isEqualTo(TALLY));
    }
  }

  @Test
  void aKilledProcessLosesNothingThatWasAcknowledged() throws Exception {
    TopicSpec<Tally> topic = Topics.tallies(Namespace.LIVE);
    ClusterConfig config =
        ClusterConfig.plain(
            "localhost:" + settings.kafkaPort(), "http://localhost:" + settings.registryPort());
    Process house = ChildCluster.start(settings);
    try {
      assertThatThrownBy(() -> EmbeddedCluster.start(settings))
          .isInstanceOf(DataFolderException.class)
          .hasMessageContaining(settings.data().toString())
          .hasMessageContaining("process " + house.pid())
          .hasMessageContaining("--data");
      create(config, topic);
      List<ProducerRecord<String, Tally>> records = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        records.add(new ProducerRecord<>(topic.name(), Integer.toString(i), TALLY));
      }
      send(config, topic, records);
    } finally {
      house.destroyForcibly().waitFor();
    }
    try (EmbeddedCluster cluster = EmbeddedCluster.start(settings)) {
      assertThat(read(cluster.config(), topic, 500)).hasSize(500);
    }
  }

  @Test
  void recordsOfAnyTimeAndOfTheLargestSizeAreKept() throws Exception {
    TopicSpec<DeadLetter> topic = Topics.deadLetters(Namespace.LIVE);
    List<Instant> times =
        List.of(
            Instant.parse("1987-04-07T00:00:00Z"),
            Instant.parse("2099-01-01T00:00:00Z"),
            Instant.parse("2025-01-20T12:00:00Z"));
    try (EmbeddedCluster cluster = EmbeddedCluster.start(settings)) {
      create(cluster.config(), topic);
      List<ProducerRecord<String, DeadLetter>> records = new ArrayList<>();
      for (Instant time : times) {
        ByteBuffer original = ByteBuffer.allocate(Topics.MAX_RECORD_BYTES);
        records.add(
            new ProducerRecord<>(
                topic.name(),
                0,
                time.toEpochMilli(),
                "k",
                new DeadLetter("t", 0, 0L, time, "enrich-item", "x", "x", null, original)));
      }
      send(cluster.config(), topic, records);
      assertThat(read(cluster.config(), topic, 3))
          .extracting(ConsumerRecord::timestamp)
          .containsExactlyElementsOf(times.stream().map(Instant::toEpochMilli).toList());
    }
  }

  @Test
  void aTakenPortIsToldWithTheFlagThatChangesIt() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(
              () ->
                  EmbeddedCluster.start(
                      new Settings(settings.data(), port, settings.registryPort())))
          .isInstanceOf(PortTakenException.class)
          .hasMessageContaining("port " + port + " for the broker is taken")
          .hasMessageContaining("--kafka-port");
      assertThatThrownBy(
              () ->
                  EmbeddedCluster.start(new Settings(settings.data(), settings.kafkaPort(), port)))
          .isInstanceOf(PortTakenException.class)
          .hasMessageContaining("port " + port + " for the schema registry is taken")
          .hasMessageContaining("--registry-port");
      assertThatThrownBy(() -> PortTakenException.unlessFree(port, "the page", "--http-port"))
          .hasMessageContaining("port " + port + " for the page is taken")
          .hasMessageContaining("--http-port");
    }
    assertThat(settings.data().resolve("kafka")).as("nothing was begun").doesNotExist();
    DataFolder.open(settings.data()).close();
  }

  @Test
  void aPortThatIsTakenWhileTheBrokerStartsIsToldToo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      EmbeddedBroker.format(settings.data());
      assertThatThrownBy(() -> EmbeddedBroker.started(settings.data(), taken.getLocalPort()))
          .isInstanceOf(PortTakenException.class)
          .hasMessageContaining("--kafka-port");
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(settings.data(), settings.kafkaPort())) {
      assertThat(broker.bootstrapServers()).isEqualTo("localhost:" + settings.kafkaPort());
    }
  }

  @Test
  void aFolderThatIsNoneIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    assertThatThrownBy(
            () ->
                EmbeddedCluster.start(
                    new Settings(file, settings.kafkaPort(), settings.registryPort())))
        .isInstanceOf(DataFolderException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("--data");
  }

  @Test
  void wrongPortsAreToldWithTheirFlags() {
    assertThatThrownBy(() -> new Settings(folder, 0, 8081)).hasMessageContaining("--kafka-port 0");
    assertThatThrownBy(() -> new Settings(folder, 9092, 70_000))
        .hasMessageContaining("--registry-port 70000");
    assertThatThrownBy(() -> new Settings(folder, 9092, 9092)).hasMessageContaining("must differ");
  }

  private static String create(ClusterConfig config, TopicSpec<?> topic) throws Exception {
    try (Admin admin = Admin.create(config.toClientProperties())) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                      .configs(topic.config())))
          .all()
          .get();
    }
    return clusterId(config);
  }

  private static String clusterId(ClusterConfig config) throws Exception {
    try (Admin admin = Admin.create(config.toClientProperties())) {
      return admin.describeCluster().clusterId().get();
    }
  }

  private static <T extends SpecificRecord> void send(
      ClusterConfig config, TopicSpec<T> topic, List<ProducerRecord<String, T>> records)
      throws Exception {
    Properties properties = config.toClientProperties();
    properties.put("max.request.size", Integer.toString(Topics.MAX_RECORD_BYTES + 1024 * 1024));
    properties.put("transactional.id", "test");
    try (KafkaProducer<String, T> producer =
        new KafkaProducer<>(
            properties,
            new StringSerializer(),
            AvroSerdes.valueSerializer(topic.valueType(), config))) {
      producer.initTransactions();
      producer.beginTransaction();
      records.forEach(producer::send);
      producer.commitTransaction();
    }
  }

  private static <T extends SpecificRecord> List<ConsumerRecord<String, T>> read(
      ClusterConfig config, TopicSpec<T> topic, int count) {
    Properties properties = config.toClientProperties();
    properties.put("isolation.level", "read_committed");
    properties.put("group.id", "readers");
    properties.put("auto.offset.reset", "earliest");
    List<ConsumerRecord<String, T>> records = new ArrayList<>();
    try (KafkaConsumer<String, T> consumer =
        new KafkaConsumer<>(
            properties,
            new StringDeserializer(),
            AvroSerdes.valueDeserializer(topic.valueType(), config))) {
      consumer.subscribe(List.of(topic.name()));
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (records.size() < count && System.nanoTime() < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
