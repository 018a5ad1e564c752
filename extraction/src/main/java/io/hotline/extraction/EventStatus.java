package io.hotline.extraction;

/** What a report says of an event. */
public enum EventStatus {
  /** It took place or is taking place. */
  OCCURRED,
  /** Announced, scheduled or agreed, dated or not. */
  PLANNED,
  /** One side is ready, invites or proposes, also under a condition. */
  OFFERED,
  /** One side asks for it, or has its people arrange it. */
  REQUESTED,
  /** A report of it is contradicted, or its absence is stated. */
  DENIED,
  /** One side turns it down. */
  REFUSED,
  /** Called off, or postponed without a date. */
  CANCELLED,
  /** One side may break it off. */
  THREATENED_TO_HALT,
  /** Possible, hedged, or expected by others. */
  SPECULATED,
  /** Long past, or already known at publication: never news. */
  HISTORICAL_BACKGROUND
}
