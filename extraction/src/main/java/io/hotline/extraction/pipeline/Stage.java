package io.hotline.extraction.pipeline;

/** The stages of extraction, in their order. */
public enum Stage {
  /** Paragraphs, sentences and tokens. */
  CUT,
  LANGUAGE,
  PARTS_OF_SPEECH,
  NAMES,
  /** Mentions, who is who, and what pronouns and nominals refer to. */
  ENTITIES,
  QUOTES,
  EVENTS,
  FINGERPRINT
}
