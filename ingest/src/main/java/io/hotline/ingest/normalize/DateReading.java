package io.hotline.ingest.normalize;

import java.time.Instant;

/** What a written date says. */
sealed interface DateReading {

  /** An instant; of a date without a time of day, its first moment in UTC. */
  record Known(Instant instant) implements DateReading {}

  /**
   * Not a date that can be believed.
   *
   * @param why completes "published: "
   */
  record Unreadable(String why) implements DateReading {}
}
