package io.hotline.ingest.door;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hotline.ingest.IngestReport;
import io.hotline.ingest.NewsSource;
import io.hotline.ingest.Progress;
import io.hotline.ingest.publish.ItemPublisher;
import io.hotline.ingest.publish.PublishException;
import io.hotline.ingest.sources.SourceOptions;
import io.hotline.ingest.sources.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /items}: a JSON object, or one a line, as in files; ninjs too. The answer is 202 and
 * the address of the batch's status before anything is published; 429 while too many batches wait,
 * so that nothing is taken in that could be lost for want of room. The same body, or another with
 * the same {@code Idempotency-Key}, is the same batch: sending it again is harmless.
 *
 * <p>Batches are published one after the other, in the order they came. The door remembers the
 * newest of them, and only its own.
 */
public final class ItemDoor implements AutoCloseable {

  private static final int REMEMBERED = 10_000;
  private static final int THREADS = 4;

  private final DoorConfig config;
  private final BiFunction<String, byte[], IngestReport> publish;
  private final HttpServer http;
  private final ExecutorService requests = Executors.newFixedThreadPool(THREADS, ItemDoor::daemon);
  private final ThreadPoolExecutor publishing;
  private final Map<String, Batch> batches = new Newest<>();

  ItemDoor(DoorConfig config, BiFunction<String, byte[], IngestReport> publish) throws IOException {
    this.config = config;
    this.publish = publish;
    this.publishing =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(config.maxWaiting()),
            ItemDoor::daemon);
    this.http = HttpServer.create(config.address(), 0);
    http.createContext("/items", exchange -> answer(exchange, this::take));
    http.createContext("/batches/", exchange -> answer(exchange, this::tell));
    http.setExecutor(requests);
    http.start();
  }

  /**
   * Opens the door.
   *
   * @param publisher used by the door alone until it is closed, and closed by whoever made it
   * @throws IOException if the address cannot be listened at
   */
  public static ItemDoor open(DoorConfig config, ItemPublisher publisher, InstantSource clock)
      throws IOException {
    return new ItemDoor(
        config,
        (name, body) -> {
          NewsSource source = Sources.ofBytes(name, body, clock, SourceOptions.DEFAULT);
          return publisher.publish(List.of(source), Progress.SILENT);
        });
  }

  /** The port it listens at. */
  public int port() {
    return http.getAddress().getPort();
  }

  private interface Handler {
    Answer handle(HttpExchange exchange) throws IOException;
  }

  private record Answer(int status, ObjectNode body, @Nullable String header, String value) {
    static Answer of(int status, ObjectNode body) {
      return new Answer(status, body, null, "");
    }

    static Answer refused(int status, String why) {
      return of(status, JsonNodeFactory.instance.objectNode().put("error", why));
    }

    Answer with(String name, String content) {
      return new Answer(status, body, name, content);
    }
  }

  private void answer(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      Answer answer =
          isKnown(exchange)
              ? handler.handle(exchange)
              : Answer.refused(401, "show the token: Authorization: Bearer TOKEN")
                  .with("WWW-Authenticate", "Bearer");
      byte[] body = answer.body.toString().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      if (answer.header != null) {
        exchange.getResponseHeaders().set(answer.header, answer.value);
      }
      exchange.sendResponseHeaders(answer.status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** Compared in a time that does not tell how much of it was right. */
  private boolean isKnown(HttpExchange exchange) {
    String shown = exchange.getRequestHeaders().getFirst("Authorization");
    return shown != null
        && MessageDigest.isEqual(
            shown.getBytes(StandardCharsets.UTF_8),
            ("Bearer " + config.token()).getBytes(StandardCharsets.UTF_8));
  }

  private Answer take(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")
        || !exchange.getRequestURI().getPath().equals("/items")) {
      return Answer.refused(405, "POST /items").with("Allow", "POST");
    }
    byte[] body = exchange.getRequestBody().readNBytes(config.maxBatchBytes() + 1);
    if (body.length > config.maxBatchBytes()) {
      return Answer.refused(
          413, "a batch may have %d bytes; send several".formatted(config.maxBatchBytes()));
    }
    if (!startsAsJson(body)) {
      return Answer.refused(400, "expected a JSON object, or one a line");
    }
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    String id = id(key == null ? body : key.getBytes(StandardCharsets.UTF_8));
    synchronized (batches) {
      Batch known = batches.get(id);
      if (known != null && !known.isFailed()) {
        return Answer.of(202, known.json()).with("Location", "/batches/" + id);
      }
      Batch batch = new Batch(id);
      try {
        publishing.execute(() -> publish(batch, id, body));
      } catch (RejectedExecutionException e) {
        return Answer.refused(429, "too many batches are waiting; send this one again in a second")
            .with("Retry-After", "1");
      }
      batches.put(id, batch);
      return Answer.of(202, batch.json()).with("Location", "/batches/" + id);
    }
  }

  private void publish(Batch batch, String id, byte[] body) {
    try {
      batch.published(publish.apply("batch:" + id, body));
    } catch (PublishException | KafkaException e) {
      // The cluster's fault: whoever sent it sees it in the status, and sends it again.
      batch.failed(String.valueOf(e.getMessage()));
    }
  }

  private Answer tell(HttpExchange exchange) {
    String id = exchange.getRequestURI().getPath().substring("/batches/".length());
    synchronized (batches) {
      Batch batch = batches.get(id);
      return batch == null
          ? Answer.refused(
              404, "no such batch here; the newest %d are remembered".formatted(REMEMBERED))
          : Answer.of(200, batch.json());
    }
  }

  private static boolean startsAsJson(byte[] body) {
    for (byte b : body) {
      if (b > ' ') {
        return b == '{';
      }
    }
    return false;
  }

  private static String id(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "hotline-door");
    thread.setDaemon(true);
    return thread;
  }

  /** Takes nothing more, and publishes what was taken. */
  @Override
  public void close() {
    http.stop(1);
    requests.shutdown();
    publishing.shutdown();
    try {
      boolean unused = publishing.awaitTermination(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Newest<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > REMEMBERED;
    }
  }
}
