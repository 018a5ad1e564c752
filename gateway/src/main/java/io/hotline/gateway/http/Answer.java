package io.hotline.gateway.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hotline.schemas.RecordJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.generic.IndexedRecord;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A whole answer, ready to be sent. */
record Answer(int status, String contentType, byte[] body, Map<HttpHeader, String> headers) {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int WORTH_PACKING = 1024;

  /** Writes one JSON value. */
  interface JsonBody {
    void write(JsonGenerator json) throws IOException;
  }

  static Answer json(int status, JsonBody body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      body.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("an array of bytes failed", e);
    }
    bytes.write('\n');
    return new Answer(
        status,
        "application/json",
        bytes.toByteArray(),
        Map.of(HttpHeader.CACHE_CONTROL, "no-store"));
  }

  /** One record. */
  static Answer record(IndexedRecord record) {
    return json(200, json -> RecordJson.write(record, json));
  }

  /** A list of records. */
  static Answer records(Collection<? extends IndexedRecord> records) {
    return json(
        200,
        json -> {
          json.writeStartArray();
          for (IndexedRecord record : records) {
            RecordJson.write(record, json);
          }
          json.writeEndArray();
        });
  }

  /** Nothing to say. */
  static Answer done() {
    return new Answer(204, "", new byte[0], Map.of(HttpHeader.CACHE_CONTROL, "no-store"));
  }

  /** To be asked again in a few seconds. */
  static Answer comeBack(String reason) {
    return error(503, reason).with(HttpHeader.RETRY_AFTER, "5");
  }

  /** What was wrong, where, and what to do. */
  static Answer error(int status, String error) {
    return json(
        status,
        json -> {
          json.writeStartObject();
          json.writeNumberField("status", status);
          json.writeStringField("error", error);
          json.writeEndObject();
        });
  }

  Answer with(HttpHeader header, String value) {
    Map<HttpHeader, String> more = new EnumMap<>(HttpHeader.class);
    more.putAll(headers);
    more.put(header, value);
    return new Answer(status, contentType, body, more);
  }

  /** Sends it: compressed where that is worth it, and not at all if the client has it already. */
  void send(Request request, Response response, Callback callback) {
    headers.forEach((header, value) -> response.getHeaders().put(new HttpField(header, value)));
    if (status == 200 && isKnownTo(request)) {
      response.setStatus(304);
      response.write(true, ByteBuffer.allocate(0), callback);
      return;
    }
    response.setStatus(status);
    if (status == 204) {
      response.write(true, ByteBuffer.allocate(0), callback);
      return;
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
    byte[] sent = body;
    if (body.length >= WORTH_PACKING) {
      response.getHeaders().add(HttpHeader.VARY, HttpHeader.ACCEPT_ENCODING.asString());
      if (takesGzip(request)) {
        sent = gzip(body);
        response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
      }
    }
    response.write(true, ByteBuffer.wrap(sent), callback);
  }

  /** Whether a client says that it can read gzip. */
  static boolean takesGzip(Request request) {
    return request.getHeaders().getQualityCSV(HttpHeader.ACCEPT_ENCODING).contains("gzip");
  }

  private boolean isKnownTo(Request request) {
    String tag = headers.get(HttpHeader.ETAG);
    String known = request.getHeaders().get(HttpHeader.IF_NONE_MATCH);
    // Tags are compared weakly: what is compressed is the same to us.
    return tag != null
        && known != null
        && List.of(known.replace("W/", "").split("\\s*,\\s*")).contains(tag.replace("W/", ""));
  }

  /** A tag for a body: weak, because it may be sent compressed or not. */
  static String entityTag(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 3);
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("an array of bytes failed", e);
    }
    return bytes.toByteArray();
  }
}
