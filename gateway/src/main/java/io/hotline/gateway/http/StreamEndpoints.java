package io.hotline.gateway.http;

import io.hotline.gateway.log.Catalogue;
import io.hotline.gateway.stream.EventStreams;
import io.hotline.gateway.stream.StreamRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Records as they come, or of a window of event time. */
public final class StreamEndpoints extends Endpoints {

  private final Catalogue catalogue;
  private final EventStreams streams;
  private final int mostOfOneAddress;
  private final InstantSource clock;
  private final Map<String, Integer> open = new ConcurrentHashMap<>();

  public StreamEndpoints(
      Catalogue catalogue, EventStreams streams, SecurityConfig config, InstantSource clock) {
    this.catalogue = catalogue;
    this.streams = streams;
    this.mostOfOneAddress = config.streamsPerAddress();
    this.clock = clock;
  }

  @Override
  List<Route> routes() {
    return List.of(new Route(HttpMethod.GET, "/streams/{topic}", Access.Level.READ, this::stream));
  }

  private void stream(Call call) {
    if (!catalogue.isRead()) {
      throw new Refused(Answer.comeBack(String.join("; ", catalogue.reasonsNotReady())));
    }
    StreamRequest wanted = StreamAddress.read(call, catalogue.topics(), clock.instant());
    if (HttpMethod.HEAD.is(call.request().getMethod())) {
      head(call.response(), wanted);
      call.callback().succeeded();
      return;
    }
    String client =
        RateLimit.clientOf(call.request().getConnectionMetaData().getRemoteSocketAddress());
    if (open.merge(client, 1, Integer::sum) > mostOfOneAddress) {
      left(client);
      throw new Refused(
          Answer.comeBack(mostOfOneAddress + " streams of one address, which is the limit"));
    }
    Callback ended = Callback.from(() -> left(client), call.callback());
    head(call.response(), wanted);
    EventStreams.Outcome outcome =
        streams.open(wanted, new HttpClientEnd(call.request(), call.response(), ended));
    if (outcome instanceof EventStreams.Outcome.Busy busy) {
      left(client);
      call.response().reset();
      SecurityHeaders.addTo(call.response().getHeaders());
      call.reply(Answer.comeBack(busy.reason()));
    }
  }

  private static void head(Response response, StreamRequest wanted) {
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, wanted.format().contentType());
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    if (wanted.packed()) {
      response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
    }
    // nginx would keep events back until its buffer is full
    response.getHeaders().put("X-Accel-Buffering", "no");
  }

  private void left(String client) {
    open.computeIfPresent(client, (address, streams) -> streams == 1 ? null : streams - 1);
  }
}
