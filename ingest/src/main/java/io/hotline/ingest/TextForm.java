package io.hotline.ingest;

/** How a source writes text. */
public enum TextForm {
  /** Characters mean themselves. */
  PLAIN,
  /** Markup and character references. */
  HTML,
  /** The source does not say; it is found out from the text. */
  UNSAID
}
