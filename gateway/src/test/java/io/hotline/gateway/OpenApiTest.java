package io.hotline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotline.gateway.log.LogInMemory;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.record.Acknowledgement;
import io.hotline.schemas.record.EventStatus;
import io.hotline.schemas.record.SourceHealth;
import io.hotline.schemas.record.TopicRule;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The document against what is really served: every address, and the shape of what it answers. */
class OpenApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FILE = Path.of("src/main/resources/io/hotline/gateway/openapi.json");
  private static final String DAY = "2025-01-20T10:00:00Z";

  private final LogInMemory log = LogInMemory.house();
  private Gateway gateway;
  private Requests requests;
  private JsonNode document;

  @BeforeEach
  void start() throws Exception {
    log.append(
        "us-russia-contact", 0, Instant.parse(DAY), "i", Records.signal("signal-of-a1", DAY));
    log.append(
        "alerts", 1, Instant.parse(DAY), "a1", Records.alert("a1", "s1", DAY, EventStatus.PLANNED));
    log.append("enriched", 2, Instant.parse(DAY), "i1", Records.enriched("i1", DAY, "Some text"));
    log.append(
        "rules",
        0,
        Instant.parse(DAY),
        "us-russia-contact",
        TopicRule.newBuilder()
            .setId("us-russia-contact")
            .setVersion(1)
            .setTitle("Contacts")
            .setBetween(List.of("USA", "RUS"))
            .build());
    log.append(
        "source-health",
        0,
        Instant.parse(DAY),
        "Example Wire",
        SourceHealth.newBuilder().setSource("Example Wire").setChecked(Instant.parse(DAY)).build());
    log.append(
        "acknowledgements",
        0,
        Instant.parse(DAY),
        "a1",
        Acknowledgement.newBuilder()
            .setAlertId("a1")
            .setBy("desk")
            .setAt(Instant.parse(DAY))
            .build());
    gateway =
        Gateway.start(
            GatewayConfig.of(
                    ClusterConfig.plain("localhost:9", "http://localhost:9"), Namespace.LIVE)
                .listeningOn("127.0.0.1", 0)
                .refreshing(Duration.ofMillis(100)),
            log,
            new SomeWorkbench(),
            new TestClock("2025-02-01T00:00:00Z"));
    requests = new Requests(gateway.address());
    document = JSON.readTree(requests.get("openapi.json").body());
    requests.await(200, "alerts/a1");
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void everyAddressIsDocumentedAndEveryDocumentedAddressIsServed() {
    Set<String> documented = new TreeSet<>();
    document
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    assertThat(new TreeSet<>(gateway.served())).isEqualTo(documented);
  }

  /** With {@code -Dhotline.openapi.write=true} writes what it expects instead. */
  @Test
  void recordsAreAsTheirAvroSchemasSay() throws Exception {
    ObjectNode read = (ObjectNode) JSON.readTree(Files.readAllBytes(FILE));
    ObjectNode components = (ObjectNode) read.path("components").path("schemas");
    Map<String, JsonNode> expected = RecordSchemas.of(read);
    if (Boolean.getBoolean("hotline.openapi.write")) {
      expected.forEach(components::set);
      Files.write(
          FILE,
          (JSON.writer(
                          new DefaultPrettyPrinter()
                              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                              .withArrayIndenter(new DefaultIndenter("  ", "\n")))
                      .writeValueAsString(read)
                  + "\n")
              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return;
    }
    Map<String, JsonNode> written = new TreeMap<>();
    expected.keySet().forEach(name -> written.put(name, components.get(name)));
    assertThat(written).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1} answers {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /openapi.json                       |                                    | 200 | /openapi.json
          GET    | /health/live                        |                                    | 200 | /health/live
          GET    | /health/ready                       |                                    | 200 | /health/ready
          GET    | /topics                             |                                    | 200 | /topics
          GET    | /items/i1                           |                                    | 200 | /items/{id}
          GET    | /items/no                           |                                    | 404 | /items/{id}
          GET    | /enriched/i1                        |                                    | 200 | /enriched/{id}
          GET    | /enriched/no?published=2025-01-20   |                                    | 404 | /enriched/{id}
          GET    | /signals/signal-of-a1               |                                    | 200 | /signals/{id}
          GET    | /signals/no                         |                                    | 404 | /signals/{id}
          GET    | /stories                            |                                    | 200 | /stories
          GET    | /stories?limit=0                    |                                    | 400 | /stories
          GET    | /stories/s1                         |                                    | 200 | /stories/{id}
          GET    | /stories/no                         |                                    | 404 | /stories/{id}
          GET    | /alerts/a1                          |                                    | 200 | /alerts/{id}
          GET    | /alerts/no                          |                                    | 404 | /alerts/{id}
          GET    | /alerts/a1/acknowledgement          |                                    | 200 | /alerts/{id}/acknowledgement
          GET    | /alerts/no/acknowledgement          |                                    | 404 | /alerts/{id}/acknowledgement
          POST   | /alerts/a1/acknowledgement          | {"by":"me","note":"seen"}          | 200 | /alerts/{id}/acknowledgement
          POST   | /alerts/no/acknowledgement          | {}                                 | 404 | /alerts/{id}/acknowledgement
          POST   | /alerts/a1/acknowledgement          | {"who":"me"}                       | 400 | /alerts/{id}/acknowledgement
          DELETE | /alerts/a1/acknowledgement          |                                    | 204 | /alerts/{id}/acknowledgement
          GET    | /acknowledgements                   |                                    | 200 | /acknowledgements
          GET    | /sources                            |                                    | 200 | /sources
          GET    | /rules                              |                                    | 200 | /rules
          GET    | /rules/us-russia-contact            |                                    | 200 | /rules/{id}
          GET    | /rules/no                           |                                    | 404 | /rules/{id}
          POST   | /rules/test                         | {"yaml":"id: a","text":"Some"}     | 200 | /rules/test
          POST   | /rules/test                         | {"yaml":"refused","text":"Some"}   | 200 | /rules/test
          POST   | /rules/test                         | {"yaml":"id: a"}                   | 400 | /rules/test
          POST   | /rules/backtest                     | {"yaml":"id: a","since":"2025-01-20","until":"2025-01-21"} | 200 | /rules/backtest
          POST   | /rules/backtest                     | {"yaml":"id: a"}                   | 400 | /rules/backtest
          GET    | /counts?since=2025-01-20&until=2025-01-21&step=1h |                      | 200 | /counts
          GET    | /counts?since=2025-01-20&until=2025-01-21&by=status&topic=alerts |       | 200 | /counts
          GET    | /counts?step=soon                   |                                    | 400 | /counts
          GET    | /counts?topic=weather               |                                    | 404 | /counts
          GET    | /matrix                             |                                    | 200 | /matrix
          GET    | /matrix?topic=weather               |                                    | 404 | /matrix
          GET    | /annotations?since=1737331200000    |                                    | 200 | /annotations
          GET    | /annotations?since=then             |                                    | 400 | /annotations
          GET    | /webhooks                           |                                    | 200 | /webhooks
          POST   | /webhooks                           | {"url":"https://192.0.2.1/x","topics":["alerts"]} | 400 | /webhooks
          POST   | /webhooks                           | {"url":"https://192.0.2.1/x"}      | 400 | /webhooks
          GET    | /webhooks/no                        |                                    | 404 | /webhooks/{id}
          DELETE | /webhooks/no                        |                                    | 404 | /webhooks/{id}
          POST   | /webhooks/no/pause                  |                                    | 404 | /webhooks/{id}/pause
          POST   | /webhooks/no/resume                 |                                    | 404 | /webhooks/{id}/resume
          POST   | /webhooks/no/replay                 | {"since":"2025-01-20"}             | 404 | /webhooks/{id}/replay
          POST   | /session                            |                                    | 400 | /session
          DELETE | /session                            |                                    | 204 | /session
          GET    | /streams/weather                    |                                    | 404 | /streams/{topic}
          GET    | /streams/alerts?minConfidence=2     |                                    | 400 | /streams/{topic}
          GET    | /feeds/weather.atom                 |                                    | 404 | /feeds/{topic}.atom
          GET    | /page/no                            |                                    | 404 | /page/{file}
          """)
  void answersAsDocumented(String method, String address, String body, int status, String path)
      throws Exception {
    HttpResponse<String> answer =
        body == null
            ? requests.send(method, address.substring(1), null)
            : requests.send(
                method,
                address.substring(1),
                HttpRequest.BodyPublishers.ofString(body),
                "Content-Type",
                "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode documented =
        document
            .path("paths")
            .path(path)
            .path(method.toLowerCase(Locale.ROOT))
            .path("responses")
            .path(Integer.toString(status));
    assertThat(documented.isMissingNode()).as("documented").isFalse();
    JsonNode schema = documented.at("/content/application~1json/schema");
    if (schema.isMissingNode()) {
      assertThat(answer.body()).isEmpty();
      return;
    }
    List<String> faults = new ArrayList<>();
    new Shapes(document).check("$", JSON.readTree(answer.body()), schema, faults);
    assertThat(faults).isEmpty();
  }

  @Test
  void whatIsNoJsonIsAsDocumentedToo() throws Exception {
    assertThat(requests.get("").headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/html");
    assertThat(requests.get("metrics").headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/plain");
    assertThat(requests.get("feeds/alerts.atom").headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/atom+xml");
    assertThat(
            requests
                .get("streams/alerts?until=2025-01-21")
                .headers()
                .firstValue("Content-Type")
                .orElse(""))
        .startsWith("text/event-stream");
  }
}
