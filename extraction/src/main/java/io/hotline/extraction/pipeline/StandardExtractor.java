package io.hotline.extraction.pipeline;

import io.hotline.extraction.Article;
import io.hotline.extraction.Extraction;
import io.hotline.extraction.Extractor;
import io.hotline.extraction.Quote;
import io.hotline.extraction.Span;
import io.hotline.extraction.entities.EntityAnnotator;
import io.hotline.extraction.entities.EntityLayer;
import io.hotline.extraction.entities.WhosWho;
import io.hotline.extraction.events.EventExtractor;
import io.hotline.extraction.quotes.QuoteExtractor;
import io.hotline.extraction.text.Document;
import io.hotline.extraction.text.Languages;
import io.hotline.extraction.text.PosTagger;
import io.hotline.extraction.text.Tags;
import java.util.ArrayList;
import java.util.List;

/** Reads articles with the models and tables in the jar. */
public final class StandardExtractor implements Extractor {

  private static final String VERSION = "1";

  private final String version;
  private final Languages languages;
  private final PosTagger tagger;
  private final EntityAnnotator annotator;
  private final QuoteExtractor quotes;
  private final EventExtractor events;

  private StandardExtractor(
      Languages languages,
      PosTagger tagger,
      EntityAnnotator annotator,
      QuoteExtractor quotes,
      EventExtractor events) {
    this.version = VERSION + "+who." + annotator.whosWho().version();
    this.languages = languages;
    this.tagger = tagger;
    this.annotator = annotator;
    this.quotes = quotes;
    this.events = events;
  }

  /** Loads models and tables. */
  public static StandardExtractor load() {
    return load(WhosWho.load());
  }

  /** Loads models; links to this who's-who. */
  public static StandardExtractor load(WhosWho who) {
    return new StandardExtractor(
        Languages.load(),
        PosTagger.load(),
        new EntityAnnotator(who),
        QuoteExtractor.load(),
        EventExtractor.load());
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Extraction extract(Article article) {
    Document document = Document.of(article.text(), article.headline());
    String language = languages.identify(article.text());
    if (!language.equals(Languages.ENGLISH)) {
      return new Extraction(
          version,
          language,
          sentences(document),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Fingerprint.of(document));
    }
    Tags tags = tagger.tag(document);
    EntityLayer layer = annotator.annotate(document, tags, article);
    List<Quote> said = quotes.extract(document, tags, layer, article);
    layer = layer.withSpeakers(article.text(), said);
    return new Extraction(
        version,
        language,
        sentences(document),
        layer.mentions(),
        layer.entities(),
        said,
        events.extract(document, tags, layer, said, article),
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
