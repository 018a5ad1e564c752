package io.hotline.gateway.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A whole answer, ready to be sent. */
record Answer(int status, String contentType, byte[] body, Map<HttpHeader, String> headers) {

  private static final JsonFactory JSON = new JsonFactory();

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

  void send(Response response, Callback callback) {
    response.setStatus(status);
    headers.forEach((header, value) -> response.getHeaders().put(new HttpField(header, value)));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
    response.write(true, ByteBuffer.wrap(body).asReadOnlyBuffer(), callback);
  }
}
