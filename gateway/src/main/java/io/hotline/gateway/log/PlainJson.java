package io.hotline.gateway.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hotline.schemas.wire.MalformedRecordException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** JSON of what has no record behind it. */
final class PlainJson {

  private static final JsonFactory JSON = new JsonFactory();

  private PlainJson() {}

  /** Says that a record cannot be read; field names as in DeadLetter. */
  static String malformed(ConsumerRecord<byte[], byte[]> record, MalformedRecordException fault) {
    return write(
        json -> {
          json.writeStringField("topic", record.topic());
          json.writeNumberField("partition", record.partition());
          json.writeNumberField("offset", record.offset());
          json.writeStringField("errorType", fault.errorType());
          json.writeStringField("error", fault.getMessage());
        });
  }

  /** Says that a key is gone. */
  static String removed(String key) {
    return write(json -> json.writeStringField("key", key));
  }

  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private static String write(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer failed", e);
    }
    return text.toString();
  }
}
