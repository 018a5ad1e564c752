package io.hotline.gateway.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hotline.schemas.wire.MalformedRecordException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Says in JSON that a record cannot be read; field names as in DeadLetter. */
final class MalformedJson {

  private static final JsonFactory JSON = new JsonFactory();

  private MalformedJson() {}

  static String line(ConsumerRecord<byte[], byte[]> record, MalformedRecordException fault) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("topic", record.topic());
      json.writeNumberField("partition", record.partition());
      json.writeNumberField("offset", record.offset());
      json.writeStringField("errorType", fault.errorType());
      json.writeStringField("error", fault.getMessage());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer failed", e);
    }
    return text.toString();
  }
}
