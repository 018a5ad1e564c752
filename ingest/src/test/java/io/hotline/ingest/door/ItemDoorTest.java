package io.hotline.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.ingest.IngestReport;
import io.hotline.ingest.publish.Rehearsal;
import io.hotline.ingest.sources.SourceOptions;
import io.hotline.ingest.sources.Sources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ItemDoorTest {

  private static final String TOKEN = "0123456789abcdef";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2025-01-21T08:00:00Z"));

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> published = new CopyOnWriteArrayList<>();
  private final CountDownLatch hold = new CountDownLatch(1);
  private volatile boolean held;
  private volatile boolean clusterIsDown;
  private ItemDoor door = open();

  private ItemDoor open() {
    try {
      DoorConfig config =
          new DoorConfig(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), TOKEN, 10_000, 2);
      return new ItemDoor(config, this::publish);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private IngestReport publish(String name, byte[] body) {
    try {
      if (held) {
        hold.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (clusterIsDown) {
      throw new KafkaException("nobody answers");
    }
    return new Rehearsal(item -> published.add(item.getHeadline()), notice -> {})
        .read(List.of(Sources.ofBytes(name, body, CLOCK, SourceOptions.DEFAULT)));
  }

  @AfterEach
  void close() {
    hold.countDown();
    door.close();
  }

  private HttpResponse<String> post(String body, String... headers) throws Exception {
    List<String> all = new ArrayList<>(List.of(headers));
    if (!all.contains("Authorization")) {
      all.addAll(List.of("Authorization", "Bearer " + TOKEN));
    }
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + door.port() + "/items"))
            .headers(all.toArray(new String[0]))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String status(HttpResponse<String> accepted) throws Exception {
    String location = accepted.headers().firstValue("Location").orElseThrow();
    String body = "";
    for (int i = 0; i < 200 && (body.isEmpty() || body.contains("QUEUED")); i++) {
      Thread.sleep(10);
      body =
          client
              .send(
                  HttpRequest.newBuilder(URI.create("http://localhost:" + door.port() + location))
                      .header("Authorization", "Bearer " + TOKEN)
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
    }
    return body;
  }

  @Test
  void takesABatchAndTellsWhatBecameOfIt() throws Exception {
    HttpResponse<String> answer =
        post(
            "{\"id\":\"1\",\"headline\":\"One\",\"text\":\"x\"}\nnope\n"
                + "{\"uri\":\"urn:x:2\",\"headline\":\"Two\",\"pubstatus\":\"usable\",\"versioncreated\":\"2025-01-20T10:00:00Z\"}\n");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(status(answer))
        .contains("\"state\":\"PUBLISHED\"", "\"read\":3", "\"published\":2", "\"deadLetters\":1");
    assertThat(published).containsExactly("One", "Two");
  }

  @Test
  void takesTheSameBatchOnce() throws Exception {
    String one = "{\"id\":\"1\",\"headline\":\"One\"}";
    String two = "{\"id\":\"1\",\"headline\":\"One again\"}";
    HttpResponse<String> first = post(one);
    assertThat(status(first)).contains("PUBLISHED");
    assertThat(post(one).headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    HttpResponse<String> keyed = post(one, "Idempotency-Key", "k-1");
    assertThat(status(keyed)).contains("PUBLISHED");
    assertThat(status(post(two, "Idempotency-Key", "k-1"))).contains("PUBLISHED");
    assertThat(published).containsExactly("One", "One");
  }

  @Test
  void refusesRatherThanLoses() throws Exception {
    held = true;
    List<HttpResponse<String>> accepted = new ArrayList<>();
    List<HttpResponse<String>> refused = new ArrayList<>();
    for (int i = 0; i < 10 && refused.isEmpty(); i++) {
      HttpResponse<String> answer = post("{\"id\":\"%d\",\"headline\":\"n%d\"}".formatted(i, i));
      if (answer.statusCode() == 202) {
        accepted.add(answer);
      } else {
        refused.add(answer);
      }
    }
    assertThat(refused).hasSize(1);
    assertThat(refused.get(0).statusCode()).isEqualTo(429);
    assertThat(refused.get(0).headers().firstValue("Retry-After")).contains("1");
    hold.countDown();
    for (HttpResponse<String> each : accepted) {
      assertThat(status(each)).contains("PUBLISHED");
    }
    assertThat(published).hasSameSizeAs(accepted);
  }

  @Test
  void tellsThatTheClusterDidNotTakeItAndTakesItAgain() throws Exception {
    clusterIsDown = true;
    String body = "{\"id\":\"1\",\"headline\":\"One\"}";
    assertThat(status(post(body))).contains("FAILED", "nobody answers");
    clusterIsDown = false;
    assertThat(status(post(body))).contains("PUBLISHED");
  }

  @Test
  void refusesStrangersAndWhatIsNoBatch() throws Exception {
    assertThat(post("{}", "Authorization", "Bearer wrong").statusCode()).isEqualTo(401);
    assertThat(post("hello").statusCode()).isEqualTo(400);
    assertThat(post("{\"x\":\"" + "y".repeat(20_000) + "\"}").statusCode()).isEqualTo(413);
    assertThat(published).isEmpty();
  }
}
