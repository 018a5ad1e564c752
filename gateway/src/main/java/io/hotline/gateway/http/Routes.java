package io.hotline.gateway.http;

import io.hotline.gateway.log.Catalogue;
import io.hotline.gateway.log.ListedTopic;
import io.hotline.gateway.stream.EventStreams;
import io.hotline.gateway.stream.StreamRequest;
import io.hotline.gateway.stream.UnknownTopicException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Every address of the gateway:
 *
 * <pre>
 * GET /                    the page
 * GET /health/live         200 as long as the process works
 * GET /health/ready        200 if it can serve, else 503 with the reasons
 * GET /topics              what can be listened to
 * GET /streams/{topic}     records as they come: server-sent events, or JSON lines
 *                          {topic}: one or more names, separated by commas: a rule's id,
 *                          alerts, enriched, signals (of all rules), or a full topic name
 *                          ?since= &amp;until=   event time
 *                          ?last=            begin with so many of the latest of each partition
 *                          Last-Event-ID     begin after this event
 * </pre>
 */
public final class Routes extends Handler.Abstract {

  private static final String STREAMS = "/streams/";

  private final Catalogue catalogue;
  private final EventStreams streams;
  private final Page page = new Page();

  public Routes(Catalogue catalogue, EventStreams streams) {
    this.catalogue = catalogue;
    this.streams = streams;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    SecurityHeaders.addTo(response.getHeaders());
    String path = Request.getPathInContext(request);
    if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
      Answer.error(405, "only GET is allowed here")
          .with(HttpHeader.ALLOW, "GET, HEAD")
          .send(response, callback);
    } else if (path.startsWith(STREAMS) && HttpMethod.GET.is(request.getMethod())) {
      stream(path.substring(STREAMS.length()), request, response, callback);
    } else {
      answer(path, request).send(response, callback);
    }
    return true;
  }

  private Answer answer(String path, Request request) {
    return switch (path) {
      case "/health/live" -> live();
      case "/health/ready" -> ready();
      case "/topics" -> topics();
      default ->
          page.at(path, request)
              .orElseGet(
                  () ->
                      Answer.error(
                          404,
                          "there is nothing here; try /, /topics, /streams/{topic}, /health/live"
                              + " or /health/ready"));
    };
  }

  private void stream(String topics, Request request, Response response, Callback callback) {
    if (!catalogue.isRead()) {
      comeBack(String.join("; ", catalogue.reasonsNotReady())).send(response, callback);
      return;
    }
    StreamRequest wanted;
    try {
      wanted = StreamAddress.read(topics, request, catalogue.topics());
    } catch (UnknownTopicException e) {
      Answer.error(404, e.reason()).send(response, callback);
      return;
    } catch (IllegalArgumentException e) {
      Answer.error(400, String.valueOf(e.getMessage())).send(response, callback);
      return;
    }
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, wanted.format().contentType());
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    // nginx would keep events back until its buffer is full
    response.getHeaders().put("X-Accel-Buffering", "no");
    EventStreams.Outcome outcome =
        streams.open(wanted, new HttpClientEnd(request, response, callback));
    if (outcome instanceof EventStreams.Outcome.Busy busy) {
      response.reset();
      SecurityHeaders.addTo(response.getHeaders());
      comeBack(busy.reason()).send(response, callback);
    }
  }

  private static Answer comeBack(String reason) {
    return Answer.error(503, reason).with(HttpHeader.RETRY_AFTER, "5");
  }

  private Answer live() {
    List<String> reasons = new ArrayList<>();
    Throwable reading = streams.failure();
    if (reading != null) {
      reasons.add("the reader of what is new broke: " + reading);
    }
    Throwable listing = catalogue.failure();
    if (listing != null) {
      reasons.add("the list of topics broke: " + listing);
    }
    return health("live", reasons);
  }

  private Answer ready() {
    return health("ready", catalogue.reasonsNotReady());
  }

  private static Answer health(String what, List<String> reasons) {
    return Answer.json(
        reasons.isEmpty() ? 200 : 503,
        json -> {
          json.writeStartObject();
          json.writeBooleanField(what, reasons.isEmpty());
          json.writeArrayFieldStart("reasons");
          for (String reason : reasons) {
            json.writeString(reason);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private Answer topics() {
    if (!catalogue.isRead()) {
      return comeBack(String.join("; ", catalogue.reasonsNotReady()));
    }
    return Answer.json(
        200,
        json -> {
          json.writeStartArray();
          for (ListedTopic topic : catalogue.topics()) {
            json.writeStartObject();
            json.writeStringField("name", topic.name());
            json.writeStringField("topic", topic.topic());
            json.writeStringField("kind", topic.kind().label());
            json.writeNumberField("partitions", topic.partitionCount());
            json.writeStringField("stream", STREAMS + topic.topic());
            ListedTopic.ListedRule rule = topic.rule();
            if (rule != null) {
              json.writeObjectFieldStart("rule");
              json.writeStringField("id", rule.id());
              json.writeNumberField("version", rule.version());
              json.writeStringField("title", rule.title());
              json.writeStringField("yaml", rule.yaml());
              json.writeEndObject();
            }
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
