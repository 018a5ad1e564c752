package io.hotline.extraction;

/** How something is mentioned. */
public enum MentionForm {
  /** {@code Vladimir Putin}. */
  NAME,
  /** {@code the Russian president}. */
  NOMINAL,
  /** {@code he}. */
  PRONOUN
}
