package io.hotline.deploy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Bind;
import io.hotline.schemas.access.Role;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.utility.MountableFile;

/**
 * A broker as docker-compose.security.yml has it: each role comes in with its own password over
 * TLS, does what it may, and is refused what it may not, by the broker itself.
 */
@Tag("containers")
class AccessContainerTest {
  private static final String MOUNTED = "/etc/hotline/";

  @TempDir static Path secrets;
  private static final Network NETWORK = Network.newNetwork();

  /** Logging in costs more than anything else here. */
  private static final Map<Role, Producer<byte[], byte[]>> PRODUCERS = new EnumMap<>(Role.class);

  private static final Map<Role, Consumer<byte[], byte[]>> CONSUMERS = new EnumMap<>(Role.class);
  private static GenericContainer<?> broker;
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    Process making =
        new ProcessBuilder(
                ComposeFile.top().resolve("deploy/security/make-credentials").toString(),
                secrets.toString())
            .inheritIO()
            .start();
    assertThat(making.waitFor()).isZero();
    Map<String, String> environment =
        new TreeMap<>(ComposeFile.read("docker-compose.yml").environment("kafka"));
    environment.putAll(ComposeFile.read("docker-compose.security.yml").environment("kafka"));
    port = Parts.freePort();
    broker =
        Parts.broker(NETWORK, "kafka", port, environment)
            .withCopyFileToContainer(secret("kafka.pem"), "/etc/kafka/secrets/kafka.pem")
            .withCopyFileToContainer(secret("authority.pem"), "/etc/kafka/secrets/authority.pem");
    broker.start();
    try (GenericContainer<?> job =
        Parts.hotline(
            "access",
            "apply",
            "--config",
            MOUNTED + "administrator.properties",
            "--passwords",
            MOUNTED + "passwords.properties")) {
      // Testcontainers' own binds first pull an image to see whether files can be mounted.
      job.withCreateContainerCmdModifier(
          create -> requireNonNull(create.getHostConfig()).withBinds(mounted()));
      job.withNetwork(NETWORK)
          .withEnv("HOTLINE_KAFKA_BOOTSTRAP", "kafka:19092")
          .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(Parts.PATIENCE))
          .start();
      assertThat(job.getLogs()).contains("hotline-ingest: password set");
    }
    prepareTopics();
  }

  /** A record in each topic, so that a read that is allowed finds one. */
  private static void prepareTopics() throws Exception {
    List<String> names =
        AccessTable.read().stream().map(AccessTable.Right::topic).distinct().toList();
    // The rights to make topics are split as well: each is made by who may.
    for (String name : names) {
      try (Admin admin = Admin.create(client(maker(name)))) {
        admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
      } catch (ExecutionException e) {
        assertThat(name).as("made by nobody: " + e.getCause()).isEqualTo("somebody-elses");
      }
    }
    for (AccessTable.Right right : AccessTable.read()) {
      if (right.allows(AclOperation.WRITE)) {
        write(right.role(), right.topic());
      }
    }
  }

  private static Role maker(String topic) {
    if (topic.startsWith("kafkasql-")) {
      return Role.REGISTRY;
    }
    if (topic.startsWith("replay-")) {
      return Role.REPLAY;
    }
    return topic.startsWith("hotline-") ? Role.PROCESSORS : Role.OPERATOR;
  }

  @AfterAll
  static void stop() {
    PRODUCERS.values().forEach(Producer::close);
    CONSUMERS.values().forEach(Consumer::close);
    broker.close();
    NETWORK.close();
  }

  @Test
  void theBrokerRefusesEachRoleWhatTheTableDoesNotAllow() throws IOException {
    Map<String, Map<Role, String>> found = new LinkedHashMap<>();
    Map<String, Map<Role, String>> expected = new LinkedHashMap<>();
    for (AccessTable.Right right : AccessTable.read()) {
      String mark =
          (reads(right.role(), right.topic()) ? "r" : "")
              + (writes(right.role(), right.topic()) ? "w" : "");
      row(found, right.topic()).put(right.role(), mark.isEmpty() ? "-" : mark);
      row(expected, right.topic()).put(right.role(), right.mark());
    }
    System.out.print(AccessTable.text("WHAT THE BROKER LETS PASS", found));
    assertThat(AccessTable.text("RIGHTS", found)).isEqualTo(AccessTable.text("RIGHTS", expected));
  }

  private static Map<Role, String> row(Map<String, Map<Role, String>> table, String topic) {
    return table.computeIfAbsent(topic, unused -> new EnumMap<>(Role.class));
  }

  @Test
  void nobodyButTheOperatorMakesOrRemovesTopicsOfTheHouse() throws Exception {
    for (Role role : Role.values()) {
      try (Admin admin = Admin.create(client(role))) {
        boolean made =
            permitted(
                () ->
                    admin
                        .createTopics(
                            List.of(new NewTopic("hotline.new-of-" + role.label(), 1, (short) 1)))
                        .all()
                        .get());
        assertThat(made).as(role + " makes a topic").isEqualTo(role == Role.OPERATOR);
        assertThat(permitted(() -> admin.deleteTopics(List.of("hotline.items.v1")).all().get()))
            .as(role + " removes the archive")
            .isFalse();
      }
    }
  }

  @Test
  void transactionsOfTheProcessorsAreTheirs() {
    for (Role role : List.of(Role.PROCESSORS, Role.INGEST, Role.GATEWAY, Role.SUBSCRIBER)) {
      Properties properties = client(role);
      properties.put("transactional.id", "hotline-enrichment-1");
      try (Producer<byte[], byte[]> producer = producer(properties)) {
        assertThat(permitted(producer::initTransactions))
            .as(role + " takes the processors' transactions over")
            .isEqualTo(role == Role.PROCESSORS);
      }
    }
  }

  @Test
  void whoHasNoPasswordIsNotLetIn() {
    Properties properties = client(Role.SUBSCRIBER);
    properties.compute(
        "sasl.jaas.config",
        (key, value) -> String.valueOf(value).replaceAll("password=\"..", "password=\"xx"));
    try (Admin admin = Admin.create(properties)) {
      admin.listTopics().names().get();
      throw new AssertionError("was let in");
    } catch (ExecutionException e) {
      assertThat(e.getCause()).isInstanceOf(AuthenticationException.class);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean reads(Role role, String topic) {
    TopicPartition partition = new TopicPartition(topic, 0);
    Consumer<byte[], byte[]> consumer = CONSUMERS.computeIfAbsent(role, r -> consumer(client(r)));
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    return permitted(
        () -> {
          long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
          while (consumer.poll(Duration.ofMillis(200)).isEmpty()) {
            assertThat(System.nanoTime()).as(topic + " has a record").isLessThan(end);
          }
        });
  }

  private static Consumer<byte[], byte[]> consumer(Properties properties) {
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static boolean writes(Role role, String topic) {
    return permitted(() -> write(role, topic));
  }

  private static void write(Role role, String topic)
      throws InterruptedException, ExecutionException {
    PRODUCERS
        .computeIfAbsent(role, r -> producer(client(r)))
        .send(new ProducerRecord<>(topic, new byte[] {1}))
        .get();
  }

  private static Producer<byte[], byte[]> producer(Properties properties) {
    properties.put("max.block.ms", "20000");
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Something that a broker may refuse. */
  @FunctionalInterface
  private interface Action {
    void act() throws InterruptedException, ExecutionException;
  }

  /** Whether the broker lets it happen; any other failure is the test's. */
  private static boolean permitted(Action action) {
    try {
      action.act();
      return true;
    } catch (AuthorizationException e) {
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthorizationException) {
        return false;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Bind> mounted() {
    return Stream.of(
            "administrator.properties",
            "administrator.pem",
            "authority.pem",
            "passwords.properties")
        .map(each -> Bind.parse(secrets.resolve(each) + ":" + MOUNTED + each + ":ro"))
        .toList();
  }

  private static MountableFile secret(String name) {
    return MountableFile.forHostPath(secrets.resolve(name), 0644);
  }

  /** The configuration that make-credentials wrote for a role, as a client of this machine. */
  private static Properties client(Role role) {
    Properties given = new Properties();
    try (Reader reader = Files.newBufferedReader(secrets.resolve(role.label() + ".properties"))) {
      given.load(reader);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Properties client = new Properties();
    given.forEach(
        (key, value) -> client.put(key.toString().replaceFirst("^kafka\\.client\\.", ""), value));
    client.put("ssl.truststore.location", secrets.resolve("authority.pem").toString());
    client.put("bootstrap.servers", "localhost:" + port);
    return client;
  }
}
