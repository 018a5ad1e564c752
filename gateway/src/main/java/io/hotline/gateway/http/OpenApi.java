package io.hotline.gateway.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;

/** The contract of the API, as a document in the jar. */
final class OpenApi {

  private static final String FILE = "/io/hotline/gateway/openapi.json";

  private OpenApi() {}

  static Answer answer() {
    try (InputStream in = OpenApi.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("missing from the jar: " + FILE);
      }
      return new Answer(
          200, "application/json", in.readAllBytes(), Map.of(HttpHeader.CACHE_CONTROL, "no-cache"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }
}
