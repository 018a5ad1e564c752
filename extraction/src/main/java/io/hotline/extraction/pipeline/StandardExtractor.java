package io.hotline.extraction.pipeline;

import io.hotline.extraction.Article;
import io.hotline.extraction.Event;
import io.hotline.extraction.Extraction;
import io.hotline.extraction.Extractor;
import io.hotline.extraction.Quote;
import io.hotline.extraction.Span;
import io.hotline.extraction.entities.EntityAnnotator;
import io.hotline.extraction.entities.EntityLayer;
import io.hotline.extraction.entities.NameTagger;
import io.hotline.extraction.entities.WhosWho;
import io.hotline.extraction.events.EventExtractor;
import io.hotline.extraction.quotes.QuoteExtractor;
import io.hotline.extraction.tagging.Clusters;
import io.hotline.extraction.tagging.TokenWords;
import io.hotline.extraction.tagging.WordCache;
import io.hotline.extraction.text.Document;
import io.hotline.extraction.text.Languages;
import io.hotline.extraction.text.PosTagger;
import io.hotline.extraction.text.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads articles with the models and tables in the jar. */
public final class StandardExtractor implements Extractor {

  private static final String VERSION = "1";

  private final String version;
  private final Languages languages;
  private final WordCache words;
  private final PosTagger tagger;
  private final EntityAnnotator annotator;
  private final QuoteExtractor quotes;
  private final EventExtractor events;

  private StandardExtractor(
      Languages languages,
      WordCache words,
      PosTagger tagger,
      EntityAnnotator annotator,
      QuoteExtractor quotes,
      EventExtractor events) {
    this.version = VERSION + "+who." + annotator.whosWho().version();
    this.languages = languages;
    this.words = words;
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
    Clusters clusters = Clusters.load();
    WordCache words = new WordCache(clusters);
    return new StandardExtractor(
        Languages.load(),
        words,
        PosTagger.load(words),
        new EntityAnnotator(who, NameTagger.load(words)),
        QuoteExtractor.load(),
        EventExtractor.load(clusters));
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Extraction extract(Article article) {
    return extract(article, stage -> {});
  }

  /**
   * Extracts, and tells of each stage when it is done; a text that is not English skips those that
   * find facts.
   */
  public Extraction extract(Article article, Consumer<Stage> done) {
    Document document = Document.of(article.text(), article.headline());
    done.accept(Stage.CUT);
    String language = languages.identify(article.text());
    done.accept(Stage.LANGUAGE);
    EntityLayer layer = EntityLayer.empty();
    List<Quote> said = List.of();
    List<Event> happened = List.of();
    if (language.equals(Languages.ENGLISH)) {
      TokenWords read = words.read(document);
      Tags tags = tagger.tag(read);
      done.accept(Stage.PARTS_OF_SPEECH);
      List<NameTagger.Name> names = annotator.names(document, read);
      done.accept(Stage.NAMES);
      layer = annotator.annotate(document, tags, names, article);
      done.accept(Stage.ENTITIES);
      said = quotes.extract(document, tags, layer, article);
      layer = layer.withSpeakers(article.text(), said);
      done.accept(Stage.QUOTES);
      happened =
          events.extract(document, tags, layer, said, article, () -> headline(article, document));
      done.accept(Stage.EVENTS);
    }
    long fingerprint = Fingerprint.of(document);
    done.accept(Stage.FINGERPRINT);
    return new Extraction(
        version,
        language,
        sentences(document),
        layer.mentions(),
        layer.entities(),
        said,
        happened,
        fingerprint);
  }

  /** Who a headline names that is no part of the text. */
  private EntityLayer headline(Article article, Document document) {
    String headline = article.headline();
    if (headline == null || document.sentenceCount() > 0 && document.isHeadline(0)) {
      return EntityLayer.empty();
    }
    Document alone = Document.of(headline, null);
    return annotator.annotate(alone, tagger.tag(alone), article);
  }

  private static List<Span> sentences(Document document) {
    List<Span> sentences = new ArrayList<>(document.sentenceCount());
    for (int s = 0; s < document.sentenceCount(); s++) {
      sentences.add(document.sentence(s));
    }
    return sentences;
  }
}
