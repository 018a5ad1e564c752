package io.hotline.gateway.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotline.gateway.stream.RecordFilter;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** A request on its way to be answered. Its questions throw {@link Refused} for what is wrong. */
final class Call {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final Map<String, String> variables;
  private final int bodyBytes;
  private final Fields query;

  Call(
      Request request,
      Response response,
      Callback callback,
      Map<String, String> variables,
      int bodyBytes) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.variables = variables;
    this.bodyBytes = bodyBytes;
    this.query = Request.extractQueryParameters(request);
  }

  Request request() {
    return request;
  }

  Response response() {
    return response;
  }

  Callback callback() {
    return callback;
  }

  void reply(Answer answer) {
    answer.send(request, response, callback);
  }

  /** What stands in the address for a name in braces. */
  String variable(String name) {
    return Optional.ofNullable(variables.get(name))
        .orElseThrow(() -> new IllegalStateException("the route has no {" + name + "}"));
  }

  /** Refuses parameters of other names, and those that are there more than once. */
  Call allow(Set<String> parameters) {
    for (Fields.Field parameter : query) {
      if (!parameters.contains(parameter.getName())) {
        throw new Refused(
            400,
            "parameter '"
                + parameter.getName()
                + "': expected "
                + (parameters.isEmpty()
                    ? "none here"
                    : String.join(", ", new TreeSet<>(parameters))));
      }
      if (parameter.hasMultipleValues()) {
        throw new Refused(400, "parameter '" + parameter.getName() + "' is there more than once");
      }
    }
    return this;
  }

  @Nullable String parameter(String name) {
    return query.getValue(name);
  }

  /** The members of a list; empty if it is not there. */
  Set<String> list(String name) {
    String value = parameter(name);
    return value == null ? Set.of() : RecordFilter.list(value);
  }

  @Nullable Instant time(String name) {
    String value = parameter(name);
    return value == null ? null : EventTimes.parse(name, value);
  }

  int number(String name, int fallback, int least, int most) {
    String value = parameter(name);
    if (value == null) {
      return fallback;
    }
    if (value.matches("\\d{1,9}")) {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new Refused(
        400, name + " '" + value + "': expected a number from " + least + " to " + most);
  }

  RecordFilter filter() {
    String minConfidence = parameter("minConfidence");
    double least = 0;
    if (minConfidence != null) {
      try {
        least = Double.parseDouble(minConfidence);
      } catch (NumberFormatException e) {
        least = Double.NaN;
      }
    }
    return new RecordFilter(
        list("status"), list("mode"), list("country"), list("speaker"), list("source"), least);
  }

  /** The JSON object that was sent, with these fields at most. */
  ObjectNode body(Set<String> fields) {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      throw new Refused(415, "Content-Type: expected application/json");
    }
    if (request.getLength() > bodyBytes) {
      throw tooLarge();
    }
    JsonNode read;
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] bytes = in.readNBytes(bodyBytes + 1);
      if (bytes.length > bodyBytes) {
        throw tooLarge();
      }
      read = JSON.readTree(bytes);
    } catch (JacksonException e) {
      throw new Refused(400, "the body is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new Refused(400, "the body could not be read: " + e.getMessage());
    }
    if (!(read instanceof ObjectNode object)) {
      throw new Refused(400, "the body: expected a JSON object");
    }
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!fields.contains(name)) {
                throw new Refused(
                    400,
                    "field '" + name + "': expected " + String.join(", ", new TreeSet<>(fields)));
              }
            });
    return object;
  }

  private Refused tooLarge() {
    return new Refused(413, "the body is larger than " + bodyBytes + " bytes");
  }

  /** A text of a body; null if it is not there. */
  static @Nullable String text(ObjectNode body, String name, int most) {
    JsonNode value = body.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual() || value.textValue().length() > most) {
      throw new Refused(400, name + ": expected a text of at most " + most + " characters");
    }
    return value.textValue();
  }

  /** A text of a body that has to be there. */
  static String needed(ObjectNode body, String name, int most) {
    String value = text(body, name, most);
    if (value == null || value.isBlank()) {
      throw new Refused(400, name + ": is missing");
    }
    return value;
  }

  /** A time of a body; null if it is not there. */
  static @Nullable Instant time(ObjectNode body, String name) {
    String value = text(body, name, 100);
    return value == null ? null : EventTimes.parse(name, value);
  }
}
