package io.hotline.ingest.poll;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A site on a port of its own, with a robots.txt and pages of articles, each odd in one way. */
final class NewsSite implements AutoCloseable {

  static final String ROBOTS =
      "User-agent: *\nDisallow: /\n\nUser-agent: Hotline\nDisallow: /private/\nCrawl-delay: 3\n";

  static final String STORY =
      "<p>The two ministers agreed on Monday to meet in Geneva, their offices said in separate statements.</p>"
          + "<p>It would be the first such meeting in two years, and neither side would say what it is about, or how long it is to last.</p>"
          + "<p>\u201CWe will see,\u201D one official said, before he went into the building by the back door.</p>"
          + "<p>Officials in both capitals, who spoke on condition that they not be named, gave no further detail.</p>";

  private static final String NOTICE =
      "<p>We and our partners store cookies on your device, and process personal data such as unique identifiers.</p>"
          + "<p>You may accept or manage your choices by clicking below, including your right to object where legitimate interest is used.</p>"
          + "<p>These choices will be signalled to our partners and will not affect browsing data, we promise you that, more or less.</p>";

  private final HttpServer http =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final int robotsStatus;
  private final String robots;

  NewsSite(int robotsStatus, String robots) throws IOException {
    this.robotsStatus = robotsStatus;
    this.robots = robots;
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

  /** Paths that were asked for, in their order. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(1);
    asked.add(path);
    try (exchange) {
      switch (path) {
        case "robots.txt" -> answer(exchange, robotsStatus, "text/plain", utf8(robots));
        case "plain", "private/page" -> page(exchange, "", STORY);
        case "described" ->
            page(
                exchange,
                "<link rel='canonical' href='/2025/01/20/talks'><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Another headline\",\"datePublished\":\"2025-01-20T09:00:00Z\",\"author\":{\"name\":\"A. Writer\"}}</script>",
                STORY);
        case "windows" ->
            answer(
                exchange,
                200,
                "text/html",
                "<html><head><meta charset=windows-1251></head><body><article><p>\u041C\u0438\u043D\u0438\u0441\u0442\u0440\u044B \u0434\u043E\u0433\u043E\u0432\u043E\u0440\u0438\u043B\u0438\u0441\u044C \u0432\u0441\u0442\u0440\u0435\u0442\u0438\u0442\u044C\u0441\u044F \u0432 \u0416\u0435\u043D\u0435\u0432\u0435, \u0441\u043E\u043E\u0431\u0449\u0438\u043B\u0438 \u0438\u0445 \u0432\u0435\u0434\u043E\u043C\u0441\u0442\u0432\u0430 \u0432 \u043F\u043E\u043D\u0435\u0434\u0435\u043B\u044C\u043D\u0438\u043A.</p></article></body></html>"
                    .getBytes(Charset.forName("windows-1251")));
        case "moved" -> {
          exchange.getResponseHeaders().add("Location", "/plain");
          exchange.sendResponseHeaders(302, -1);
        }
        case "moved-inside" -> {
          exchange.getResponseHeaders().add("Location", "/private/page");
          exchange.sendResponseHeaders(302, -1);
        }
        case "notice" -> page(exchange, "", NOTICE);
        case "brief" -> page(exchange, "", "<p>The two ministers agreed on Monday to meet.</p>");
        case "list" ->
            page(exchange, "", "<ul><li><a href='/a'>One</a><li><a href='/b'>Two</a></ul>");
        case "gone" -> exchange.sendResponseHeaders(410, -1);
        case "down" -> exchange.sendResponseHeaders(503, -1);
        default -> exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private static void page(HttpExchange exchange, String head, String article) throws IOException {
    answer(
        exchange,
        200,
        "text/html; charset=utf-8",
        utf8(
            "<html lang='en'><head>"
                + head
                + "</head><body><nav><a href='/'>Home</a></nav><article>"
                + article
                + "</article><footer>All rights reserved</footer></body></html>"));
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
