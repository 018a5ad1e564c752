package io.hotline.gateway.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Metrics and health of a process, and nothing else. */
public final class MetricsHandler extends Handler.Abstract {

  private final Supplier<String> metrics;
  private final Supplier<List<String>> troubles;
  private final Supplier<List<String>> reasonsNotReady;

  public MetricsHandler(
      Supplier<String> metrics,
      Supplier<List<String>> troubles,
      Supplier<List<String>> reasonsNotReady) {
    this.metrics = metrics;
    this.troubles = troubles;
    this.reasonsNotReady = reasonsNotReady;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    SecurityHeaders.addTo(response.getHeaders());
    Answer answer =
        HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod())
            ? answer(Request.getPathInContext(request))
            : Answer.error(405, "only GET is allowed here");
    answer.send(request, response, callback);
    return true;
  }

  private Answer answer(String path) {
    return switch (path) {
      case "/metrics" -> metrics(metrics.get());
      case "/health/live" -> health("live", troubles.get());
      case "/health/ready" -> health("ready", reasonsNotReady.get());
      default ->
          Answer.error(404, "there is nothing here; try /metrics, /health/live or /health/ready");
    };
  }

  static Answer metrics(String text) {
    return new Answer(
        200,
        "text/plain;version=0.0.4;charset=utf-8",
        text.getBytes(StandardCharsets.UTF_8),
        Map.of(HttpHeader.CACHE_CONTROL, "no-store"));
  }

  static Answer health(String what, List<String> reasons) {
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
}
