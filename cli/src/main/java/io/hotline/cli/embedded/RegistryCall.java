package io.hotline.cli.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of the registry's API, taken apart.
 *
 * @param path the decoded segments, without empty ones
 * @param body the JSON that came with it; an empty object if none did
 */
record RegistryCall(String method, List<String> path, Map<String, String> query, JsonNode body) {

  static final JsonMapper JSON = new JsonMapper();

  private static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

  RegistryCall {
    path = List.copyOf(path);
    query = Map.copyOf(query);
  }

  static RegistryCall of(HttpExchange exchange) throws IOException {
    return new RegistryCall(
        exchange.getRequestMethod(),
        Arrays.stream(exchange.getRequestURI().getRawPath().split("/"))
            .filter(segment -> !segment.isEmpty())
            .map(segment -> decoded(segment.replace("+", "%2B")))
            .toList(),
        query(exchange.getRequestURI().getRawQuery()),
        body(exchange));
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new HashMap<>();
    for (String parameter : raw == null ? new String[0] : raw.split("&")) {
      int equals = parameter.indexOf('=');
      if (equals > 0) {
        query.put(
            decoded(parameter.substring(0, equals)), decoded(parameter.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw RegistryError.badRequest("'" + text + "' in the address is not URL-encoded");
    }
  }

  /** A page in a browser may send forms and plain text to any address, but no other type. */
  private static JsonNode body(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    if (bytes.length == 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
    if (!lower.isEmpty() && !lower.contains("json") && !lower.contains("octet-stream")) {
      throw RegistryError.wrongMediaType(lower);
    }
    if (bytes.length > MAX_BODY_BYTES) {
      throw RegistryError.badRequest("the body has more than " + MAX_BODY_BYTES + " bytes");
    }
    try {
      return JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw RegistryError.badRequest("the body is not JSON: " + e.getOriginalMessage());
    }
  }

  boolean asks(String parameter) {
    return Boolean.parseBoolean(query.get(parameter));
  }

  void require(String allowed) {
    if (!method.equals(allowed)) {
      throw RegistryError.wrongMethod(method);
    }
  }

  /** The text of the schema that the body brings. */
  String schema() {
    String type = body.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO")) {
      throw RegistryError.wrongSchema("type " + type + " is not kept here, only AVRO is");
    }
    if (!body.path("references").isEmpty()) {
      throw RegistryError.wrongSchema(
          "references are not kept here; write the whole schema in one piece");
    }
    if (!body.path("schema").isTextual()) {
      throw RegistryError.wrongSchema("the body has no field 'schema' with the schema as text");
    }
    return body.path("schema").asText();
  }
}
