package io.hotline.ingest.normalize;

import io.hotline.schemas.record.DateBasis;
import java.time.Instant;
import java.util.List;

/**
 * When an item was published, and who says so.
 *
 * @param claimed the date as the source claims it, even if it is in the future; the time of arrival
 *     if nobody claims one
 * @param instant {@code claimed}, cut back to the time of arrival
 * @param notices dates that could not be read, and a date that was cut back
 */
record Moment(Instant claimed, Instant instant, DateBasis basis, List<String> notices) {

  Moment {
    notices = List.copyOf(notices);
  }
}
