package io.hotline.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks whether a JSON value is of a schema, as far as our document uses JSON Schema. */
final class Shapes {

  private static final Set<String> KNOWN =
      Set.of(
          "description",
          "type",
          "required",
          "properties",
          "additionalProperties",
          "items",
          "enum",
          "anyOf",
          "$ref",
          "format",
          "contentEncoding",
          "minimum",
          "maximum",
          "default");

  private final JsonNode document;

  Shapes(JsonNode document) {
    this.document = document;
  }

  void check(String at, JsonNode value, JsonNode schema, List<String> faults) {
    schema
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!KNOWN.contains(name)) {
                faults.add(at + ": the schema says '" + name + "', which is not looked at here");
              }
            });
    if (schema.has("$ref")) {
      check(at, value, document.at(schema.get("$ref").textValue().substring(1)), faults);
      return;
    }
    if (schema.has("anyOf")) {
      for (JsonNode each : schema.get("anyOf")) {
        List<String> inner = new ArrayList<>();
        check(at, value, each, inner);
        if (inner.isEmpty()) {
          return;
        }
      }
      faults.add(at + ": none of anyOf");
      return;
    }
    if (!isOfType(value, schema.path("type"))) {
      faults.add(at + ": " + value.getNodeType() + " is not " + schema.path("type"));
      return;
    }
    if (schema.has("enum")) {
      boolean listed = false;
      for (JsonNode symbol : schema.get("enum")) {
        listed |= symbol.equals(value);
      }
      if (!listed) {
        faults.add(at + ": " + value + " is not in the enum");
      }
    }
    if (value.isTextual() && schema.path("format").asText().equals("date-time")) {
      Instant.parse(value.textValue());
    }
    if (value.isArray() && schema.has("items")) {
      for (int i = 0; i < value.size(); i++) {
        check(at + "[" + i + "]", value.get(i), schema.get("items"), faults);
      }
    }
    if (value.isObject()) {
      object(at, value, schema, faults);
    }
  }

  private void object(String at, JsonNode value, JsonNode schema, List<String> faults) {
    Set<String> names = new TreeSet<>();
    value.fieldNames().forEachRemaining(names::add);
    for (JsonNode required : schema.path("required")) {
      if (!names.contains(required.textValue())) {
        faults.add(at + ": no " + required.textValue());
      }
    }
    for (String name : names) {
      JsonNode property = schema.path("properties").path(name);
      JsonNode others = schema.path("additionalProperties");
      if (!property.isMissingNode()) {
        check(at + "." + name, value.get(name), property, faults);
      } else if (others.isObject()) {
        check(at + "." + name, value.get(name), others, faults);
      } else if (others.isBoolean() && !others.booleanValue()) {
        faults.add(at + ": '" + name + "' is not documented");
      }
    }
  }

  private static boolean isOfType(JsonNode value, JsonNode types) {
    if (types.isMissingNode()) {
      return true;
    }
    if (types.isTextual()) {
      return isOfType(value, types.textValue());
    }
    for (JsonNode type : types) {
      if (isOfType(value, type.textValue())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfType(JsonNode value, String type) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> throw new IllegalArgumentException("no such type: " + type);
    };
  }
}
