package io.hotline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotline.gateway.log.LogInMemory;
import io.hotline.gateway.log.TopicKind;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything but the streams: health, topics, the page, headers and errors. */
class GatewayHttpTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final LogInMemory log =
      new LogInMemory()
          .topic("us-russia-contact", TopicKind.SIGNAL, 1)
          .topic("alerts", TopicKind.ALERT, 4)
          .topic("enriched", TopicKind.ENRICHED, 4);
  private final TestClock clock = new TestClock("2025-02-01T00:00:00Z");
  private Gateway gateway;

  @BeforeEach
  void start() throws Exception {
    gateway = Gateway.start(config(0), log, clock);
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void notReadyWhileKafkaIsAwayAndSaysWhy() throws Exception {
    awaitStatus(200, "health/ready");
    assertThat(get("health/ready").body()).isEqualTo("{\"ready\":true,\"reasons\":[]}\n");
    log.setUnavailable(true);
    assertThat(awaitStatus(503, "health/ready").body())
        .isEqualTo("{\"ready\":false,\"reasons\":[\"kafka: away\"]}\n");
    assertThat(get("health/live").statusCode()).isEqualTo(200);
    log.setUnavailable(false);
    awaitStatus(200, "health/ready");
  }

  @Test
  void notReadyWithoutTheHousesTopics() throws Exception {
    gateway.close();
    gateway = Gateway.start(config(0), new LogInMemory(), clock);
    assertThat(awaitBody("alert records", "health/ready").statusCode()).isEqualTo(503);
  }

  @Test
  void listsTopicsAndNewOnesAsTheyCome() throws Exception {
    awaitStatus(200, "health/ready");
    log.topic("kremlin-on-us", TopicKind.SIGNAL, 1);
    JsonNode topics = JSON.readTree(awaitBody("kremlin-on-us", "topics").body());
    assertThat(topics).hasSize(4);
    assertThat(topics.get(1).toString())
        .isEqualTo(
            "{\"name\":\"us-russia-contact\",\"topic\":\"hotline.signals.us-russia-contact.v1\","
                + "\"kind\":\"signal\",\"partitions\":1,"
                + "\"stream\":\"/streams/hotline.signals.us-russia-contact.v1\","
                + "\"feed\":\"/feeds/us-russia-contact.atom\","
                + "\"records\":0,\"recordsAreEstimate\":false,\"latest\":null,"
                + "\"rule\":{\"id\":\"us-russia-contact\",\"version\":1,"
                + "\"title\":\"Title of us-russia-contact\",\"yaml\":\"\"}}");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unknown address     | nothing                                   | 404 | there is nothing here
          unknown topic       | streams/weather                           | 404 | there is no topic 'weather'; there are signals, us-russia-contact, alerts, enriched
          inner topic         | streams/hotline.rules.v1                  | 404 | there is no topic
          no topic            | streams/                                  | 404 | there is no topic ''
          bad day             | streams/alerts?since=20-01-2025           | 400 | since '20-01-2025': expected a day such as 2025-01-20
          no such day         | streams/alerts?until=2025-02-30           | 400 | until '2025-02-30'
          turned around       | streams/alerts?since=2025-01-21&until=2025-01-20 | 400 | is before since
          misspelt parameter  | streams/alerts?form=2025-01-21            | 400 | parameter 'form': expected country, last, minConfidence, mode, since, source, speaker, status, until
          given twice         | streams/alerts?last=1&last=2              | 400 | more than once
          too many            | streams/alerts?last=1001                  | 400 | from 0 to 1000
          a folder            | page/                                     | 404 | there is nothing here
          out of the folder   | page/..%2f..%2flog%2fx                     | 400 | Ambiguous
          """)
  void saysWhatIsWrong(String name, String path, int status, String error) throws Exception {
    awaitStatus(200, "health/ready");
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(name).isEqualTo(status);
    assertThat(JSON.readTree(answer.body()).get("error").asText()).contains(error);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertHardened(answer);
  }

  @Test
  void foreignLastEventIdIsRefused() throws Exception {
    awaitStatus(200, "health/ready");
    HttpResponse<String> answer =
        send(request("streams/alerts").header("Last-Event-ID", "42").build());
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void onlyGetIsAllowed() throws Exception {
    HttpResponse<String> answer =
        send(request("topics").POST(HttpRequest.BodyPublishers.ofString("x")).build());
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "topics", "health/live", "page/main.js", "page/frame.css", "no"})
  void everyAnswerIsHardened(String path) throws Exception {
    awaitStatus(200, "health/ready");
    assertHardened(get(path));
  }

  @Test
  void streamsAreHardenedToo() throws Exception {
    awaitStatus(200, "health/ready");
    try (SseClient client = new SseClient(gateway.address().resolve("streams/alerts"))) {
      assertHardened(client.response());
      assertThat(client.response().headers().firstValue("Content-Type"))
          .hasValue("text/event-stream");
      assertThat(client.response().headers().firstValue("Cache-Control")).hasValue("no-store");
    }
  }

  @Test
  void pageHasNoInlineScriptOrStyleAndAllItsPartsAreServed() throws Exception {
    HttpResponse<String> page = get("");
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(page.body())
        .doesNotContainPattern("<script(?![^>]*src=)")
        .doesNotContainPattern("(?i)\\son\\w+=")
        .doesNotContain("<style", "style=", "javascript:", "http://", "https://");
    int parts = 0;
    Matcher part = Pattern.compile("(?:src|href)=\"(/page/[^\"]+)\"").matcher(page.body());
    while (part.find()) {
      assertThat(get(part.group(1).substring(1)).statusCode()).as(part.group(1)).isEqualTo(200);
      parts++;
    }
    assertThat(parts).isGreaterThanOrEqualTo(3);
  }

  @Test
  void scriptsMakeTextNodesOnlyAndImportNothingFromElsewhere() throws Exception {
    Set<String> seen = new HashSet<>(Set.of("main.js"));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      String name = open.pop();
      HttpResponse<String> script = get("page/" + name);
      assertThat(script.statusCode()).as(name).isEqualTo(200);
      assertThat(script.headers().firstValue("Content-Type"))
          .hasValue("text/javascript;charset=utf-8");
      assertThat(script.body())
          .as(name)
          .doesNotContain("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(");
      Matcher imported = Pattern.compile("(?m)^import .*from '([^']+)'").matcher(script.body());
      while (imported.find()) {
        assertThat(imported.group(1)).as(name).startsWith("./");
        if (seen.add(imported.group(1).substring(2))) {
          open.push(imported.group(1).substring(2));
        }
      }
    }
    assertThat(seen).contains("stream.js", "text.js", "uplot.js").hasSizeGreaterThan(20);
  }

  @Test
  void pageIsNotSentAgainToThoseWhoHaveIt() throws Exception {
    String tag = get("page/main.js").headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = send(request("page/main.js").header("If-None-Match", tag).build());
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void portThatIsTakenIsNamedWithTheFlagThatChangesIt() {
    int taken = gateway.address().getPort();
    assertThatThrownBy(() -> Gateway.start(config(taken), new LogInMemory(), clock))
        .isInstanceOf(PortTakenException.class)
        .hasMessageContaining("127.0.0.1:" + taken)
        .hasMessageContaining("--http-port");
  }

  private static void assertHardened(HttpResponse<?> answer) {
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }

  private static GatewayConfig config(int port) {
    return GatewayConfig.of(
            ClusterConfig.plain("localhost:9", "http://localhost:9"), Namespace.LIVE)
        .listeningOn("127.0.0.1", port)
        .refreshing(Duration.ofMillis(100));
  }

  private HttpResponse<String> awaitStatus(int status, String path) throws Exception {
    for (int i = 0; i < 1000; i++) {
      HttpResponse<String> answer = get(path);
      if (answer.statusCode() == status) {
        return answer;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("never " + status + ": " + path);
  }

  private HttpResponse<String> awaitBody(String part, String path) throws Exception {
    for (int i = 0; i < 1000; i++) {
      HttpResponse<String> answer = get(path);
      if (answer.body().contains(part)) {
        return answer;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("never '" + part + "': " + path);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(gateway.address() + path));
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void configurationNamesTheKeyTheValueAndWhatIsAllowed() {
    assertThatThrownBy(() -> config(70_000)).hasMessage("http.port '70000': expected 0 to 65535");
    assertThatThrownBy(
            () -> GatewayConfig.of(config(0).cluster(), Namespace.LIVE).listeningOn(" ", 1))
        .hasMessageContaining("http.host");
  }
}
