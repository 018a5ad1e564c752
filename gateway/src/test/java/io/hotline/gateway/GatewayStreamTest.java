package io.hotline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.gateway.log.LogInMemory;
import io.hotline.gateway.log.TopicKind;
import io.hotline.gateway.stream.StreamLimits;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a listener hears over HTTP, with a log in memory behind the gateway. */
class GatewayStreamTest {

  private static final String CONTACT = "us-russia-contact";

  private final LogInMemory log =
      new LogInMemory()
          .topic(CONTACT, TopicKind.SIGNAL, 1)
          .topic("alerts", TopicKind.ALERT, 4)
          .topic("enriched", TopicKind.ENRICHED, 4);
  private final TestClock clock = new TestClock("2025-02-01T00:00:00Z");
  private Gateway gateway;

  @BeforeEach
  void start() throws Exception {
    gateway = Gateway.start(config(StreamLimits.DEFAULT), log, clock);
    awaitReady();
  }

  @AfterEach
  void stop() {
    gateway.close();
    assertThat(log.readersOpen()).as("readers left open").isZero();
  }

  @Test
  void tellsWhatComesFromNowOn() throws Exception {
    log.append(CONTACT, 0, "2025-01-19T10:00:00Z", json("before"));
    try (SseClient client = listen(CONTACT)) {
      awaitListening(client);
      log.append(CONTACT, 0, "2025-01-20T10:00:00Z", json("after"));

      SseClient.Event event = client.next();
      assertThat(event.name()).isEqualTo("signal");
      assertThat(event.data()).isEqualTo(json("after"));
      assertThat(event.lastId())
          .isEqualTo(
              "[{\"topic\":\"hotline.signals.us-russia-contact.v1\",\"partition\":0,\"offset\":2}]");
    }
  }

  @Test
  void boundedWindowFindsByEventTimeWhateverTheOrderOfArrivalAndEnds() throws Exception {
    log.append(CONTACT, 0, "2025-01-20T10:00:00Z", json("first"));
    log.append(CONTACT, 0, "2025-01-22T10:00:00Z", json("too new"));
    log.append(CONTACT, 0, "2025-01-19T10:00:00Z", json("too old"));
    log.skipOffset(CONTACT, 0);
    log.append(CONTACT, 0, "2025-01-20T00:00:00Z", json("late, at the very beginning"));
    log.append(CONTACT, 0, "2025-01-21T00:00:00Z", json("just after"));
    log.skipOffset(CONTACT, 0);

    try (SseClient client = listen(CONTACT + "?since=2025-01-20&until=2025-01-21")) {
      assertThat(client.rest())
          .containsExactly(
              "signal " + json("first"),
              "signal " + json("late, at the very beginning"),
              "end {\"reason\":\"until 2025-01-21T00:00:00Z is reached\"}");
    }
  }

  @Test
  void boundedWindowOfAnEmptyTopicEnds() throws Exception {
    try (SseClient client = listen("alerts?until=2025-01-21")) {
      assertThat(client.rest()).hasSize(1).first().asString().startsWith("end ");
    }
  }

  @Test
  void windowThatEndsInTheFutureGoesOnUntilThen() throws Exception {
    log.append(CONTACT, 0, "2025-01-31T10:00:00Z", json("past"));
    try (SseClient client = listen(CONTACT + "?since=2025-01-31&until=2025-02-01T01:00:00Z")) {
      assertThat(client.next().data()).isEqualTo(json("past"));
      log.append(CONTACT, 0, "2025-02-01T00:30:00Z", json("live"));
      assertThat(client.next().data()).isEqualTo(json("live"));
      log.append(CONTACT, 0, "2025-02-01T01:00:00Z", json("beyond"));
      clock.forward(Duration.ofHours(2));
      assertThat(client.rest()).hasSize(1).first().asString().startsWith("end ");
    }
  }

  @Test
  void resumesAfterTheLastEventWithoutLossOrRepeat() throws Exception {
    for (int i = 0; i < 40; i++) {
      log.append("alerts", i % 4, "2025-01-20T10:00:00Z", json("alert " + i));
    }
    TreeSet<String> heard = new TreeSet<>();
    String lastId = "";
    try (SseClient client = listen("alerts?since=2025-01-01")) {
      for (int i = 0; i < 17; i++) {
        SseClient.Event event = client.next();
        heard.add(event.data());
        lastId = event.lastId();
      }
    }
    log.append("alerts", 2, "2025-01-20T11:00:00Z", json("while away"));
    try (SseClient client = listen("alerts?since=2025-01-01", "Last-Event-ID", lastId)) {
      for (int i = 0; i < 24; i++) {
        assertThat(heard.add(client.next().data())).as("told once").isTrue();
      }
      log.append("alerts", 1, "2025-01-20T12:00:00Z", json("live again"));
      assertThat(client.next().data()).isEqualTo(json("live again"));
    }
    assertThat(heard).hasSize(41).contains(json("while away"));
  }

