package io.hotline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotline.gateway.log.LogInMemory;
import io.hotline.gateway.webhooks.WebhookConfig;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.record.EventStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * News whose headline, source and text are full of script, markup, ends of SSE lines and characters
 * that turn text around, on every way out. In a browser the page's own test looks at it.
 */
class HostileTextTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant DAY = Instant.parse("2025-01-20T10:00:00Z");

  /** Characters that would turn around what stands beside them, or are no text. */
  private static final String UNSEEN =
      "[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069]";

  private final LogInMemory log = LogInMemory.house();
  private final List<Receiver> receivers = new ArrayList<>();
  private Gateway gateway;
  private Requests requests;

  @BeforeEach
  void start() throws Exception {
    gateway =
        Gateway.start(
            GatewayConfig.of(
                    ClusterConfig.plain("localhost:9", "http://localhost:9"), Namespace.LIVE)
                .listeningOn("127.0.0.1", 0)
                .refreshing(Duration.ofMillis(100))
                .with(
                    new WebhookConfig(
                        Set.of("127.0.0.0/8"),
                        null,
                        Duration.ofSeconds(5),
                        Duration.ofMillis(50),
                        Duration.ofMillis(400),
                        Duration.ofDays(3))),
            log,
            InstantSource.system());
    requests = new Requests(gateway.address());
    requests.await(200, "webhooks");
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    for (Receiver receiver : receivers) {
      receiver.close();
    }
  }

  @Test
  void streamsCarryItWholeAndItForgesNoEvent() throws Exception {
    append();
    try (SseClient client =
        new SseClient(gateway.address().resolve("streams/signals,alerts?until=2025-01-21"))) {
      SseClient.Event first = client.next();
      SseClient.Event second = client.next();
      assertThat(List.of(first.name(), second.name())).containsExactlyInAnyOrder("signal", "alert");
      SseClient.Event signal = first.name().equals("signal") ? first : second;
      JsonNode record = JSON.readTree(signal.data());
      assertThat(record.path("headline").asText()).isEqualTo(Records.HOSTILE);
      assertThat(record.path("source").asText()).isEqualTo(Records.HOSTILE);
      assertThat(client.next().name()).isEqualTo("end");
      assertThat(client.next().name()).isEqualTo("EOF");
    }
  }

  @Test
  void answersAreJsonThatNoBrowserTakesForMarkup() throws Exception {
    append();
    var answer = requests.await(200, "stories/story");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(JSON.readTree(answer.body()).path("summary").asText()).isEqualTo(Records.HOSTILE);
  }

  @Test
  void feedSaysItAsText() throws Exception {
    append();
    String feed = requests.awaitText("<entry", "feeds/signals.atom").body();
    assertThat(feed)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script", "<img", "]]>")
        .doesNotContainPattern(UNSEEN);
  }

  @Test
  void slackReadsNeitherMarkupNorMentionsInIt() throws Exception {
    JsonNode message = JSON.readTree(told("SLACK"));
    assertThat(message.path("text").asText())
        .contains("&lt;script&gt;", "&lt;!channel&gt;")
        .doesNotContain("<", ">");
    for (JsonNode type : message.findValues("type")) {
      assertThat(type.asText()).isNotEqualTo("mrkdwn");
    }
    assertThat(allTexts(message)).anySatisfy(text -> assertThat(text).contains("<!channel>"));
  }

  @Test
  void teamsReadsNoMarkdownInIt() throws Exception {
    String card = told("TEAMS");
    assertThat(card).doesNotContain("\"TextBlock\"").contains("\"RichTextBlock\"");
    assertThat(allTexts(JSON.readTree(card)))
        .anySatisfy(text -> assertThat(text).contains("[link](javascript:alert(3))"));
  }

  @Test
  void alertmanagerHasItInAnnotationsOnly() throws Exception {
    JsonNode alert = JSON.readTree(told("ALERTMANAGER")).get(0);
    assertThat(alert.path("labels").toString()).doesNotContain("script");
    assertThat(alert.at("/annotations/summary").asText()).contains("<script>");
    assertThat(Instant.parse(alert.path("endsAt").asText()))
        .isAfter(Instant.parse(alert.path("startsAt").asText()));
  }

  @Test
  void machinesGetItAsItIs() throws Exception {
    for (String format : List.of("JSON", "CLOUDEVENTS")) {
      JsonNode body = JSON.readTree(told(format));
      assertThat(body.at("/data/summary").asText()).isEqualTo(Records.HOSTILE);
    }
  }

  /** Every text in it, none of which may hold what cannot be seen. */
  private static List<String> allTexts(JsonNode message) {
    List<String> texts = new ArrayList<>();
    collect(message, texts);
    for (String text : texts) {
      assertThat(text).doesNotContainPattern(UNSEEN).doesNotContain("\n");
    }
    return texts;
  }

  private static void collect(JsonNode node, List<String> texts) {
    if (node.isTextual()) {
      texts.add(node.textValue());
    }
    node.forEach(child -> collect(child, texts));
  }

  private String told(String format) throws Exception {
    Receiver receiver = new Receiver(Receiver.Manner.WELL);
    receivers.add(receiver);
    String id = "hook-" + receivers.size();
    var answer =
        requests.post(
            "webhooks",
            "{\"id\":\"%s\",\"url\":\"%s\",\"topics\":[\"alerts\"],\"format\":\"%s\"}"
                .formatted(id, receiver.url(), format));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    append();
    return receiver.await(1).get(0).text();
  }

  private void append() {
    log.append(
        "us-russia-contact",
        0,
        DAY,
        "i",
        Records.signal("s", DAY.toString(), Records.HOSTILE, Records.HOSTILE));
    log.append(
        "alerts",
        0,
        DAY,
        "a",
        Records.alert("a", "story", DAY.toString(), EventStatus.PLANNED, Records.HOSTILE));
  }
}
