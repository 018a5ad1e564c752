package io.hotline.gateway.http;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * Keeps scripts of other sites out, and lets those in that the configuration names. A browser says
 * truly where a script comes from; other clients say nothing, and need no watching.
 */
final class Visitors {

  private static final Set<String> OURSELVES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final SecurityConfig config;
  private final boolean onLoopback;

  Visitors(SecurityConfig config, boolean onLoopback) {
    this.config = config;
    this.onLoopback = onLoopback;
  }

  /** Refuses a request, or adds to its answer what a script of a site that may read needs. */
  void check(Request request, Response response) {
    String host = Request.getServerName(request);
    if (onLoopback
        && host != null
        && !OURSELVES.contains(host.toLowerCase(Locale.ROOT))
        && !config.hosts().contains(host.toLowerCase(Locale.ROOT))) {
      throw new Refused(403, "Host '" + host + "': expected localhost, or a name in http.hosts");
    }
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    boolean changes =
        !HttpMethod.GET.is(request.getMethod())
            && !HttpMethod.HEAD.is(request.getMethod())
            && !HttpMethod.OPTIONS.is(request.getMethod());
    if (origin == null) {
      if (changes && "cross-site".equals(request.getHeaders().get("Sec-Fetch-Site"))) {
        throw elsewhere("another site");
      }
      return;
    }
    if (config.corsOrigins().contains(origin)) {
      response.getHeaders().put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
      response.getHeaders().add(HttpHeader.VARY, HttpHeader.ORIGIN.asString());
      response.getHeaders().put("Cross-Origin-Resource-Policy", "cross-origin");
      response.getHeaders().put("Access-Control-Expose-Headers", "ETag, Retry-After");
      if (isPreflight(request)) {
        response.getHeaders().put("Access-Control-Allow-Methods", "GET, POST, DELETE");
        response
            .getHeaders()
            .put("Access-Control-Allow-Headers", "Authorization, Content-Type, Last-Event-ID");
        response.getHeaders().put("Access-Control-Max-Age", "600");
      }
    } else if (changes && !isOurs(origin, request)) {
      throw elsewhere(origin);
    }
  }

  /** Whether a browser asks first if a script may ask. */
  boolean isPreflight(Request request) {
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    return HttpMethod.OPTIONS.is(request.getMethod())
        && origin != null
        && config.corsOrigins().contains(origin)
        && request.getHeaders().contains("Access-Control-Request-Method");
  }

  private static boolean isOurs(String origin, Request request) {
    String host = request.getHeaders().get(HttpHeader.HOST);
    return host != null
        && (origin.equalsIgnoreCase("http://" + host)
            || origin.equalsIgnoreCase("https://" + host));
  }

  private static Refused elsewhere(String site) {
    return new Refused(403, "a script of " + site + " may not do this; see http.cors.origins");
  }
}
