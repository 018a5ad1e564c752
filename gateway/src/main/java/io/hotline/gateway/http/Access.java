package io.hotline.gateway.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what. A token is sent as {@code Authorization: Bearer}; a browser, whose EventSource
 * cannot, keeps a proof of it in a cookie instead: an HMAC of a constant under the token, which
 * survives a restart and is void as soon as the token is changed.
 */
final class Access {

  static final String COOKIE = "hotline_session";

  private static final String BEARER = "Bearer ";

  /** What a route asks for, and what a request may do; each includes the ones before. */
  enum Level {
    OPEN,
    READ,
    ADMIN
  }

  private final SecurityConfig config;
  private final boolean onLoopback;

  Access(SecurityConfig config, boolean onLoopback) {
    this.config = config;
    this.onLoopback = onLoopback;
  }

  /** What a request may do; empty if it shows a token that is wrong. */
  Optional<Level> of(Request request) {
    Level free = free();
    String token = bearer(request);
    if (token != null) {
      return levelOf(token);
    }
    for (HttpCookie cookie : Request.getCookies(request)) {
      if (cookie.getName().equals(COOKIE)) {
        // A stale cookie is no offence: who holds one may do what everybody may.
        return Optional.of(levelOfProof(cookie.getValue()).orElse(free));
      }
    }
    return Optional.of(free);
  }

  /** What everybody may do. */
  private Level free() {
    if (config.readToken() != null) {
      return Level.OPEN;
    }
    return config.adminToken() == null && onLoopback ? Level.ADMIN : Level.READ;
  }

  private Optional<Level> levelOf(String token) {
    if (isSame(token, config.adminToken())) {
      return Optional.of(Level.ADMIN);
    }
    if (isSame(token, config.readToken())) {
      return Optional.of(Level.READ);
    }
    return config.adminToken() == null && config.readToken() == null
        ? Optional.of(free())
        : Optional.empty();
  }

  private Optional<Level> levelOfProof(String proof) {
    if (config.adminToken() != null && isSame(proof, proofOf(config.adminToken()))) {
      return Optional.of(Level.ADMIN);
    }
    if (config.readToken() != null && isSame(proof, proofOf(config.readToken()))) {
      return Optional.of(Level.READ);
    }
    return Optional.empty();
  }

  /** The token that a request shows; null if it shows none. */
  static @Nullable String bearer(Request request) {
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : null;
  }

  /** What a browser keeps in place of a token. */
  static String proofOf(String token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal("hotline session 1".getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /** Compares in a time that does not tell how much of it was right. */
  private static boolean isSame(String shown, @Nullable String right) {
    return right != null
        && MessageDigest.isEqual(
            shown.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
