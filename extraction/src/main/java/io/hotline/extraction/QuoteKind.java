package io.hotline.extraction;

/** How a quote is given. */
public enum QuoteKind {
  /** Inside quotation marks, or a block quote. */
  DIRECT,
  /** In the writer's words. */
  INDIRECT,
  /** In the writer's words, with parts inside quotation marks. */
  MIXED
}
