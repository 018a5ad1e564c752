package io.hotline.extraction.quotes;

import io.hotline.extraction.Article;
import io.hotline.extraction.Quote;
import io.hotline.extraction.entities.EntityLayer;
import io.hotline.extraction.text.Document;
import io.hotline.extraction.text.Tags;
import java.util.List;

/**
 * Finds who said what, reported by whom.
 *
 * <p>Cues, contents and sources are found in a cascade of choices as in Pareti et al. (2013), each
 * a log-linear model over candidates. Immutable, and safe for use by any number of threads.
 */
public final class QuoteExtractor {

  private final LatticeWords words;
  private final WordList firstPerson;
  private final QuoteModels models;

  private QuoteExtractor(QuoteModels models) {
    this.firstPerson = WordList.firstPerson();
    this.words = LatticeWords.load();
    this.models = models;
  }

  /** Loads tables and weights from the jar. */
  public static QuoteExtractor load() {
    return new QuoteExtractor(QuoteModels.load());
  }

  /** The extractor with other weights. */
  static QuoteExtractor with(QuoteModels models) {
    return new QuoteExtractor(models);
  }

  /**
   * The quotes of a document, in order of start. No two overlap.
   *
   * @param tags of the document's tokens
   * @param layer who and what the document mentions
   * @param article the document's article
   */
  public List<Quote> extract(Document document, Tags tags, EntityLayer layer, Article article) {
    Lattice lattice = new Lattice(document, tags, words);
    Speakers speakers = new Speakers(lattice, layer, words.sourceNouns());
    List<Attribution> attributions = new AttributionReader(lattice, models, speakers).read();
    Reporting.trace(lattice, attributions, speakers);
    Interviews.add(lattice, attributions, speakers);
    BlockQuotes.add(lattice, attributions, firstPerson);
    return new Quotes(lattice, speakers).of(attributions);
  }
}
