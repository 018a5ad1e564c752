package io.hotline.gateway.http;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in, and how much they may ask for.
 *
 * @param readToken needed to read; null: everybody may
 * @param adminToken needed to change anything; null: nobody may, unless the gateway is bound to a
 *     loopback address
 * @param corsOrigins sites whose scripts may read, such as {@code https://desk.example}
 * @param hosts names besides its own that a gateway on loopback is called by; others are refused,
 *     so that no site can have a browser speak to it under a name of its own
 * @param keystore PKCS 12 with key and certificate; null: no TLS
 * @param connections how many at once
 * @param requestsPerSecond of one address, on average; it may burst to ten times that
 * @param streamsPerAddress how many at once
 * @param bodyBytes the largest body
 */
public record SecurityConfig(
    @Nullable String readToken,
    @Nullable String adminToken,
    Set<String> corsOrigins,
    Set<String> hosts,
    @Nullable Path keystore,
    String keystorePassword,
    int connections,
    int requestsPerSecond,
    int streamsPerAddress,
    int bodyBytes) {

  /** No tokens, no TLS, nobody from elsewhere. */
  public static final SecurityConfig DEFAULT =
      new SecurityConfig(null, null, Set.of(), Set.of(), null, "", 12_000, 50, 1_000, 1 << 20);

  private static final int SHORTEST_TOKEN = 16;

  public SecurityConfig {
    corsOrigins = Set.copyOf(corsOrigins);
    hosts = Set.copyOf(hosts);
    token("http.token.read", readToken);
    token("http.token.admin", adminToken);
    for (String origin : corsOrigins) {
      if (!origin.matches("https?://[^/*\\s]+")) {
        throw new IllegalArgumentException(
            "http.cors.origins '" + origin + "': expected https://host[:port] without a path");
      }
    }
    positive("http.connections", connections);
    positive("http.requests-per-second", requestsPerSecond);
    positive("http.streams-per-address", streamsPerAddress);
    positive("http.body-bytes", bodyBytes);
  }

  /** The same with tokens. */
  public SecurityConfig withTokens(@Nullable String read, @Nullable String admin) {
    return new SecurityConfig(
        read,
        admin,
        corsOrigins,
        hosts,
        keystore,
        keystorePassword,
        connections,
        requestsPerSecond,
        streamsPerAddress,
        bodyBytes);
  }

  /** The same for scripts of other sites. */
  public SecurityConfig withCors(Set<String> origins) {
    return new SecurityConfig(
        readToken,
        adminToken,
        origins,
        hosts,
        keystore,
        keystorePassword,
        connections,
        requestsPerSecond,
        streamsPerAddress,
        bodyBytes);
  }

  /** The same over TLS. */
  public SecurityConfig withTls(Path store, String password) {
    return new SecurityConfig(
        readToken,
        adminToken,
        corsOrigins,
        hosts,
        store,
        password,
        connections,
        requestsPerSecond,
        streamsPerAddress,
        bodyBytes);
  }

  /** The same with other limits. */
  public SecurityConfig withLimits(
      int connections, int requestsPerSecond, int streamsPerAddress, int bodyBytes) {
    return new SecurityConfig(
        readToken,
        adminToken,
        corsOrigins,
        hosts,
        keystore,
        keystorePassword,
        connections,
        requestsPerSecond,
        streamsPerAddress,
        bodyBytes);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "SecurityConfig[tls=" + (keystore != null) + ", connections=" + connections + "]";
  }

  private static void token(String key, @Nullable String token) {
    if (token != null && (token.length() < SHORTEST_TOKEN || !token.matches("[!-~]+"))) {
      throw new IllegalArgumentException(
          key + ": expected at least " + SHORTEST_TOKEN + " visible ASCII characters");
    }
  }

  private static void positive(String key, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(key + " '" + value + "': expected more than 0");
    }
  }
}
