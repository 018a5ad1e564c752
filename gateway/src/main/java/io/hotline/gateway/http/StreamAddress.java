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

/** Reads what a stream's address and headers ask for. */
final class StreamAddress {

  private static final Set<String> PARAMETERS =
      Set.of(
          "since",
          "until",
          "last",
          "status",
          "mode",
          "country",
          "speaker",
          "source",
          "minConfidence");
  private static final int MOST_LATEST = 1000;

  private StreamAddress() {}

  /**
   * Reads a request.
   *
   * @param now a window that has ended by then is compressed for those who can read that; live
   *     streams are not, because a compressor a listener is a quarter of a megabyte a listener
   * @throws IllegalArgumentException saying what is wrong and what is allowed
   * @throws Refused as well
   */
  static StreamRequest read(Call call, List<ListedTopic> listed, Instant now) {
    Selection selection = Selection.of(call.variable("topic"), listed);
    call.allow(PARAMETERS);
    Window window = new Window(call.time("since"), call.time("until"));
    boolean over = window.until() != null && !window.until().isAfter(now);
    return new StreamRequest(
        selection,
        start(call),
        window,
        call.filter(),
        format(call.request()),
        over && Answer.takesGzip(call.request()));
  }

  private static Start start(Call call) {
    String lastEventId = call.request().getHeaders().get("Last-Event-ID");
    if (lastEventId != null && !lastEventId.isBlank()) {
      return Start.Resume.after(lastEventId);
    }
    if (call.parameter("last") != null) {
      return new Start.Latest(call.number("last", 0, 0, MOST_LATEST));
    }
    boolean bounded = call.parameter("since") != null || call.parameter("until") != null;
    return bounded ? new Start.InWindow() : new Start.Live();
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
