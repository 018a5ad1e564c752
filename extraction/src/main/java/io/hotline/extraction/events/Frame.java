package io.hotline.extraction.events;

/** Where the parties stand around a trigger word. */
enum Frame {
  /** {@code talks with}, {@code talks between}, {@code X and Y met}. */
  WITH,
  /** {@code called X}. */
  OBJECT,
  /** {@code saw X}: the object must be a person. */
  PERSON,
  /** {@code wrote to X}. */
  TO,
  /** {@code visited Moscow}: a place that stands for the party visited. */
  PLACE,
  /** The subject receives the object: {@code hosted X}. */
  HOST,
  /** The subject sends somebody to the other side: {@code sent an envoy to}. */
  SEND,
  /** The subject stands between the others: {@code mediated between X and Y}. */
  MEDIATE,
  /** The subject goes between the others: {@code carried messages between X and Y}. */
  CARRY,
  /** Whoever takes part: {@code a summit}. */
  ATTEND
}