  @Test
  void positionOfAnotherLogOfTheSameNameBeginsAnew() throws Exception {
    log.append(CONTACT, 0, "2025-01-20T10:00:00Z", json("only"));
    String id = "[{\"topic\":\"" + log.fullName(CONTACT) + "\",\"partition\":0,\"offset\":99}]";
    try (SseClient client = listen(CONTACT, "Last-Event-ID", id)) {
      assertThat(client.next().data()).isEqualTo(json("only"));
    }
  }

  @Test
  void replayGoesOverIntoLiveWhileMuchIsWritten() throws Exception {
    Thread writer =
        new Thread(
            () ->
                IntStream.range(0, 3000)
                    .forEach(
                        i -> log.append(CONTACT, 0, "2025-01-20T10:00:00Z", json("signal " + i))));
    writer.start();
    try (SseClient client = listen(CONTACT + "?since=2025-01-01")) {
      for (int i = 0; i < 3000; i++) {
        assertThat(client.next().data()).isEqualTo(json("signal " + i));
      }
    }
    writer.join();
  }

  @Test
  void latestBeginsWithTheLastOfEachPartition() throws Exception {
    for (int i = 0; i < 10; i++) {
      log.append(CONTACT, 0, "2025-01-20T10:00:00Z", json("signal " + i));
    }
    try (SseClient client = listen(CONTACT + "?last=2")) {
      assertThat(client.next().data()).isEqualTo(json("signal 8"));
      assertThat(client.next().data()).isEqualTo(json("signal 9"));
      log.append(CONTACT, 0, "2025-01-20T10:00:00Z", json("signal 10"));
      assertThat(client.next().data()).isEqualTo(json("signal 10"));
    }
  }

  @Test
  void newRulesTopicIsHeardWithoutAskingAgain() throws Exception {
    try (SseClient client = listen("signals,alerts")) {
      awaitListening(client);
      log.topic("kremlin-on-us", TopicKind.SIGNAL, 1);
      log.append("kremlin-on-us", 0, "2025-01-20T10:00:00Z", json("of the new rule"));
      assertThat(client.next().data()).isEqualTo(json("of the new rule"));
      log.append("alerts", 3, "2025-01-20T10:00:00Z", json("an alert"));
      assertThat(client.next().name()).isEqualTo("alert");
    }
  }

  @Test
  void lineBreaksInDataCannotForgeEvents() throws Exception {
    String hostile = "{\"text\":\n\"a\"\r\n,\"b\":\r\"event: alert\"}";
    log.append(CONTACT, 0, "2025-01-20T10:00:00Z", hostile);
    try (SseClient client = listen(CONTACT + "?until=2025-01-21")) {
      SseClient.Event event = client.next();
      assertThat(event.name()).isEqualTo("signal");
      assertThat(event.data()).isEqualTo(hostile.replace("\r\n", "\n").replace("\r", "\n"));
      assertThat(client.next().name()).isEqualTo("end");
    }
  }

  @Test
  void heartbeatsWhenNothingHappens() throws Exception {
    try (SseClient client = listen(CONTACT)) {
      awaitListening(client);
      assertThat(client.isQuiet(1500)).as("before the time").isTrue();
      clock.forward(Duration.ofSeconds(15));
      assertThat(client.next().data()).isEqualTo("heartbeat");
    }
  }

  @Test
  void jsonLinesForThoseWhoAskForThem() throws Exception {
    log.append(CONTACT, 0, "2025-01-20T10:00:00Z", json("one"));
    log.append(CONTACT, 0, "2025-01-20T11:00:00Z", json("two"));
    HttpResponse<String> answer =
        get("streams/" + CONTACT + "?until=2025-01-21", "Accept", "application/x-ndjson");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
    assertThat(answer.body()).isEqualTo(json("one") + "\n" + json("two") + "\n");
  }

