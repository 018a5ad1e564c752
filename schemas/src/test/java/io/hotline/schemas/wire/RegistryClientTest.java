package io.hotline.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.Tally;
import io.hotline.schemas.wire.FakeRegistry.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the client does when the registry is away, says no, or is somebody else. */
class RegistryClientTest {

  private static final Schema SCHEMA = Tally.getClassSchema();
  private static final Fault DOWN = FakeRegistry.error(500, 50001, "backend store down");

  private final List<Duration> pauses = new ArrayList<>();
  private FakeRegistry registry;

  @BeforeEach
  void startRegistry() throws IOException {
    registry = new FakeRegistry();
  }

  @AfterEach
  void stopRegistry() {
    registry.close();
  }

  @Test
  void asksOnceForEachSchema() {
    RegistryClient client = client(Map.of());
    int id = client.register("s-value", SCHEMA);
    assertThat(client.register("s-value", SCHEMA)).isEqualTo(id);
    assertThat(client.schema(id)).isEqualTo(SCHEMA);
    assertThat(client.schema(id)).isEqualTo(SCHEMA);
    assertThat(registry.calls())
        .containsExactly("POST /subjects/s-value/versions", "GET /schemas/ids/" + id);
    assertThat(pauses).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"500", "502", "503", "504", "408", "429"})
  void aPassingFaultIsTriedAgain(int status) {
    Fault fault = new Fault(status, "<html>busy</html>", 0);
    registry.failNext(fault, fault);
    assertThat(client(Map.of()).register("s-value", SCHEMA)).isEqualTo(1);
    assertThat(pauses).hasSize(2);
  }

  @Test
  void pausesDoubleUpToTheLongestLessARandomPart() {
    registry.failNext(DOWN, DOWN, DOWN, DOWN, DOWN);
    client(Map.of("retries.wait.ms", "100", "retries.max.wait.ms", "500"))
        .register("s-value", SCHEMA);
    List<Integer> longest = List.of(100, 200, 400, 500, 500);
    assertThat(pauses).hasSameSizeAs(longest);
    for (int i = 0; i < pauses.size(); i++) {
      assertThat(pauses.get(i).toMillis()).isBetween(longest.get(i) / 2L, (long) longest.get(i));
    }
  }

  @Test
  void afterTheLastRetryTheRegistryIsUnavailable() {
    registry.failNext(DOWN, DOWN, DOWN);
    RegistryClient client = client(Map.of("max.retries", "2"));
    assertThatThrownBy(() -> client.schema(1))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining(registry.url())
        .hasMessageContaining("3 tries")
        .hasMessageContaining("HTTP 500");
    assertThatThrownBy(() -> client.schema(1))
        .as("asked anew, and this time there is an answer")
        .isInstanceOf(MalformedRecordException.class);
  }

  @Test
  void nobodyListeningIsUnavailable() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    RegistryClient client =
        client(Map.of("schema.registry.url", "http://localhost:" + port, "max.retries", "1"));
    assertThatThrownBy(() -> client.register("s-value", SCHEMA))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining(Integer.toString(port));
    assertThat(pauses).hasSize(1);
  }

  @Test
  void theSecondAddressIsTriedWhenTheFirstIsDown() throws IOException {
    try (FakeRegistry down = new FakeRegistry()) {
      down.failNext(DOWN);
      RegistryClient client =
          client(Map.of("schema.registry.url", down.url() + "," + registry.url() + "/"));
      assertThat(client.register("s-value", SCHEMA)).isEqualTo(1);
      assertThat(registry.calls()).hasSize(1);
    }
  }

  @Test
  void anAnswerThatIsTooLateIsNone() {
    registry.failNext(new Fault(200, "{\"id\":77}", 3_000));
    assertThat(client(Map.of("http.read.timeout.ms", "200")).register("s-value", SCHEMA))
        .isEqualTo(1);
    assertThat(pauses).hasSize(1);
  }

  @Test
  void anUnknownIdIsTheRecordsFault() {
    assertThatThrownBy(() -> client(Map.of()).schema(5))
        .isInstanceOfSatisfying(
            MalformedRecordException.class,
            e -> assertThat(e.errorType()).isEqualTo(MalformedRecordException.UNKNOWN_SCHEMA));
    assertThat(pauses).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "404, <html>no such page</html>",
    "404, '{\"error_code\":404,\"message\":\"HTTP 404 Not Found\"}'",
    "401, '{\"error_code\":40101,\"message\":\"who are you\"}'",
    "403, ''",
    "200, '{}'",
    "200, <html>welcome</html>"
  })
  void anAnswerThatIsNoRegistrysIsNoFaultOfTheRecord(int status, String body) {
    RegistryClient client = client(Map.of());
    registry.failNext(new Fault(status, body, 0), new Fault(status, body, 0));
    assertThatThrownBy(() -> client.schema(1))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining("/schemas/ids/1");
    assertThatThrownBy(() -> client.register("s-value", SCHEMA))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining("s-value");
    assertThat(pauses).isEmpty();
  }

  @Test
  void anIncompatibleSchemaIsRefusedWithTheRegistrysWords() {
    registry.failNext(FakeRegistry.error(409, 409, "incompatible with version 1"));
    assertThatThrownBy(() -> client(Map.of()).register("s-value", SCHEMA))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining("incompatible with version 1")
        .hasMessageContaining("Tally");
  }

  @Test
  void withoutAutoRegistrationTheSchemaIsLookedUp() {
    HotlineAvroSerializer serializer = new HotlineAvroSerializer();
    serializer.configure(
        Map.of("schema.registry.url", registry.url(), "auto.register.schemas", "false"), false);
    Tally tally = new Tally(0, 0L, 0L, 0L, 0L, 0L);
    assertThatThrownBy(() -> serializer.serialize("t", tally))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining("t-value")
        .hasMessageContaining("auto.register.schemas");
    registry.add("filler", "\"string\"");
    registry.add("t-value", SCHEMA.toString());
    assertThat(serializer.serialize("t", tally)).startsWith(0, 0, 0, 0, 2);
    assertThat(registry.calls()).allMatch(call -> call.equals("POST /subjects/t-value"));
  }

  @Test
  void deploymentRegistersEveryTopic() {
    Map<String, Integer> ids =
        SchemaRegistration.register(
            ClusterConfig.plain("localhost:9092", registry.url()), Topics.fixed(Namespace.LIVE));
    assertThat(ids)
        .hasSize(Topics.fixed(Namespace.LIVE).size())
        .containsKey("hotline.items.v1-value");
    assertThat(
            SchemaRegistration.register(
                ClusterConfig.plain("localhost:9092", registry.url()),
                Topics.fixed(Namespace.LIVE)))
        .isEqualTo(ids);
  }

  @Test
  void deploymentHasTheRegistryKeepEverySubjectReadable() {
    ClusterConfig cluster = ClusterConfig.plain("localhost:9092", registry.url());
    TopicSpec<Tally> topic = Topics.tallies(Namespace.LIVE);
    SchemaRegistration.register(cluster, List.of(topic));
    assertThat(registry.levels()).containsOnly(entry(topic.valueSubject(), "BACKWARD_TRANSITIVE"));
    String config = "PUT /config/" + topic.valueSubject();
    String versions = "POST /subjects/" + topic.valueSubject() + "/versions";
    assertThat(registry.calls()).as("a new subject").containsExactly(config, versions, config);

    SchemaRegistration.register(cluster, List.of(topic));
    assertThat(registry.calls().subList(3, registry.calls().size()))
        .as("a known subject: before its schema, which is then held to it")
        .containsExactly(config, versions);
  }

  @Test
  void whoMayNotSetACompatibilityIsToldSo() {
    registry.add("hotline.tallies.v1-value", SCHEMA.toString());
    registry.failNext(FakeRegistry.error(403, 40301, "not yours"));
    assertThatThrownBy(
            () ->
                SchemaRegistration.register(
                    ClusterConfig.plain("localhost:9092", registry.url()),
                    List.of(Topics.tallies(Namespace.LIVE))))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining("BACKWARD_TRANSITIVE")
        .hasMessageContaining("not yours");
  }

  @Test
  void credentialsAreSent() {
    client(
            Map.of(
                "basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "me:secret"))
        .register("a", SCHEMA);
    client(Map.of("schema.registry.url", registry.url().replace("//", "//you:hidden@")))
        .register("a", SCHEMA);
    client(Map.of("schema.registry.bearer.auth.token", "abc")).register("a", SCHEMA);
    client(Map.of()).register("a", SCHEMA);
    assertThat(registry.authorizations())
        .containsExactly("Basic bWU6c2VjcmV0", "Basic eW91OmhpZGRlbg==", "Bearer abc", "none");
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "schema.registry.url, ftp://x",
    "schema.registry.url, not an address",
    "schema.registry.url, ''",
    "max.retries, -1",
    "max.retries, many",
    "http.read.timeout.ms, 0",
    "auto.register.schemas, maybe",
    "basic.auth.credentials.source, SASL_INHERIT",
    "schema.registry.ssl.truststore.location, /no/such/file"
  })
  void aWrongValueIsNamedWithItsKey(String key, String value) {
    Map<String, Object> configs = new HashMap<>(Map.of("schema.registry.url", registry.url()));
    configs.put(key, value);
    assertThatThrownBy(() -> WireConfig.of(configs))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(value);
  }

  private RegistryClient client(Map<String, String> configs) {
    Map<String, Object> merged = new HashMap<>(Map.of("schema.registry.url", registry.url()));
    merged.putAll(configs);
    return new RegistryClient(WireConfig.of(merged), pauses::add);
  }
}
