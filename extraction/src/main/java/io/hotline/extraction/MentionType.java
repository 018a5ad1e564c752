package io.hotline.extraction;

/** What is mentioned. */
public enum MentionType {
  PERSON,
  ORGANIZATION,
  /** A country, state or city: a place that can act. */
  GPE,
  /** Any other place: a river, a region, a building. */
  LOCATION
}
