package io.hotline.ingest.poll;

import io.hotline.ingest.feeds.Feed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a source is asked again. A feed that brought something is asked sooner, one that did not
 * later; what the publisher asks for (ttl, Cache-Control, Retry-After, skipHours) is the least; and
 * up to a tenth more, so that sources that were added together are not asked together for ever.
 */
final class Schedule {

  static final Duration LONGEST = Duration.ofHours(6);
  private static final Duration LONGEST_AFTER_FAILURES = Duration.ofDays(1);
  private static final int MOST_DOUBLINGS = 10;

  private Schedule() {}

  /** The next interval, learnt from whether there was something new. */
  static Duration learn(Duration before, Duration least, boolean fresh) {
    Duration next = fresh ? before.dividedBy(2) : before.multipliedBy(3).dividedBy(2);
    return between(next, least, LONGEST);
  }

  /**
   * When to ask after an answer.
   *
   * @param feed what was in it; null if nothing has changed
   * @param maxAge how long the server says it is good
   * @param seed tells sources and polls apart, for the tenth more
   */
  static Instant afterAnswer(
      Instant now, Duration interval, @Nullable Feed feed, @Nullable Duration maxAge, long seed) {
    Duration wait = interval;
    if (feed != null && feed.ttl() != null) {
      wait = longer(wait, feed.ttl());
    }
    if (maxAge != null) {
      wait = longer(wait, maxAge);
    }
    Instant next = now.plus(jittered(wait, seed));
    return feed == null ? next : afterSkippedHours(next, feed);
  }

  /** Twice as long after each failure, and at least what the server asks for. */
  static Instant afterFailure(
      Instant now, Duration least, int failures, @Nullable Duration retryAfter, long seed) {
    int doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
    Duration wait =
        between(least.multipliedBy(1L << doublings), least, longer(least, LONGEST_AFTER_FAILURES));
    Instant next = now.plus(jittered(wait, seed));
    Instant asked = retryAfter == null ? next : now.plus(retryAfter);
    return asked.isAfter(next) ? asked : next;
  }

  private static Instant afterSkippedHours(Instant next, Feed feed) {
    Instant at = next;
    for (int i = 0; i < 24; i++) {
      if (!feed.skipHours().contains(at.atZone(ZoneOffset.UTC).getHour())) {
        return at;
      }
      at = at.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
    }
    return next;
  }

  /** Between nothing and a tenth more, always the same for the same seed. */
  private static Duration jittered(Duration wait, long seed) {
    long mixed = (seed ^ (seed >>> 33)) * 0xFF51AFD7ED558CCDL;
    double share = ((mixed ^ (mixed >>> 33)) >>> 11) / (double) (1L << 53);
    return wait.plusMillis((long) (wait.toMillis() * 0.1 * share));
  }

  private static Duration between(Duration wanted, Duration least, Duration most) {
    Duration atLeast = longer(wanted, least);
    return atLeast.compareTo(most) > 0 ? longer(most, least) : atLeast;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
