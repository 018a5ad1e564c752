package io.hotline.gateway.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of event time.
 *
 * @param since inclusive; null: from the beginning
 * @param until exclusive; null: without end
 * @throws IllegalArgumentException if it ends before it begins
 */
public record Window(@Nullable Instant since, @Nullable Instant until) {

  /** All time. */
  public static final Window OPEN = new Window(null, null);

  public Window {
    if (since != null && until != null && until.isBefore(since)) {
      throw new IllegalArgumentException("until " + until + " is before since " + since);
    }
  }

  /** Whether a time is in it. */
  public boolean holds(Instant published) {
    return (since == null || !published.isBefore(since))
        && (until == null || published.isBefore(until));
  }
}
