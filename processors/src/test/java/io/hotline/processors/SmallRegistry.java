package io.hotline.processors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** As much of a schema registry as a serializer needs, in memory. */
final class SmallRegistry implements AutoCloseable {

  private final HttpServer server;
  private final List<String> schemas = new ArrayList<>();
  private final List<String> subjects = new ArrayList<>();

  SmallRegistry() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/subjects/", this::register);
    server.createContext("/schemas/ids/", this::read);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  synchronized List<String> subjects() {
    return List.copyOf(subjects);
  }

  /** The body is {"schema": "..."}; an answer to a reader has the same form. */
  private synchronized void register(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    subjects.add(exchange.getRequestURI().getPath().split("/")[2]);
    if (!schemas.contains(body)) {
      schemas.add(body);
    }
    answer(exchange, 200, "{\"id\":" + (schemas.indexOf(body) + 1) + "}");
  }

  private synchronized void read(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    int id = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
    if (id >= 1 && id <= schemas.size()) {
      answer(exchange, 200, schemas.get(id - 1));
    } else {
      answer(exchange, 404, "{\"error_code\":40403,\"message\":\"Schema " + id + " not found\"}");
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
