package io.hotline.extraction.events;

import io.hotline.extraction.events.Chunk.Kind;
import java.util.ArrayList;
import java.util.List;

/** The operators above one trigger, innermost first, as they are found. */
final class ChainBuilder {

  private static final int MAX_LINKS = 8;

  final List<Link> links = new ArrayList<>();
  final List<Integer> verbs = new ArrayList<>();

  /** Whether a negation that stands before a noun waits for the verb it belongs to. */
  boolean pendingNegation;

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Words words;

  ChainBuilder(Lexicon lexicon, Clauses clauses, Words words) {
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.words = words;
  }

  void add(Link link, int verbChunk) {
    Link added = link;
    if (pendingNegation && link.chunk() >= 0) {
      added = link.negate();
      pendingNegation = false;
    }
    links.add(added);
    if (verbChunk >= 0) {
      verbs.add(verbChunk);
      hedge(verbChunk);
    }
  }

  /** {@code will possibly meet}, {@code Perhaps they met}. */
  private void hedge(int v) {
    Chunk chunk = clauses.chunk(v);
    int from = clauses.is(v - 1, Kind.ADVERB) ? clauses.chunk(v - 1).from() : chunk.from();
    for (int t = from; t < chunk.to(); t++) {
      if (lexicon.is("hedge-adverb", words.lower(t))) {
        links.add(Link.plain(Operator.HEDGE, words.lower(t), t));
      }
    }
    if (v > 0
        && lexicon.is("hedge-adverb", words.lower(words.from()))
        && clauses.verbBefore(v) < 0) {
      links.add(Link.plain(Operator.HEDGE, words.lower(words.from()), words.from()));
    }
  }

  boolean full() {
    return links.size() >= MAX_LINKS;
  }
}
