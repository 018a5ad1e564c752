package io.hotline.gateway.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hotline.gateway.log.Partition;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The {@code id:} of an event: how far a listener has come, as the offset of the next record of
 * every partition. Given back in {@code Last-Event-ID}, it says where to go on. A partition at its
 * very beginning is left out, so that a topic that came later is read whole.
 */
final class EventId {

  private static final JsonFactory JSON = new JsonFactory();

  private EventId() {}

  /** {@code [{"topic":"hotline.alerts.v1","partition":0,"offset":42},...]}, on one line. */
  static String format(Map<Partition, Long> positions) {
    StringWriter text = new StringWriter(80 * positions.size());
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartArray();
      for (Map.Entry<Partition, Long> position : new TreeMap<>(positions).entrySet()) {
        if (position.getValue() > 0) {
          json.writeStartObject();
          json.writeStringField("topic", position.getKey().topic());
          json.writeNumberField("partition", position.getKey().number());
          json.writeNumberField("offset", position.getValue());
          json.writeEndObject();
        }
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer failed", e);
    }
    return text.toString();
  }

  /**
   * Reads what {@link #format} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static Map<Partition, Long> parse(String id) {
    Map<Partition, Long> positions = new TreeMap<>();
    try (JsonParser json = JSON.createParser(id)) {
      expect(json.nextToken() == JsonToken.START_ARRAY, id);
      while (json.nextToken() == JsonToken.START_OBJECT) {
        String topic = "";
        int partition = -1;
        long offset = -1;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String field = json.currentName();
          json.nextToken();
          switch (field) {
            case "topic" -> topic = json.getText();
            case "partition" -> partition = json.getIntValue();
            case "offset" -> offset = json.getLongValue();
            default -> expect(false, id);
          }
        }
        expect(!topic.isEmpty() && partition >= 0 && offset >= 0, id);
        positions.put(new Partition(topic, partition), offset);
      }
      expect(json.currentToken() == JsonToken.END_ARRAY, id);
    } catch (IOException e) {
      expect(false, id);
    }
    return positions;
  }

  private static void expect(boolean right, String id) {
    if (!right) {
      throw new IllegalArgumentException(
          "Last-Event-ID '"
              + id
              + "': expected the id of an event of this stream, a JSON list of topic, partition"
              + " and offset");
    }
  }
}
