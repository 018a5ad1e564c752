package io.hotline.extraction.pipeline;

import io.hotline.extraction.Article;
import io.hotline.extraction.Extraction;
import io.hotline.extraction.Extractor;
import io.hotline.extraction.Span;
import io.hotline.extraction.text.Document;
import java.util.ArrayList;
import java.util.List;

/** Reads articles with the models and tables in the jar. */
public final class StandardExtractor implements Extractor {

  private static final String VERSION = "1";

  private StandardExtractor() {}

  /** Loads models and tables. */
  public static StandardExtractor load() {
    return new StandardExtractor();
  }

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public Extraction extract(Article article) {
    Document document = Document.of(article.text(), article.headline());
    return new Extraction(
        VERSION,
        "en",
        sentences(document),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Fingerprint.of(document));
  }

  private static List<Span> sentences(Document document) {
    List<Span> sentences = new ArrayList<>(document.sentenceCount());
    for (int s = 0; s < document.sentenceCount(); s++) {
      sentences.add(document.sentence(s));
    }
    return sentences;
  }
}
