package io.hotline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotline.gateway.log.LogInMemory;
import io.hotline.gateway.webhooks.Signature;
import io.hotline.gateway.webhooks.WebhookConfig;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.record.EventStatus;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Subscribers over HTTP, with a log in memory behind the gateway. */
class WebhookTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant DAY = Instant.parse("2025-01-20T00:00:00Z");

  private final LogInMemory log = LogInMemory.house();
  private final List<Receiver> receivers = new ArrayList<>();
  private Gateway gateway;
  private Requests requests;
  private int alerts;

  @BeforeEach
  void start() throws Exception {
    gateway = Gateway.start(config(), log, InstantSource.system());
    requests = new Requests(gateway.address());
    requests.await(200, "webhooks");
  }

  private static GatewayConfig config() {
    return GatewayConfig.of(
            ClusterConfig.plain("localhost:9", "http://localhost:9"), Namespace.LIVE)
        .listeningOn("127.0.0.1", 0)
        .refreshing(Duration.ofMillis(100))
        .with(
            new WebhookConfig(
                Set.of("127.0.0.0/8"),
                null,
                Duration.ofSeconds(1),
                Duration.ofMillis(50),
                Duration.ofMillis(400),
                Duration.ofDays(3)));
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    for (Receiver receiver : receivers) {
      receiver.close();
    }
  }

  @Test
  void callsAreSignedAsStandardWebhooksAre() throws Exception {
    Receiver receiver = receiver(Receiver.Manner.WELL);
    String secret = add("desk", receiver, "\"format\":\"JSON\"");
    alert();
    Receiver.Call call = receiver.await(1).get(0);
    long timestamp = Long.parseLong(call.headers().get("webhook-timestamp"));
    assertThat(call.headers().get("webhook-signature"))
        .isEqualTo(Signature.of(secret, call.id(), timestamp, call.body()));
    assertThat(Math.abs(Instant.now().getEpochSecond() - timestamp)).isLessThan(60);
    JsonNode body = JSON.readTree(call.body());
    assertThat(body.path("type").asText()).isEqualTo("alert");
    assertThat(body.at("/data/id").asText()).isEqualTo("alert-0");
  }

  /** The example of the specification, so that the signature is not only what we think it is. */
  @Test
  void signatureIsThatOfTheSpecification() {
    assertThat(
            Signature.of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                "{\"test\": 2432232314}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void sickReceiversHearEverythingInOrderWhenTheyAreWellAndDelayNobody() throws Exception {
    Receiver healthy = receiver(Receiver.Manner.WELL);
    add("healthy", healthy, "\"format\":\"JSON\"");
    alert();
    healthy.await(1);
    long undisturbed = p99(healthy, 200);

    List<Receiver> sick = new ArrayList<>();
    for (Receiver.Manner manner :
        List.of(
            Receiver.Manner.SLOW,
            Receiver.Manner.FAILING,
            Receiver.Manner.HANGING,
            Receiver.Manner.RESETTING,
            Receiver.Manner.WELL)) {
      Receiver receiver = receiver(manner);
      sick.add(receiver);
      add("sick-" + sick.size(), receiver, "\"format\":\"CLOUDEVENTS\"");
    }
    Receiver dead = sick.get(4);
    int before = alerts;
    dead.die();
    long disturbed = p99(healthy, 200);
    System.out.printf(
        "webhooks: p99 at the healthy receiver %.1f ms undisturbed, %.1f ms beside five sick%n",
        undisturbed / 1e6, disturbed / 1e6);
    assertThat(healthy.taken()).as("no repeat").hasSize(alerts);
    assertThat(order(healthy)).isEqualTo(numbers(0, alerts));
    // The hanging one alone, were it waited for, would take a second of each of 200 alerts. How
    // much less than that it is, on a quiet machine, is measured in benchmarks.
    assertThat(disturbed).isLessThan(undisturbed + TimeUnit.SECONDS.toNanos(5));

    dead.comeBack();
    sick.forEach(receiver -> receiver.behave(Receiver.Manner.WELL));
    for (Receiver receiver : sick) {
      receiver.await(alerts - before);
      assertThat(order(receiver)).as("in order").isEqualTo(numbers(before, alerts));
    }
  }

  @Test
  void circuitOpensAndClosesAndSaysWhy() throws Exception {
    Receiver receiver = receiver(Receiver.Manner.FAILING);
    add("desk", receiver, "\"format\":\"JSON\"");
    alert();
    JsonNode open =
        JSON.readTree(requests.awaitText("\"circuit\":\"OPEN\"", "webhooks/desk").body());
    assertThat(open.at("/state/lastError").asText()).isEqualTo("it answered 500");
    assertThat(open.at("/state/delivered").asLong()).isZero();
    receiver.behave(Receiver.Manner.WELL);
    receiver.await(1);
    requests.awaitText("\"circuit\":\"CLOSED\"", "webhooks/desk");
    assertThat(requests.get("metrics").body())
        .contains("hotline_webhook_deliveries_total{outcome=\"failed\",webhook=\"desk\"}")
        .contains("hotline_webhook_deliveries_total{outcome=\"delivered\",webhook=\"desk\"} 1.0");
  }

  @Test
  void goesOnAfterARestartWhereItWas() throws Exception {
    Receiver receiver = receiver(Receiver.Manner.WELL);
    add("desk", receiver, "\"format\":\"JSON\"");
    alert();
    receiver.await(1);
    gateway.close();
    alert();
    gateway = Gateway.start(config(), log, InstantSource.system());
    requests = new Requests(gateway.address());
    alert();
    receiver.await(3);
    assertThat(order(receiver)).containsExactly(0, 1, 2);
    assertThat(receiver.taken()).as("no repeat").hasSize(3);
  }

  @Test
  void pausedIsKeptAndReplayedHasTheSameIds() throws Exception {
    Receiver receiver = receiver(Receiver.Manner.WELL);
    add("desk", receiver, "\"format\":\"JSON\"");
    alert();
    receiver.await(1);
    requests.post("webhooks/desk/pause", "");
    requests.awaitText("\"paused\":true", "webhooks/desk");
    TimeUnit.MILLISECONDS.sleep(300);
    alert();
    TimeUnit.MILLISECONDS.sleep(500);
    assertThat(receiver.taken()).hasSize(1);
    requests.post("webhooks/desk/resume", "");
    receiver.await(2);
    HttpResponse<String> replay =
        requests.post("webhooks/desk/replay", "{\"since\":\"2025-01-20\"}");
    assertThat(replay.statusCode()).isEqualTo(202);
    for (int i = 0; i < 500 && receiver.taken().size() < 4; i++) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    List<String> ids = receiver.taken().stream().map(Receiver.Call::id).toList();
    assertThat(ids).hasSize(4);
    assertThat(ids.subList(2, 4)).isEqualTo(ids.subList(0, 2));
  }

  @Test
  void filterChoosesAndRemovedIsCalledNoMore() throws Exception {
    Receiver receiver = receiver(Receiver.Manner.WELL);
    add("desk", receiver, "\"statuses\":[\"OCCURRED\"]");
    alert();
    alert(EventStatus.OCCURRED);
    receiver.await(1);
    assertThat(order(receiver)).containsExactly(1);
    assertThat(requests.send("DELETE", "webhooks/desk", null).statusCode()).isEqualTo(204);
    requests.await(404, "webhooks/desk");
    alert(EventStatus.OCCURRED);
    TimeUnit.MILLISECONDS.sleep(500);
    assertThat(receiver.taken()).hasSize(1);
  }

  private void alert() {
    alert(EventStatus.PLANNED);
  }

  private void alert(EventStatus status) {
    Instant published = DAY.plusSeconds(alerts);
    String id = "alert-" + alerts;
    log.append(
        "alerts", alerts % 4, published, id, Records.alert(id, "s", published.toString(), status));
    alerts++;
  }

  /** From when an alert is written to when the receiver has it, at 100 a second. */
  private long p99(Receiver receiver, int calls) throws InterruptedException {
    int before = receiver.taken().size();
    long[] written = new long[calls];
    for (int i = 0; i < calls; i++) {
      written[i] = System.nanoTime();
      alert();
      TimeUnit.MILLISECONDS.sleep(10);
    }
    List<Receiver.Call> taken = receiver.await(before + calls);
    long[] latencies = new long[calls];
    for (int i = 0; i < calls; i++) {
      latencies[i] = taken.get(before + i).nanos() - written[i];
    }
    java.util.Arrays.sort(latencies);
    return latencies[calls * 99 / 100];
  }

  private Receiver receiver(Receiver.Manner manner) throws Exception {
    Receiver receiver = new Receiver(manner);
    receivers.add(receiver);
    return receiver;
  }

  private String add(String id, Receiver receiver, String more) throws Exception {
    HttpResponse<String> answer =
        requests.post(
            "webhooks",
            "{\"id\":\""
                + id
                + "\",\"url\":\""
                + receiver.url()
                + "\",\"topics\":[\"alerts\"],"
                + more
                + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    requests.await(200, "webhooks/" + id);
    return JSON.readTree(answer.body()).path("secret").asText();
  }

  /** The numbers of the alerts that came, each once, in the order of their first coming. */
  private static List<Integer> order(Receiver receiver) {
    List<Integer> order = new ArrayList<>();
    for (Receiver.Call call : receiver.taken()) {
      try {
        JsonNode id = JSON.readTree(call.body()).at("/data/id");
        int number = Integer.parseInt(id.asText().substring("alert-".length()));
        if (!order.contains(number)) {
          order.add(number);
        }
      } catch (java.io.IOException e) {
        throw new AssertionError(e);
      }
    }
    return order;
  }

  private static List<Integer> numbers(int from, int to) {
    return java.util.stream.IntStream.range(from, to).boxed().toList();
  }
}
