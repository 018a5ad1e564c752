package io.hotline.extraction.events;

import io.hotline.extraction.Article;
import io.hotline.extraction.Event;
import io.hotline.extraction.Quote;
import io.hotline.extraction.Span;
import io.hotline.extraction.entities.EntityLayer;
import io.hotline.extraction.tagging.Clusters;
import io.hotline.extraction.text.Document;
import io.hotline.extraction.text.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds the contacts an article tells of. Immutable once loaded and safe for use by any number of
 * threads.
 */
public final class EventExtractor {

  /** Where the colon of a headline that only names people may stand, in tokens. */
  private static final int HEADLINE_COLON = 12;

  private final Lexicon lexicon;
  private final Times times;
  private final Reporters reporters;
  private final ContactJudge judge;
  private final Symbols words;

  private EventExtractor(
      Lexicon lexicon, Times times, Reporters reporters, ContactJudge judge, Clusters clusters) {
    this.words = new Symbols(lexicon, clusters);
    this.lexicon = lexicon;
    this.times = times;
    this.reporters = reporters;
    this.judge = judge;
  }

  /** Loads the word tables and the model; the clusters are those that the model was made with. */
  public static EventExtractor load(Clusters clusters) {
    return load(clusters, ContactJudge.load());
  }

  static EventExtractor load(Clusters clusters, ContactJudge judge) {
    return new EventExtractor(Lexicon.load(), Times.load(), Reporters.load(), judge, clusters);
  }

  /**
   * The events of an article, in order of sentence.
   *
   * @param quotes of the same article; they tell who reports an event
   */
  public List<Event> extract(
      Document document, Tags tags, EntityLayer layer, List<Quote> quotes, Article article) {
    return extract(document, tags, layer, quotes, article, EntityLayer::empty);
  }

  /**
   * The events of an article whose headline is no part of its text.
   *
   * @param headline who the headline names; asked for only where a sentence leaves a party open
   */
  public List<Event> extract(
      Document document,
      Tags tags,
      EntityLayer layer,
      List<Quote> quotes,
      Article article,
      Supplier<EntityLayer> headline) {
    List<Draft> drafts = new ArrayList<>();
    Protagonists protagonists = new Protagonists(lexicon, document, layer, headline, drafts);
    for (int s = 0; s < document.sentenceCount(); s++) {
      boolean nobody = nobody(document, layer, s);
      if (drafts.isEmpty() && nobody) {
        continue;
      }
      SentenceFeatures features =
          nobody ? SentenceFeatures.NONE : SentenceFeatures.of(words, document, layer, s);
      double probability = judge.contact(features);
      if (hasTrigger(document, s) || probability >= SecondReader.INCLINED) {
        new SentenceReader(
                lexicon, times, document, tags, layer, quotes, article, drafts, protagonists, s)
            .read(judge, features, probability);
      } else if (!drafts.isEmpty() && lexicon.mayRetract(document, s)) {
        new SentenceReader(
                lexicon, times, document, tags, layer, quotes, article, drafts, protagonists, s)
            .readAnswer();
      }
    }
    List<Event> events = new ArrayList<>();
    for (Draft draft : EventMerger.merge(drafts)) {
      events.add(draft.toEvent(reporters.chain(document, draft, layer, quotes)));
    }
    return events;
  }

  /** Whether the sentence names nobody who could be a party. */
  private static boolean nobody(Document document, EntityLayer layer, int sentence) {
    Span span = document.sentence(sentence);
    return layer.mentionsIn(span).isEmpty() && layer.countryWordsIn(span).isEmpty();
  }

  private boolean hasTrigger(Document document, int sentence) {
    int first = document.firstToken(sentence);
    for (int t = first; t < document.endToken(sentence); t++) {
      if (t < first + HEADLINE_COLON && document.text().charAt(document.tokenStart(t)) == ':') {
        return true; // "Rubio and Lavrov: two hours in Jakarta"
      }
      if (words.of(document, t).trigger()) {
        return true;
      }
    }
    return false;
  }
}
