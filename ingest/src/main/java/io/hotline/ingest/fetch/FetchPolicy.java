package io.hotline.ingest.fetch;

import java.time.Duration;

/**
 * What a fetch may cost.
 *
 * @param maxBytes largest answer, in bytes, packed as well as unpacked
 * @param timeout from the first byte asked to the last byte read, all redirects included
 * @param maxRedirects most hops that are followed
 * @param privateAddresses whether addresses of one's own machine and network may be asked
 */
public record FetchPolicy(
    int maxBytes, Duration timeout, int maxRedirects, boolean privateAddresses) {

  /** 15 MiB, half a minute, five hops, the public network only. */
  public static final FetchPolicy DEFAULT =
      new FetchPolicy(15 * 1024 * 1024, Duration.ofSeconds(30), 5, false);

  public FetchPolicy {
    if (maxBytes < 1 || maxRedirects < 0 || timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException(
          "maxBytes %d, maxRedirects %d, timeout %s: expected more than nothing"
              .formatted(maxBytes, maxRedirects, timeout));
    }
  }

  /** The same, but for one's own network too, or not. */
  public FetchPolicy withPrivateAddresses(boolean allowed) {
    return new FetchPolicy(maxBytes, timeout, maxRedirects, allowed);
  }
}
