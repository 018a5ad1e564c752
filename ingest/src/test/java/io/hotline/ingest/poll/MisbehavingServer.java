package io.hotline.ingest.poll;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** A server on a port of its own whose paths each misbehave in one way. */
final class MisbehavingServer implements AutoCloseable {

  private final HttpServer http =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final Map<String, AtomicInteger> polls = new ConcurrentHashMap<>();
  private final byte[] bomb = bomb();

  MisbehavingServer() throws IOException {
    http.createContext("/", this::handle);
    http.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task);
              thread.setDaemon(true);
              return thread;
            }));
    http.start();
  }

  String address(String path) {
    return "http://localhost:" + http.getAddress().getPort() + "/" + path;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(1);
    int poll = polls.computeIfAbsent(path, name -> new AtomicInteger()).getAndIncrement();
    try (exchange) {
      switch (path.replace("-all-day", "")) {
        case "steady" -> feed(exchange, item("a", "One", "Mon, 20 Jan 2025 10:00:00 GMT"));
        case "edited" ->
            feed(exchange, item("a", "One, version " + poll / 2, "Mon, 20 Jan 2025 10:00:00 GMT"));
        case "back-and-forth" ->
            feed(
                exchange,
                item("a", poll % 2 == 0 ? "One" : "Two", "Mon, 20 Jan 2025 10:00:00 GMT"));
        case "same-date" ->
            feed(
                exchange,
                item("a", "One", "Mon, 20 Jan 2025 10:00:00 GMT")
                    + item("b", "Two", "Mon, 20 Jan 2025 10:00:00 GMT")
                    + item("c", "Three", "Mon, 20 Jan 2025 10:00:00 GMT"));
        case "reused-guid" ->
            feed(
                exchange,
                "<item><guid isPermaLink=\"false\">1</guid><link>http://e.org/a</link><title>One</title></item>"
                    + "<item><guid isPermaLink=\"false\">1</guid><link>http://e.org/b</link><title>Two</title></item>");
        case "no-guid-no-date" ->
            feed(exchange, "<item><title>One</title></item><item><title>Two</title></item>");
        case "rolling" ->
            feed(exchange, item("n" + poll, "Number " + poll, "Mon, 20 Jan 2025 10:00:00 GMT"));
        case "not-modified" -> {
          String tag = exchange.getRequestHeaders().getFirst("If-None-Match");
          exchange.getResponseHeaders().add("ETag", "\"v1\"");
          if ("\"v1\"".equals(tag)) {
            exchange.sendResponseHeaders(304, -1);
          } else {
            feed(exchange, item("a", "One", "Mon, 20 Jan 2025 10:00:00 GMT"));
          }
        }
        case "gone" -> exchange.sendResponseHeaders(410, -1);
        case "down" -> {
          exchange.getResponseHeaders().add("Retry-After", "7200");
          exchange.sendResponseHeaders(503, -1);
        }
        case "flaky" -> {
          if (poll % 2 == 0) {
            exchange.sendResponseHeaders(500, -1);
          } else {
            feed(exchange, item("a", "One", "Mon, 20 Jan 2025 10:00:00 GMT"));
          }
        }
        case "moved" -> redirect(exchange, 301, address("steady"));
        case "lent" -> redirect(exchange, 302, address("steady"));
        case "loop" -> redirect(exchange, 302, address("loop"));
        case "long-way" -> redirect(exchange, 302, address("long-way") + "?" + poll);
        case "inside" -> redirect(exchange, 302, "file:///etc/hostname");
        case "slow" -> slow(exchange);
        case "bomb" -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, bomb.length);
          exchange.getResponseBody().write(bomb);
        }
        case "endless" -> endless(exchange);
        case "wrong-charset" ->
            send(
                exchange,
                "application/rss+xml; charset=utf-8",
                rss(item(
                        "a",
                        "\u041C\u0438\u043D\u0438\u0441\u0442\u0440\u044B \u0432\u0441\u0442\u0440\u0435\u0442\u044F\u0442\u0441\u044F \u0432 \u0416\u0435\u043D\u0435\u0432\u0435",
                        "Mon, 20 Jan 2025 10:00:00 GMT"))
                    .getBytes(Charset.forName("windows-1251")));
        case "page" ->
            send(
                exchange,
                "text/html",
                "<html><body>Sorry</body></html>".getBytes(StandardCharsets.UTF_8));
        case "cut-off" -> {
          byte[] whole =
              rss(item("a", "One", "Mon, 20 Jan 2025 10:00:00 GMT") + item("b", "Two", ""))
                  .getBytes(StandardCharsets.UTF_8);
          int end = new String(whole, StandardCharsets.UTF_8).indexOf("Two") + 2;
          send(
              exchange, "text/xml", java.util.Arrays.copyOf(whole, poll == 0 ? end : whole.length));
        }
        case "future" -> feed(exchange, item("a", "One", "Wed, 20 Jan 2038 10:00:00 GMT"));
        case "withdraws" ->
            feed(
                exchange,
                poll == 0
                    ? item("a", "One", "Mon, 20 Jan 2025 10:00:00 GMT")
                    : "<item><guid isPermaLink=\"false\">a</guid><title>One</title><description>This story has been removed.</description><pubDate>Mon, 20 Jan 2025 10:00:00 GMT</pubDate></item>");
        default -> exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private static String item(String guid, String title, String date) {
    return "<item><guid isPermaLink=\"false\">%s</guid><title>%s</title><pubDate>%s</pubDate></item>"
        .formatted(guid, title, date);
  }

  private static String rss(String items) {
    return "<rss version=\"2.0\"><channel><title>Feed</title>" + items + "</channel></rss>";
  }

  private static void feed(HttpExchange exchange, String items) throws IOException {
    send(exchange, "application/rss+xml", rss(items).getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private static void redirect(HttpExchange exchange, int status, String to) throws IOException {
    exchange.getResponseHeaders().add("Location", to);
    exchange.sendResponseHeaders(status, -1);
  }

  /** A byte now and then, for longer than anybody waits. */
  private static void slow(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try {
      for (int i = 0; i < 200; i++) {
        exchange.getResponseBody().write(' ');
        exchange.getResponseBody().flush();
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] chunk = "<item>".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    for (long sent = 0; sent < 1L << 30; sent += chunk.length) {
      exchange.getResponseBody().write(chunk);
    }
  }

  /** 1 GiB of one letter, which packs to a megabyte. */
  private static byte[] bomb() throws IOException {
    java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      byte[] chunk = "a".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 1024; i++) {
        gzip.write(chunk);
      }
    }
    return packed.toByteArray();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
