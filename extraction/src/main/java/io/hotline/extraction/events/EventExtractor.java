package io.hotline.extraction.events;

import io.hotline.extraction.Article;
import io.hotline.extraction.Event;
import io.hotline.extraction.Quote;
import io.hotline.extraction.entities.EntityLayer;
import io.hotline.extraction.text.Document;
import io.hotline.extraction.text.Tags;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the contacts an article tells of. Immutable once loaded and safe for use by any number of
 * threads.
 */
public final class EventExtractor {

  private final Lexicon lexicon;
  private final Times times;
  private final Reporters reporters;

  private EventExtractor(Lexicon lexicon, Times times, Reporters reporters) {
    this.lexicon = lexicon;
    this.times = times;
    this.reporters = reporters;
  }

  /** Loads the word tables. */
  public static EventExtractor load() {
    return new EventExtractor(Lexicon.load(), Times.load(), Reporters.load());
  }

  /**
   * The events of an article, in order of sentence.
   *
   * @param quotes of the same article; they tell who reports an event
   */
  public List<Event> extract(
      Document document, Tags tags, EntityLayer layer, List<Quote> quotes, Article article) {
    List<Draft> drafts = new ArrayList<>();
    for (int s = 0; s < document.sentenceCount(); s++) {
      if (hasTrigger(document, s)) {
        new SentenceReader(lexicon, times, document, tags, layer, quotes, article, drafts, s)
            .read();
      } else if (!drafts.isEmpty() && lexicon.mayRetract(document, s)) {
        new SentenceReader(lexicon, times, document, tags, layer, quotes, article, drafts, s)
            .readAnswer();
      }
    }
    List<Event> events = new ArrayList<>();
    for (Draft draft : new EventMerger(document).merge(drafts)) {
      events.add(draft.toEvent(reporters.chain(document, draft, layer, quotes)));
    }
    return events;
  }

  private boolean hasTrigger(Document document, int sentence) {
    for (int t = document.firstToken(sentence); t < document.endToken(sentence); t++) {
      if (lexicon.mayTrigger(document.text(), document.tokenStart(t), document.tokenEnd(t))) {
        return true;
      }
    }
    return false;
  }
}
