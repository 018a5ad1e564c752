package io.hotline.schemas;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * The plain JSON of our records, as people and other software outside Kafka read them: field names
 * are the Avro ones, times are ISO 8601 in UTC, bytes are Base64, a union is its value. Safe for
 * use by any number of threads.
 */
public final class RecordJson {
  private static final JsonFactory JSON = new JsonFactory();

  private RecordJson() {}

  /** The record on one line. */
  public static String line(IndexedRecord value) {
    return write(value, false);
  }

  /** The record indented for people. */
  public static String pretty(IndexedRecord value) {
    return write(value, true);
  }

  /** Writes the record as the generator's next value. */
  public static void write(IndexedRecord value, JsonGenerator json) throws IOException {
    json.writeStartObject();
    writeFields(value, json);
    json.writeEndObject();
  }

  /** Writes the record's fields into an object that was begun and is for the caller to end. */
  public static void writeFields(IndexedRecord value, JsonGenerator json) throws IOException {
    for (Schema.Field field : value.getSchema().getFields()) {
      json.writeFieldName(field.name());
      writeValue(value.get(field.pos()), json);
    }
  }

  private static String write(IndexedRecord value, boolean pretty) {
    StringWriter text = new StringWriter(1024);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      if (pretty) {
        json.setPrettyPrinter(new DefaultPrettyPrinter());
      }
      write(value, json);
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer failed", e);
    }
    return text.toString();
  }

  private static void writeValue(@Nullable Object value, JsonGenerator json) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof IndexedRecord inner) {
      write(inner, json);
    } else if (value instanceof Collection<?> values) {
      json.writeStartArray();
      for (Object each : values) {
        writeValue(each, json);
      }
      json.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        writeValue(entry.getValue(), json);
      }
      json.writeEndObject();
    } else if (value instanceof Integer || value instanceof Long) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Number number) {
      json.writeNumber(number.doubleValue());
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      json.writeString(Base64.getEncoder().encodeToString(copy));
    } else if (value instanceof Instant instant) {
      json.writeString(instant.toString());
    } else {
      json.writeString(value.toString());
    }
  }
}
