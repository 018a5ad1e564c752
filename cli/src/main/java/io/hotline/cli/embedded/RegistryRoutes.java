package io.hotline.cli.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.hotline.cli.embedded.RegistryState.Version;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The addresses of the Confluent Schema Registry API, version 1, for Avro: what they are asked and
 * what they answer. Thread-safe.
 */
final class RegistryRoutes implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(RegistryRoutes.class);
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

  private final Subjects subjects;

  RegistryRoutes(Subjects subjects) {
    this.subjects = subjects;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        send(exchange, 200, answer(RegistryCall.of(exchange)));
      } catch (RegistryError e) {
        send(exchange, e.status(), error(e.code(), e.getMessage()));
      } catch (RuntimeException e) {
        LOG.error("{} {}", exchange.getRequestMethod(), exchange.getRequestURI(), e);
        send(exchange, 500, error(50001, "Error in the registry: " + e));
      }
    }
  }

  private JsonNode answer(RegistryCall call) {
    List<String> path = call.path();
    return switch (path.isEmpty() ? "" : path.get(0)) {
      case "" -> object();
      case "subjects" -> subjects(call, path.subList(1, path.size()));
      case "schemas" -> schemas(call, path.subList(1, path.size()));
      case "compatibility" -> compatibility(call, path.subList(1, path.size()));
      case "config" ->
          path.size() > 2 ? none() : config(call, path.size() > 1 ? path.get(1) : null);
      case "mode" -> path.size() > 2 ? none() : mode(call, path.size() > 1 ? path.get(1) : null);
      default -> none();
    };
  }

  private JsonNode subjects(RegistryCall call, List<String> path) {
    if (path.isEmpty()) {
      call.require("GET");
      return texts(listed(call));
    }
    String subject = path.get(0);
    boolean versions = path.size() > 1 && path.get(1).equals("versions");
    if (path.size() == 1) {
      return switch (call.method()) {
        case "POST" -> described(subjects.lookUp(subject, call.schema(), call.asks("deleted")));
        case "DELETE" -> numbers(subjects.delete(subject, call.asks("permanent")));
        default -> throw RegistryError.wrongMethod(call.method());
      };
    }
    if (versions && path.size() == 2) {
      return switch (call.method()) {
        case "GET" -> numbers(versions(subject, call));
        case "POST" -> object().put("id", subjects.register(subject, call.schema()));
        default -> throw RegistryError.wrongMethod(call.method());
      };
    }
    if (versions && path.size() == 3 && call.method().equals("DELETE")) {
      return IntNode.valueOf(subjects.delete(subject, path.get(2), call.asks("permanent")));
    }
    if (versions && path.size() <= 4) {
      Version version = subjects.version(subject, path.get(2), call.asks("deleted"));
      call.require("GET");
      return path.size() == 3 ? described(version) : part(version, path.get(3));
    }
    return none();
  }

  private List<String> listed(RegistryCall call) {
    String prefix = call.query().getOrDefault("subjectPrefix", "");
    List<String> live = subjects.subjects(false);
    return subjects.subjects(call.asks("deleted") || call.asks("deletedOnly")).stream()
        .filter(subject -> subject.startsWith(prefix))
        .filter(subject -> !call.asks("deletedOnly") || !live.contains(subject))
        .toList();
  }

  private List<Integer> versions(String subject, RegistryCall call) {
    List<Version> versions = subjects.versions(subject, call.asks("deleted"));
    if (versions.isEmpty()) {
      throw RegistryError.noSubject(subject);
    }
    return versions.stream().map(Version::version).toList();
  }

  private static JsonNode part(Version version, String part) {
    return switch (part) {
      case "schema" -> json(version.schema());
      case "referencedby" -> array();
      default -> none();
    };
  }

  private JsonNode schemas(RegistryCall call, List<String> path) {
    if (path.isEmpty()) {
      call.require("GET");
      return all(call);
    }
    if (path.equals(List.of("types"))) {
      call.require("GET");
      return array().add("AVRO");
    }
    if (!path.get(0).equals("ids") || path.size() < 2 || path.size() > 3) {
      return none();
    }
    call.require("GET");
    return withId(id(path.get(1)), path.size() == 2 ? "" : path.get(2), call);
  }

  private static int id(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw RegistryError.noSchema(text);
    }
  }

  private JsonNode all(RegistryCall call) {
    String prefix = call.query().getOrDefault("subjectPrefix", "");
    ArrayNode all = array();
    for (String subject : subjects.subjects(call.asks("deleted"))) {
      List<Version> versions = subjects.versions(subject, call.asks("deleted"));
      if (subject.startsWith(prefix)) {
        int first = call.asks("latestOnly") ? versions.size() - 1 : 0;
        versions.subList(first, versions.size()).forEach(version -> all.add(described(version)));
      }
    }
    return all;
  }

  private JsonNode withId(int id, String part, RegistryCall call) {
    List<Version> places = subjects.withId(id);
    Version any = places.get(0);
    List<Version> shown =
        places.stream().filter(place -> call.asks("deleted") || !place.deleted()).toList();
    return switch (part) {
      case "" -> {
        ObjectNode answer = object();
        if (!any.type().equals("AVRO")) {
          answer.put("schemaType", any.type());
        }
        yield answer.put("schema", any.schema());
      }
      case "schema" -> json(any.schema());
      case "subjects" -> texts(shown.stream().map(Version::subject).distinct().toList());
      case "versions" -> {
        ArrayNode versions = array();
        shown.forEach(
            place ->
                versions.add(
                    object().put("subject", place.subject()).put("version", place.version())));
        yield versions;
      }
      default -> none();
    };
  }

  private JsonNode compatibility(RegistryCall call, List<String> path) {
    if (path.size() < 3
        || path.size() > 4
        || !path.get(0).equals("subjects")
        || !path.get(2).equals("versions")) {
      return none();
    }
    call.require("POST");
    List<String> conflicts =
        subjects.conflicts(path.get(1), call.schema(), path.size() == 4 ? path.get(3) : null);
    ObjectNode answer = object().put("is_compatible", conflicts.isEmpty());
    if (call.asks("verbose")) {
      answer.set("messages", texts(conflicts));
    }
    return answer;
  }

  private JsonNode config(RegistryCall call, @Nullable String subject) {
    return switch (call.method()) {
      case "GET" -> {
        CompatibilityLevel level =
            subject == null || call.asks("defaultToGlobal")
                ? subjects.level(subject)
                : subjects.ownLevel(subject);
        yield object().put("compatibilityLevel", level.name());
      }
      case "PUT" -> {
        CompatibilityLevel level =
            CompatibilityLevel.parse(call.body().path("compatibility").asText());
        subjects.setLevel(subject, level);
        yield object().put("compatibility", level.name());
      }
      case "DELETE" -> {
        CompatibilityLevel before =
            subject == null ? subjects.level(null) : subjects.ownLevel(subject);
        subjects.setLevel(subject, null);
        yield object().put("compatibilityLevel", before.name());
      }
      default -> throw RegistryError.wrongMethod(call.method());
    };
  }

  private JsonNode mode(RegistryCall call, @Nullable String subject) {
    return switch (call.method()) {
      case "GET" ->
          object()
              .put(
                  "mode",
                  subject == null || call.asks("defaultToGlobal")
                      ? subjects.mode(subject)
                      : subjects.ownMode(subject));
      case "PUT" -> {
        String mode = call.body().path("mode").asText().toUpperCase(Locale.ROOT);
        subjects.setMode(subject, mode);
        yield object().put("mode", mode);
      }
      case "DELETE" -> {
        String before = subject == null ? subjects.mode(null) : subjects.ownMode(subject);
        subjects.setMode(subject, null);
        yield object().put("mode", before);
      }
      default -> throw RegistryError.wrongMethod(call.method());
    };
  }

  private static ObjectNode described(Version version) {
    ObjectNode described =
        object()
            .put("subject", version.subject())
            .put("version", version.version())
            .put("id", version.id());
    if (!version.type().equals("AVRO")) {
      described.put("schemaType", version.type());
    }
    return described.put("schema", version.schema());
  }

  /** The schema itself, not as text within JSON. */
  private static JsonNode json(String schema) {
    try {
      return RegistryCall.JSON.readTree(schema);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(schema);
    }
  }

  private static ArrayNode texts(Collection<String> texts) {
    ArrayNode array = array();
    texts.forEach(array::add);
    return array;
  }

  private static ArrayNode numbers(Collection<Integer> numbers) {
    ArrayNode array = array();
    numbers.forEach(array::add);
    return array;
  }

  private static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode error(int code, @Nullable String message) {
    return object().put("error_code", code).put("message", message);
  }

  private static JsonNode none() {
    throw RegistryError.noSuchAddress();
  }

  private static void send(HttpExchange exchange, int status, JsonNode answer) throws IOException {
    byte[] bytes = RegistryCall.JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", MEDIA_TYPE);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
