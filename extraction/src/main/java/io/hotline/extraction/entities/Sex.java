package io.hotline.extraction.entities;

/** Which pronoun a person takes. */
public enum Sex {
  MALE,
  FEMALE,
  UNKNOWN;

  /** Reads {@code M}, {@code F} or nothing. */
  static Sex of(String letter) {
    return switch (letter) {
      case "M" -> MALE;
      case "F" -> FEMALE;
      default -> UNKNOWN;
    };
  }

  /** Whether one person can be both. */
  public boolean agreesWith(Sex other) {
    return this == UNKNOWN || other == UNKNOWN || this == other;
  }
}
