package io.hotline.gateway.http;

import io.hotline.gateway.log.ListedTopic;
import io.hotline.gateway.stream.Format;
import io.hotline.gateway.stream.Selection;
import io.hotline.gateway.stream.Start;
import io.hotline.gateway.stream.StreamRequest;
import io.hotline.gateway.stream.Window;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** Reads what a stream's address and headers ask for. */
final class StreamAddress {

  private static final Set<String> PARAMETERS = Set.of("since", "until", "last");
  private static final int MOST_LATEST = 1000;

  private StreamAddress() {}

  /**
   * Reads a request.
   *
   * @param topics what stands after {@code /streams/}
   * @throws IllegalArgumentException saying what is wrong and what is allowed
   */
  static StreamRequest read(String topics, Request request, List<ListedTopic> listed) {
    Selection selection = Selection.of(topics, listed);
    Fields query = Request.extractQueryParameters(request);
    for (Fields.Field parameter : query) {
      if (!PARAMETERS.contains(parameter.getName())) {
        throw new IllegalArgumentException(
            "parameter '" + parameter.getName() + "': expected since, until or last");
      }
      if (parameter.hasMultipleValues()) {
        throw new IllegalArgumentException(
            "parameter '" + parameter.getName() + "' is there more than once");
      }
    }
    Instant since = time("since", query);
    Instant until = time("until", query);
    return new StreamRequest(
        selection, start(query, request), new Window(since, until), format(request));
  }

  private static Start start(Fields query, Request request) {
    String lastEventId = request.getHeaders().get("Last-Event-ID");
    if (lastEventId != null && !lastEventId.isBlank()) {
      return Start.Resume.after(lastEventId);
    }
    String last = query.getValue("last");
    if (last != null) {
      return new Start.Latest(count(last));
    }
    boolean bounded = query.get("since") != null || query.get("until") != null;
    return bounded ? new Start.InWindow() : new Start.Live();
  }

  private static int count(String last) {
    if (!last.matches("\\d{1,4}") || Integer.parseInt(last) > MOST_LATEST) {
      throw new IllegalArgumentException(
          "last '" + last + "': expected a number from 0 to " + MOST_LATEST);
    }
    return Integer.parseInt(last);
  }

  private static @Nullable Instant time(String parameter, Fields query) {
    String value = query.getValue(parameter);
    return value == null ? null : EventTimes.parse(parameter, value);
  }

  /** Lines only for those who ask for lines. */
  private static Format format(Request request) {
    for (HttpField accept : request.getHeaders().getFields(HttpHeader.ACCEPT)) {
      if (accept.contains(Format.NDJSON.contentType())) {
        return Format.NDJSON;
      }
    }
    return Format.EVENT_STREAM;
  }
}