  @Test
  void fullNamesAndListsOfNames() throws Exception {
    log.append(CONTACT, 0, "2025-01-20T10:00:00Z", json("signal"));
    log.append("alerts", 2, "2025-01-20T11:00:00Z", json("alert"));
    try (SseClient client =
        listen(log.fullName(CONTACT) + "," + log.fullName("alerts") + "?until=2025-01-21")) {
      assertThat(client.rest())
          .contains("signal " + json("signal"), "alert " + json("alert"))
          .hasSize(3);
    }
  }

  @Test
  void faultOfTheClusterEndsAReplayAndTheListenerCanGoOn() throws Exception {
    log.append(CONTACT, 0, "2025-01-20T10:00:00Z", json("one"));
    log.setUnavailable(true);
    try (SseClient client = listen(CONTACT + "?since=2025-01-01")) {
      assertThat(client.rest())
          .containsExactly("dropped {\"reason\":\"kafka: away\",\"lastEventId\":null}");
    }
    log.setUnavailable(false);
    try (SseClient client = listen(CONTACT + "?since=2025-01-01")) {
      assertThat(client.next().data()).isEqualTo(json("one"));
    }
  }

  @Test
  void replaysAreLimitedAndTheLimitIsSaid() throws Exception {
    gateway.close();
    gateway =
        Gateway.start(
            config(new StreamLimits(Duration.ofSeconds(15), Duration.ofSeconds(30), 4096, 100, 1)),
            log,
            clock);
    awaitReady();
    String big = "x".repeat(60_000);
    for (int i = 0; i < 400; i++) {
      log.append(CONTACT, 0, "2025-01-20T10:00:00Z", json(big));
    }
    // Reads nothing, so its replay is under way until it goes.
    try (StalledClient stalled = new StalledClient(gateway.address(), CONTACT + "?last=400")) {
      HttpResponse<String> answer = awaitStatus(503, "streams/" + CONTACT + "?last=1");
      assertThat(answer.body()).contains("1 replays are under way");
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    }
  }

  @Test
  void stalledListenerIsDroppedAndSlowsNobody() throws Exception {
    gateway.close();
    gateway =
        Gateway.start(
            config(
                new StreamLimits(
                    Duration.ofSeconds(15), Duration.ofSeconds(30), 256 * 1024, 100, 4)),
            log,
            clock);
    awaitReady();
    String big = "x".repeat(50_000);
    try (StalledClient stalled = new StalledClient(gateway.address(), CONTACT);
        SseClient healthy = listen(CONTACT)) {
      awaitListening(healthy);
      for (int i = 0; i < 400; i++) {
        log.append(CONTACT, 0, "2025-01-20T10:00:00Z", json(i + big));
        assertThat(healthy.next().data()).isEqualTo(json(i + big));
      }
      clock.forward(Duration.ofSeconds(31));
      // Nobody may read meanwhile, or it would not be stalled.
      Thread.sleep(3000);
      assertThat(stalled.isCut()).isTrue();
    }
  }

  private HttpResponse<String> awaitStatus(int status, String path) throws Exception {
    for (int i = 0; i < 1000; i++) {
      HttpResponse<String> answer =
          get(path + (path.contains("?") ? "&" : "?") + "until=2025-01-21");
      if (answer.statusCode() == status) {
        return answer;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("never " + status + ": " + path);
  }

  private static GatewayConfig config(StreamLimits limits) {
    return GatewayConfig.of(
            ClusterConfig.plain("localhost:9", "http://localhost:9"), Namespace.LIVE)
        .listeningOn("127.0.0.1", 0)
        .refreshing(Duration.ofMillis(100))
        .with(limits);
  }

  private SseClient listen(String topic, String... headers)
      throws IOException, InterruptedException {
    return new SseClient(gateway.address().resolve("streams/" + topic), headers);
  }

  /** A live stream begins when the tail has taken it over, a moment after the answer begins. */
  private static void awaitListening(SseClient client) throws InterruptedException {
    SseClient.Event event = client.next();
    assertThat(event.name() + " " + event.data()).isEqualTo(": listening");
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(gateway.address().resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private void awaitReady() throws Exception {
    URI ready = gateway.address().resolve("health/ready");
    HttpClient client = HttpClient.newHttpClient();
    for (int i = 0; i < 1000; i++) {
      if (client
              .send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200) {
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("not ready");
  }

  private static String json(String text) {
    return "{\"text\":\"" + text + "\"}";
  }
}
