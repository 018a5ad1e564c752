package io.hotline.gateway.http;

import io.hotline.gateway.log.Catalogue;
import io.hotline.gateway.recent.Recent;
import io.hotline.gateway.stream.EventStreams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The page, the contract, health, metrics and sessions. */
public final class ServiceEndpoints extends Endpoints {

  private static final Duration SESSION = Duration.ofDays(30);

  private final Catalogue catalogue;
  private final EventStreams streams;
  private final Recent recent;
  private final Supplier<String> metrics;
  private final Page page = new Page();
  private final Answer openApi = OpenApi.answer();

  /**
   * @param metrics in Prometheus' text format
   */
  public ServiceEndpoints(
      Catalogue catalogue, EventStreams streams, Recent recent, Supplier<String> metrics) {
    this.catalogue = catalogue;
    this.streams = streams;
    this.recent = recent;
    this.metrics = metrics;
  }

  @Override
  List<Route> routes() {
    return List.of(
        Route.get("/", Access.Level.OPEN, call -> file("/")),
        Route.get(
            "/page/{file}", Access.Level.OPEN, call -> file("/page/" + call.variable("file"))),
        Route.get("/openapi.json", Access.Level.OPEN, call -> openApi),
        Route.get("/health/live", Access.Level.OPEN, call -> live()),
        Route.get(
            "/health/ready",
            Access.Level.OPEN,
            call -> MetricsHandler.health("ready", catalogue.reasonsNotReady())),
        Route.get("/metrics", Access.Level.READ, call -> MetricsHandler.metrics(metrics.get())),
        Route.of(HttpMethod.POST, "/session", Access.Level.READ, ServiceEndpoints::open),
        Route.of(HttpMethod.DELETE, "/session", Access.Level.OPEN, call -> cookie("", 0, call)));
  }

  private Answer file(String path) {
    return page.at(path)
        .orElseThrow(() -> new Refused(404, "there is nothing here; the page is at /"));
  }

  private static Answer open(Call call) {
    String token = Access.bearer(call.request());
    if (token == null) {
      throw new Refused(400, "Authorization: expected Bearer and the token to keep");
    }
    return cookie(Access.proofOf(token), SESSION.toSeconds(), call);
  }

  private static Answer cookie(String value, long seconds, Call call) {
    Request request = call.request();
    return Answer.done()
        .with(
            HttpHeader.SET_COOKIE,
            Access.COOKIE
                + "="
                + value
                + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
                + seconds
                + (request.isSecure() ? "; Secure" : ""));
  }

  private Answer live() {
    List<String> reasons = new ArrayList<>();
    because(reasons, "the reader of what is new broke", streams.failure());
    because(reasons, "the list of topics broke", catalogue.failure());
    because(reasons, "the reader of what was broke", recent.failure());
    return MetricsHandler.health("live", reasons);
  }

  private static void because(List<String> reasons, String what, @Nullable Throwable failure) {
    if (failure != null) {
      reasons.add(what + ": " + failure);
    }
  }
}
