package io.hotline.extraction.quotes;

import io.hotline.extraction.QuoteKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A quote in terms of a lattice's items, before its speaker is looked up.
 *
 * @param first first item of the content
 * @param end item after the content
 * @param cue item of the cue word; {@link #NONE} if there is none
 * @param source coded as {@link SourceChoice} does; {@link #NONE} if there is none
 * @param via sources that report it, outermost first
 */
record Attribution(
    QuoteKind kind,
    int first,
    int end,
    int cue,
    int source,
    List<Integer> via,
    boolean floating,
    boolean block) {

  static final int NONE = -1;

  Attribution {
    via = List.copyOf(via);
  }

  /** A quote with a cue of its own. */
  static Attribution of(QuoteKind kind, int first, int end, int cue, int source) {
    return new Attribution(kind, first, end, cue, source, List.of(), false, false);
  }

  /** A block of a speaker's own words. */
  static Attribution block(int first, int end, int source, List<Integer> via) {
    return new Attribution(QuoteKind.DIRECT, first, end, NONE, source, via, false, true);
  }

  Attribution withSource(int newCue, int newSource) {
    return new Attribution(kind, first, end, newCue, newSource, via, floating, block);
  }

  Attribution withKind(QuoteKind newKind) {
    return new Attribution(newKind, first, end, cue, source, via, floating, block);
  }

  /** The same quote as one that goes on from another. */
  Attribution goingOnFrom(Attribution before) {
    return new Attribution(
        kind, first, end, before.cue, before.source, before.via, true, before.block && block);
  }

  /** The same quote, reported by one more. */
  Attribution reportedBy(int reporter) {
    if (reporter == source || via.contains(reporter)) {
      return this;
    }
    List<Integer> chain = new ArrayList<>();
    chain.add(reporter);
    chain.addAll(via);
    return new Attribution(kind, first, end, cue, source, chain, floating, block);
  }
}
