package io.hotline.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotline.schemas.record.Acknowledgement;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.SourceHealth;
import io.hotline.schemas.record.TopicRule;
import io.hotline.schemas.record.Webhook;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** JSON Schema of our records' plain JSON, made of their Avro schemas. */
final class RecordSchemas {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String REFERENCE = "#/components/schemas/";

  private final Map<String, Schema> named = new TreeMap<>();

  private RecordSchemas() {}

  /** Those that a document refers to, by name. */
  static Map<String, JsonNode> of(JsonNode document) {
    RecordSchemas schemas = new RecordSchemas();
    for (Schema root :
        List.of(
            EnrichedItem.getClassSchema(),
            Signal.getClassSchema(),
            Alert.getClassSchema(),
            TopicRule.getClassSchema(),
            SourceHealth.getClassSchema(),
            Acknowledgement.getClassSchema(),
            Webhook.getClassSchema())) {
      schemas.collect(root);
    }
    Map<String, JsonNode> made = new TreeMap<>();
    JsonNode components = document.path("components").path("schemas");
    // The subscriber that the API shows is not the one that is kept.
    schemas.named.forEach(
        (name, schema) -> {
          if (components.has(name) && !name.equals("Webhook")) {
            made.put(name, component(schema));
          }
        });
    return made;
  }

  private void collect(Schema schema) {
    switch (schema.getType()) {
      case RECORD -> {
        if (named.put(schema.getName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema()));
        }
      }
      case ENUM -> named.put(schema.getName(), schema);
      case ARRAY -> collect(schema.getElementType());
      case UNION -> schema.getTypes().forEach(this::collect);
      default -> {
        // has no name
      }
    }
  }

  private static ObjectNode component(Schema schema) {
    ObjectNode made = NODES.objectNode();
    if (schema.getDoc() != null) {
      made.put("description", schema.getDoc());
    }
    if (schema.getType() == Schema.Type.ENUM) {
      made.put("type", "string");
      ArrayNode symbols = made.putArray("enum");
      schema.getEnumSymbols().forEach(symbols::add);
      return made;
    }
    made.put("type", "object");
    ArrayNode required = made.putArray("required");
    ObjectNode properties = made.putObject("properties");
    for (Schema.Field field : schema.getFields()) {
      required.add(field.name());
      ObjectNode type = type(field.schema());
      if (field.doc() != null) {
        type.put("description", field.doc());
      }
      properties.set(field.name(), type);
    }
    made.put("additionalProperties", false);
    return made;
  }

  private static ObjectNode type(Schema schema) {
    ObjectNode made = NODES.objectNode();
    switch (schema.getType()) {
      case STRING -> made.put("type", "string");
      case BOOLEAN -> made.put("type", "boolean");
      case INT -> made.put("type", "integer").put("format", "int32");
      case LONG -> {
        if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
          made.put("type", "string").put("format", "date-time");
        } else {
          made.put("type", "integer").put("format", "int64");
        }
      }
      case FLOAT, DOUBLE -> made.put("type", "number");
      case BYTES -> made.put("type", "string").put("contentEncoding", "base64");
      case NULL -> made.put("type", "null");
      case ARRAY -> made.put("type", "array").set("items", type(schema.getElementType()));
      case RECORD, ENUM -> made.put("$ref", REFERENCE + schema.getName());
      case UNION -> {
        return optional(schema);
      }
      default -> throw new IllegalArgumentException("no record has a " + schema.getType());
    }
    return made;
  }

  private static ObjectNode optional(Schema union) {
    List<Schema> present =
        union.getTypes().stream().filter(type -> type.getType() != Schema.Type.NULL).toList();
    if (present.size() != 1) {
      throw new IllegalArgumentException("a union of more than one type: " + union);
    }
    ObjectNode type = type(present.get(0));
    ObjectNode made = NODES.objectNode();
    if (type.has("$ref")) {
      made.putArray("anyOf").add(type).add(NODES.objectNode().put("type", "null"));
      return made;
    }
    String name = type.get("type").textValue();
    type.putArray("type").add(name).add("null");
    return type;
  }
}
