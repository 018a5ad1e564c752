package io.hotline.processors.stories;

import io.hotline.schemas.record.EventStatus;

/** How far a status is from a thought to a deed, and which statuses take an event back. */
final class StatusOrder {

  private StatusOrder() {}

  /** 0 for a status that says nothing of the progress of an event. */
  static int progress(EventStatus status) {
    return switch (status) {
      case SPECULATED -> 1;
      case OFFERED, REQUESTED -> 2;
      case PLANNED -> 3;
      case OCCURRED -> 4;
      case DENIED, REFUSED, CANCELLED, THREATENED_TO_HALT, HISTORICAL_BACKGROUND, UNKNOWN -> 0;
    };
  }

  /** Whether the event is said not to be, not to come, or to be in danger. */
  static boolean isNegative(EventStatus status) {
    return switch (status) {
      case DENIED, REFUSED, CANCELLED, THREATENED_TO_HALT -> true;
      case OCCURRED, PLANNED, OFFERED, REQUESTED, SPECULATED, HISTORICAL_BACKGROUND, UNKNOWN ->
          false;
    };
  }

  /**
   * Which of two statuses that one item reports of one development is its news: what takes the
   * event back, else what is further on.
   */
  static int weight(EventStatus status) {
    return isNegative(status) ? 10 : progress(status);
  }
}
