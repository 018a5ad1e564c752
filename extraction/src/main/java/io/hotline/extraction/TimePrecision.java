package io.hotline.extraction;

/** How exactly a time is known. */
public enum TimePrecision {
  HOUR,
  DAY,
  WEEK,
  MONTH,
  YEAR,
  /** An explicit or vague range: {@code in the coming months}. */
  RANGE
}
