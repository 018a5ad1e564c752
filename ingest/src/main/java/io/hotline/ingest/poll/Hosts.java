package io.hotline.ingest.poll;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Keeps requests to one host apart: one at a time, and a pause between. Not thread-safe. */
final class Hosts {

  /** Between two requests to one host that does not ask for more. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Set<String> busy = new HashSet<>();
  private final Map<String, Instant> free = new HashMap<>();

  /** Whether a host may be asked now; if so it is busy until {@link #answered}. */
  boolean ask(String host, Instant now) {
    Instant from = free.get(host);
    if (busy.contains(host) || (from != null && from.isAfter(now))) {
      return false;
    }
    busy.add(host);
    free.put(host, now.plus(PAUSE));
    return true;
  }

  /**
   * The host has answered, or will not.
   *
   * @param pause how long it asks to be left alone from now on
   */
  void answered(String host, Duration pause, Instant now) {
    busy.remove(host);
    if (!pause.isZero()) {
      free.merge(host, now.plus(pause), (one, other) -> one.isAfter(other) ? one : other);
    }
    free.values().removeIf(from -> from.isBefore(now));
  }

  /** Name of an address's host; empty if it has none. */
  static String of(String address) {
    try {
      String host = URI.create(address).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
