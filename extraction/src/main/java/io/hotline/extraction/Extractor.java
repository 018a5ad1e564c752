package io.hotline.extraction;

/**
 * Reads articles. An implementation is immutable once loaded and safe for use by any number of
 * threads at once.
 */
public interface Extractor {

  /** Version of code, models and who's-who: equal versions give equal answers. */
  String version();

  /**
   * Extracts the facts of one article. Never throws on any text, takes time linear in its length,
   * and depends on nothing but the article and {@link #version}.
   */
  Extraction extract(Article article);
}
