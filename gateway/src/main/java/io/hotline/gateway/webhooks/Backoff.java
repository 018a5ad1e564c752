package io.hotline.gateway.webhooks;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to leave a receiver alone after so many failures in a row: doubling, up to a limit, and
 * of that a random part between half and all, so that those who failed together do not come back
 * together.
 */
final class Backoff {

  private static final int MOST_DOUBLINGS = 30;

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;

  Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /**
   * @param failures in a row, at least one
   */
  Duration after(int failures) {
    long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
    long most = doubled <= 0 ? longest.toMillis() : Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
  }
}
