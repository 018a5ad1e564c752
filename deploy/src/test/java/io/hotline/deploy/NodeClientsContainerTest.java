package io.hotline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotline.cli.embedded.EmbeddedRegistry;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.RecordJson;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.Topics;
import io.hotline.schemas.wire.AvroSerdes;
import io.hotline.schemas.wire.SchemaRegistration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two clients for Node.js that share nothing with ours, neither Kafka's protocol nor Avro nor the
 * registry's: each reads what we wrote, field by field, and we read what it wrote, for every record
 * type, with both registries. Prints the table of what was tried.
 */
@Tag("containers")
@ExtendWith(SharedCluster.class)
class NodeClientsContainerTest {
  private static final int RECORDS = 5;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SOURCES = ComposeFile.top().resolve("deploy/src/test/node");

  @TempDir static Path home;

  /** A script, and what it is made of. */
  private record Client(String script, String name) {}

  private static final List<Client> CLIENTS =
      List.of(
          new Client("kafkajs", "kafkajs 2.2.4"),
          new Client("platformatic", "@platformatic/kafka 1.35"));

  /** The way of one record type: written by us into {@code from}, by the client into {@code to}. */
  private record Way<T extends SpecificRecord>(TopicSpec<T> from, TopicSpec<T> to) {}

  @BeforeAll
  static void install() throws Exception {
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, home.resolve(file.getFileName()));
      }
    }
    run(
        List.of("npm", "ci", "--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund"),
        "",
        "npm, which comes with Node.js, installs the clients");
  }

  @Test
  void everyRecordTypeIsReadAndWrittenByClientsThatAreNotOurs(Cluster cluster) throws Exception {
    ClusterConfig outside = cluster.outside();
    List<String> table = new ArrayList<>();
    try (EmbeddedRegistry embedded =
        EmbeddedRegistry.start(outside.bootstrapServers(), Parts.freePort())) {
      Map<String, ClusterConfig> registries = new LinkedHashMap<>();
      registries.put("Apicurio 3.3.3", outside);
      registries.put("embedded", ClusterConfig.plain(outside.bootstrapServers(), embedded.url()));
      for (Map.Entry<String, ClusterConfig> registry : registries.entrySet()) {
        for (Client client : CLIENTS) {
          check(registry.getKey(), registry.getValue(), client, table);
        }
      }
    }
    ConformanceTable.print(table);
    assertThat(table).isNotEmpty().allMatch(ConformanceTable::isFine);
  }

  private static void check(
      String registry, ClusterConfig cluster, Client client, List<String> table) throws Exception {
    String prefix = "conformance." + client.script() + "." + registry.split(" ")[0] + ".";
    List<Way<?>> ways = new ArrayList<>();
    for (TopicSpec<? extends SpecificRecord> topic : topics()) {
      ways.add(way(prefix, topic));
    }
    makeTopics(cluster, ways);
    Map<String, List<? extends SpecificRecord>> written = new LinkedHashMap<>();
    for (Way<?> way : ways) {
      written.put(way.from().name(), write(cluster, way));
    }
    Map<String, Map<String, JsonNode>> read = run(client, cluster, prefix, ways);
    for (Way<?> way : ways) {
      List<? extends SpecificRecord> records = written.getOrDefault(way.from().name(), List.of());
      String type = way.from().valueType().getSimpleName();
      table.add(
          ConformanceTable.row(
              registry,
              "Hotline -> " + client.name(),
              type,
              sameFields(records, read.getOrDefault(way.from().name(), Map.of()))));
      table.add(
          ConformanceTable.row(
              registry,
              client.name() + " -> Hotline",
              type,
              records.equals(readBack(cluster, way))));
    }
  }

  private static List<TopicSpec<? extends SpecificRecord>> topics() {
    return Stream.concat(
            Topics.fixed(Namespace.LIVE).stream(),
            Stream.of(Topics.signals(Namespace.LIVE, "us-russia-contact")))
        .toList();
  }

  private static <T extends SpecificRecord> Way<T> way(String prefix, TopicSpec<T> topic) {
    String name = prefix + topic.valueType().getSimpleName();
    return new Way<>(named(name + ".ours", topic), named(name + ".theirs", topic));
  }

  private static <T extends SpecificRecord> TopicSpec<T> named(String name, TopicSpec<T> topic) {
    return new TopicSpec<>(name, topic.keyMeaning(), topic.valueType(), 1, Map.of());
  }

  private static void makeTopics(ClusterConfig cluster, List<Way<?>> ways) throws Exception {
    List<TopicSpec<? extends SpecificRecord>> topics =
        ways.stream()
            .<TopicSpec<? extends SpecificRecord>>flatMap(way -> Stream.of(way.from(), way.to()))
            .toList();
    SchemaRegistration.register(cluster, topics);
    try (Admin admin = Admin.create(cluster.toClientProperties())) {
      admin
          .createTopics(
              topics.stream().map(topic -> new NewTopic(topic.name(), 1, (short) 1)).toList())
          .all()
          .get();
    }
  }

  private static <T extends SpecificRecord> List<T> write(ClusterConfig cluster, Way<T> way)
      throws Exception {
    List<T> records = RandomRecords.forAnyLanguage(way.from().valueType(), RECORDS);
    Properties properties = cluster.toClientProperties();
    try (Serializer<T> values = AvroSerdes.valueSerializer(way.from().valueType(), cluster);
        KafkaProducer<String, T> producer =
            new KafkaProducer<>(properties, new StringSerializer(), values)) {
      for (int i = 0; i < records.size(); i++) {
        producer.send(new ProducerRecord<>(way.from().name(), "key-" + i, records.get(i))).get();
      }
    }
    return records;
  }

  private static <T extends SpecificRecord> List<T> readBack(ClusterConfig cluster, Way<T> way) {
    List<T> records = new ArrayList<>();
    try (Deserializer<T> values = AvroSerdes.valueDeserializer(way.to().valueType(), cluster);
        KafkaConsumer<String, T> consumer =
            new KafkaConsumer<>(cluster.toClientProperties(), new StringDeserializer(), values)) {
      List<TopicPartition> partition = List.of(new TopicPartition(way.to().name(), 0));
      consumer.assign(partition);
      consumer.seekToBeginning(partition);
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (records.size() < RECORDS && System.nanoTime() < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> records.add(record.value()));
      }
    }
    return records;
  }

  /** Whether the JSON that the client made of each record says what the record says. */
  private static boolean sameFields(
      List<? extends SpecificRecord> records, Map<String, JsonNode> read) throws IOException {
    boolean same = read.size() == records.size();
    for (int i = 0; i < records.size(); i++) {
      JsonNode expected = JSON.readTree(RecordJson.line(RandomRecords.plain(records.get(i))));
      JsonNode got = read.get("key-" + i);
      same &= got != null && expected.equals(NodeClientsContainerTest::byValue, got);
    }
    return same;
  }

  private static int byValue(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return Double.compare(one.doubleValue(), other.doubleValue());
    }
    return one.equals(other) ? 0 : 1;
  }

  /** Runs the client over all topics and gives what it read, by topic and key. */
  private static Map<String, Map<String, JsonNode>> run(
      Client client, ClusterConfig cluster, String group, List<Way<?>> ways) throws Exception {
    List<Map<String, Object>> topics =
        ways.stream()
            .<Map<String, Object>>map(
                way -> Map.of("from", way.from().name(), "to", way.to().name(), "count", RECORDS))
            .toList();
    Map<String, Object> job =
        Map.of(
            "bootstrap",
            cluster.bootstrapServers(),
            "registry",
            cluster.registryUrl(),
            "group",
            group,
            "topics",
            topics);
    String said =
        run(
            List.of("node", client.script() + ".mjs"),
            JSON.writeValueAsString(job),
            client.name() + " with " + cluster.registryUrl());
    Map<String, Map<String, JsonNode>> read = new LinkedHashMap<>();
    for (String line : said.lines().filter(each -> each.startsWith("{")).toList()) {
      JsonNode node = JSON.readTree(line);
      read.computeIfAbsent(node.path("topic").asText(), topic -> new LinkedHashMap<>())
          .put(node.path("key").asText(), node.path("value"));
    }
    return read;
  }

  /** Runs a program in the clients' folder to its end and gives what it printed. */
  private static String run(List<String> command, String input, String what)
      throws IOException, InterruptedException {
    Path in = Files.writeString(home.resolve("in"), input);
    Path out = home.resolve("out");
    Path err = home.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    boolean ended = process.waitFor(Parts.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended && process.exitValue() == 0)
        .as("%s: %s%n%s", what, command, Files.readString(err))
        .isTrue();
    return Files.readString(out);
  }
}
