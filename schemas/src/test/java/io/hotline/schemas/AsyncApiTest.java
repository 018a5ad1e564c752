package io.hotline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/**
 * {@code asyncapi.json}, the topics for people and tools outside, is made of the catalogue. With
 * {@code -Dhotline.asyncapi.write=true} it is written, else compared.
 */
class AsyncApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Path FILE = Path.of("asyncapi.json");
  private static final String AVRO = "application/vnd.apache.avro+json;version=1.9.0";
  private static final String ANY_RULE = "any-rule";

  @Test
  void documentSaysWhatTheCatalogueSays() throws Exception {
    ObjectNode expected = document();
    if (Boolean.getBoolean("hotline.asyncapi.write")) {
      DefaultIndenter indent = new DefaultIndenter("  ", "\n");
      String text =
          JSON.writer(
                  new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent))
              .writeValueAsString(expected);
      Files.writeString(FILE, text + "\n", StandardCharsets.UTF_8);
    }
    assertThat(JSON.readTree(Files.readAllBytes(FILE)).equals(JSON.readTree(expected.toString())))
        .as("asyncapi.json is that of the catalogue; -Dhotline.asyncapi.write=true writes it")
        .isTrue();
  }

  /** AsyncAPI 3.0.0: every reference leads somewhere, and channels and operations are complete. */
  @Test
  void referencesLeadSomewhere() throws Exception {
    JsonNode document = JSON.readTree(Files.readAllBytes(FILE));
    assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
    assertThat(document.at("/info/title").asText()).isNotBlank();
    List<String> references = document.findValuesAsText("$ref");
    assertThat(references).isNotEmpty();
    for (String reference : references) {
      assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
    document
        .path("channels")
        .forEach(
            channel -> {
              assertThat(channel.path("address").asText()).isNotBlank();
              assertThat(channel.path("messages").size()).isEqualTo(1);
            });
    assertThat(document.path("operations").size()).isEqualTo(document.path("channels").size());
  }

  private static ObjectNode document() throws Exception {
    ObjectNode document = NODES.objectNode();
    document.put("asyncapi", "3.0.0");
    ObjectNode info = document.putObject("info");
    info.put("title", "Hotline's topics");
    info.put("version", "1");
    info.put(
        "description",
        "Keys are UTF-8 strings. Values are Avro in the Confluent wire format: a zero byte, the"
            + " schema's id in the registry in four bytes, and the record; subjects by"
            + " TopicNameStrategy. Record timestamps are event time. A compacted topic removes a"
            + " key with a null value. A replay has a namespace of its own in place of hotline.");
    info.putObject("license").put("name", "Apache-2.0");
    document.put("defaultContentType", "application/vnd.confluent.avro");
    ObjectNode server = document.putObject("servers").putObject("kafka");
    server.put("host", "localhost:9092");
    server.put("protocol", "kafka");
    ObjectNode channels = document.putObject("channels");
    ObjectNode operations = document.putObject("operations");
    ObjectNode messages = document.putObject("components").putObject("messages");
    for (Map.Entry<String, TopicSpec<? extends SpecificRecord>> topic : topics().entrySet()) {
      add(topic.getKey(), topic.getValue(), channels, operations, messages);
    }
    return document;
  }

  private static Map<String, TopicSpec<? extends SpecificRecord>> topics() {
    Map<String, TopicSpec<? extends SpecificRecord>> topics = new TreeMap<>();
    List<TopicSpec<? extends SpecificRecord>> all = new ArrayList<>(Topics.fixed(Namespace.LIVE));
    all.add(Topics.signals(Namespace.LIVE, ANY_RULE));
    for (TopicSpec<? extends SpecificRecord> topic : all) {
      String name = topic.name().substring("hotline.".length(), topic.name().lastIndexOf(".v"));
      topics.put(name.replace("." + ANY_RULE, ""), topic);
    }
    return topics;
  }

  private static void add(
      String name,
      TopicSpec<? extends SpecificRecord> topic,
      ObjectNode channels,
      ObjectNode operations,
      ObjectNode messages)
      throws Exception {
    Schema schema = SpecificData.get().getSchema(topic.valueType());
    ObjectNode channel = channels.putObject(name);
    channel.put("address", topic.name().replace(ANY_RULE, "{ruleId}"));
    channel.put("description", schema.getDoc());
    if (topic.name().contains(ANY_RULE)) {
      channel
          .putObject("parameters")
          .putObject("ruleId")
          .put("description", "Id of the topic rule; see the rules topic.");
    }
    channel
        .putObject("messages")
        .putObject(schema.getName())
        .put("$ref", "#/components/messages/" + schema.getName());
    ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
    kafka.put("topic", topic.name().replace(ANY_RULE, "{ruleId}"));
    kafka.put("partitions", topic.partitions());
    ObjectNode configuration = kafka.putObject("topicConfiguration");
    String policy = topic.config().getOrDefault("cleanup.policy", "delete");
    configuration.putArray("cleanup.policy").add(policy);
    String retention = topic.config().get("retention.ms");
    if (retention != null) {
      configuration.put("retention.ms", Long.parseLong(retention));
    }
    ObjectNode operation = operations.putObject("receive-" + name);
    operation.put("action", "receive");
    operation.putObject("channel").put("$ref", "#/channels/" + name);
    ObjectNode message = messages.putObject(schema.getName());
    message.put("name", schema.getName());
    message.put("contentType", "application/vnd.confluent.avro");
    ObjectNode payload = message.putObject("payload");
    payload.put("schemaFormat", AVRO);
    payload.set("schema", withoutJava(JSON.readTree(schema.toString())));
    ObjectNode key = message.putObject("bindings").putObject("kafka").putObject("key");
    key.put("type", "string");
    key.put("description", topic.keyMeaning());
  }

  /** Our classes' way of reading strings is nobody else's business. */
  private static JsonNode withoutJava(JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (object.has("avro.java.string")) {
        return NODES.textNode("string");
      }
      object.properties().forEach(property -> property.setValue(withoutJava(property.getValue())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, withoutJava(array.get(i)));
      }
    }
    return node;
  }
}
