package io.hotline.ingest.pages;

import org.jsoup.nodes.Document;

/** Finds the text of an article among all that stands in its page. */
public interface ArticleExtractor {

  /**
   * The article's blocks as HTML, without what surrounds them; empty if there is no article.
   *
   * @param page may be changed
   */
  String article(Document page);
}
