package io.hotline.schemas.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A registry of the few calls a client makes, which can be told to answer wrongly or late. */
final class FakeRegistry implements AutoCloseable {

  /** An answer to give instead of the right one. */
  record Fault(int status, String body, long delayMillis) {}

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private final List<String> schemas = new ArrayList<>();
  private final Map<String, List<Integer>> subjects = new HashMap<>();
  private final Map<String, String> levels = new HashMap<>();

  FakeRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Answers the next calls so, one each. */
  void failNext(Fault... next) {
    faults.addAll(List.of(next));
  }

  List<String> calls() {
    return List.copyOf(calls);
  }

  List<String> authorizations() {
    return List.copyOf(authorizations);
  }

  /** The compatibility set for each subject. */
  synchronized Map<String, String> levels() {
    return Map.copyOf(levels);
  }

  /** Puts a schema into the registry and gives its id. */
  synchronized int add(String subject, String schema) {
    int id = schemas.indexOf(schema) + 1;
    if (id == 0) {
      schemas.add(schema);
      id = schemas.size();
    }
    List<Integer> versions = subjects.computeIfAbsent(subject, unused -> new ArrayList<>());
    if (!versions.contains(id)) {
      versions.add(id);
    }
    return id;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    calls.add(exchange.getRequestMethod() + " " + path);
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    authorizations.add(authorization == null ? "none" : authorization);
    byte[] request = exchange.getRequestBody().readAllBytes();
    Fault fault = faults.poll();
    if (fault == null) {
      fault = right(exchange.getRequestMethod(), path, JSON.readTree(request));
    }
    try {
      Thread.sleep(fault.delayMillis());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    byte[] body = fault.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
    exchange.sendResponseHeaders(fault.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private synchronized Fault right(String method, String path, JsonNode request) {
    String[] parts = path.split("/");
    if (method.equals("GET") && path.startsWith("/schemas/ids/")) {
      int id = Integer.parseInt(parts[3]);
      return id < 1 || id > schemas.size()
          ? error(404, 40403, "Schema " + id + " not found")
          : ok("schema", schemas.get(id - 1));
    }
    if (method.equals("PUT") && path.startsWith("/config/")) {
      if (!subjects.containsKey(parts[2])) {
        return error(404, 40401, "Subject '" + parts[2] + "' not found.");
      }
      levels.put(parts[2], request.path("compatibility").asText());
      return ok("compatibility", levels.get(parts[2]));
    }
    String schema = request.path("schema").asText();
    if (path.endsWith("/versions")) {
      return ok("id", add(parts[2], schema));
    }
    if (!subjects.containsKey(parts[2])) {
      return error(404, 40401, "Subject '" + parts[2] + "' not found.");
    }
    int id = schemas.indexOf(schema) + 1;
    return subjects.getOrDefault(parts[2], List.of()).contains(id)
        ? ok("id", id)
        : error(404, 40403, "Schema not found");
  }

  private static Fault ok(String field, Object value) {
    return new Fault(
        200, JsonNodeFactory.instance.objectNode().putPOJO(field, value).toString(), 0);
  }

  static Fault error(int status, int code, String message) {
    return new Fault(
        status,
        JsonNodeFactory.instance
            .objectNode()
            .put("error_code", code)
            .put("message", message)
            .toString(),
        0);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
