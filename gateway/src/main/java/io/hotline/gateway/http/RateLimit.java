package io.hotline.gateway.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * So many requests a second of one address, with room for a burst: a token bucket each. Keeps the
 * ten thousand addresses that asked last. Thread-safe.
 */
final class RateLimit {

  private static final int MOST_ADDRESSES = 10_000;
  private static final int BURST = 10;
  private static final int NETWORK_BYTES = 8;

  private record Bucket(double tokens, Instant at) {}

  private final int perSecond;
  private final InstantSource clock;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  RateLimit(int perSecond, InstantSource clock) {
    this.perSecond = perSecond;
    this.clock = clock;
  }

  /** Whether this request is within the limit. */
  synchronized boolean allows(String client) {
    Instant now = clock.instant();
    int most = perSecond * BURST;
    Bucket before = buckets.getOrDefault(client, new Bucket(most, now));
    double passed = Duration.between(before.at(), now).toMillis() / 1000.0;
    double tokens = Math.min(most, before.tokens() + Math.max(0, passed) * perSecond);
    buckets.put(client, new Bucket(tokens < 1 ? tokens : tokens - 1, now));
    return tokens >= 1;
  }

  /** Who asks: an IPv4 address, or the network of an IPv6 one, of which a client has many. */
  static String clientOf(SocketAddress remote) {
    if (remote instanceof InetSocketAddress socket && socket.getAddress() != null) {
      InetAddress address = socket.getAddress();
      return address instanceof Inet6Address
          ? Arrays.toString(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
          : address.getHostAddress();
    }
    return String.valueOf(remote);
  }
}
