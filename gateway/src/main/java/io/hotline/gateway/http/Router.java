package io.hotline.gateway.http;

import io.hotline.gateway.log.LogUnavailableException;
import io.hotline.gateway.stream.UnknownTopicException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Brings each request to its route, if it may go there. What it passes on the way, in this order:
 * the name it calls the gateway by, where its script comes from, whether there is such an address,
 * how often it asks, who asks.
 */
public final class Router extends Handler.Abstract {

  private final List<Route> routes;
  private final SecurityConfig config;
  private final Access access;
  private final Visitors visitors;
  private final RateLimit rate;

  /**
   * @param onLoopback whether only this machine can reach the gateway
   */
  public Router(
      List<Endpoints> endpoints, SecurityConfig config, boolean onLoopback, InstantSource clock) {
    List<Route> all = new ArrayList<>();
    endpoints.forEach(each -> all.addAll(each.routes()));
    this.routes = List.copyOf(all);
    this.config = config;
    this.access = new Access(config, onLoopback);
    this.visitors = new Visitors(config, onLoopback);
    this.rate = new RateLimit(config.requestsPerSecond(), clock);
  }

  /** Every address and method, as the OpenAPI document spells them: {@code GET /topics}. */
  public List<String> addresses() {
    return routes.stream().map(route -> route.method() + " " + route.path()).toList();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    SecurityHeaders.addTo(response.getHeaders());
    Call call = new Call(request, response, callback, Map.of(), config.bodyBytes());
    try {
      visitors.check(request, response);
      if (visitors.isPreflight(request)) {
        call.reply(Answer.done());
        return true;
      }
      serve(request, response, callback);
    } catch (Refused e) {
      call.reply(e.answer());
    } catch (UnknownTopicException e) {
      call.reply(Answer.error(404, e.reason()));
    } catch (IllegalArgumentException e) {
      call.reply(Answer.error(400, String.valueOf(e.getMessage())));
    } catch (LogUnavailableException e) {
      call.reply(Answer.comeBack(e.reason()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      call.reply(Answer.comeBack("the gateway is closing"));
    }
    return true;
  }

  private void serve(Request request, Response response, Callback callback)
      throws InterruptedException {
    String path = Request.getPathInContext(request);
    TreeSet<String> allowed = new TreeSet<>();
    for (Route route : routes) {
      Optional<Map<String, String>> variables = route.match(path);
      if (variables.isPresent()) {
        if (isFor(route, request)) {
          pass(route, request);
          route
              .endpoint()
              .serve(new Call(request, response, callback, variables.get(), config.bodyBytes()));
          return;
        }
        allowed.add(route.method().asString());
        if (route.method() == HttpMethod.GET) {
          allowed.add(HttpMethod.HEAD.asString());
        }
      }
    }
    if (allowed.isEmpty()) {
      throw new Refused(404, "there is nothing here; /openapi.json lists what there is");
    }
    throw new Refused(
        Answer.error(405, "only " + String.join(", ", allowed) + " is allowed here")
            .with(HttpHeader.ALLOW, String.join(", ", allowed)));
  }

  private static boolean isFor(Route route, Request request) {
    return route.method().is(request.getMethod())
        || (route.method() == HttpMethod.GET && HttpMethod.HEAD.is(request.getMethod()));
  }

  private void pass(Route route, Request request) {
    String client = RateLimit.clientOf(request.getConnectionMetaData().getRemoteSocketAddress());
    if (route.access() != Access.Level.OPEN && !rate.allows(client)) {
      throw new Refused(
          Answer.error(
                  429, "more than " + config.requestsPerSecond() + " requests a second, for long")
              .with(HttpHeader.RETRY_AFTER, "1"));
    }
    Access.Level level =
        access.of(request).orElseThrow(() -> unauthorized("this token is not right, or no longer"));
    if (level.compareTo(route.access()) >= 0) {
      return;
    }
    if (level == Access.Level.OPEN) {
      throw unauthorized("a token is needed: Authorization: Bearer ...");
    }
    throw new Refused(
        403,
        config.adminToken() == null
            ? "nobody may do this: no http.token.admin is configured"
            : "this needs the admin token");
  }

  private static Refused unauthorized(String why) {
    return new Refused(Answer.error(401, why).with(HttpHeader.WWW_AUTHENTICATE, "Bearer"));
  }
}
