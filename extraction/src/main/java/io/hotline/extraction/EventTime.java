package io.hotline.extraction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an event takes or took place, resolved against {@link Article#published}.
 *
 * @param from earliest, inclusive
 * @param to latest, exclusive
 * @param span the words that say so
 */
public record EventTime(Instant from, Instant to, TimePrecision precision, @Nullable Span span) {
  public EventTime {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("event time ends before it begins: " + from + ".." + to);
    }
  }
}
