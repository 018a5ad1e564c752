package io.hotline.extraction.quotes;

import io.hotline.extraction.text.Tag;
import java.util.List;

/** Gives direct quotes without a cue of their own the cue and source they go on from. */
final class Floating {

  /** Finds the source of a cue whose content is the given items. */
  interface SourceFinder {
    int source(int cue, int first, int end);
  }

  private Floating() {}

  /**
   * @param attributions in order; those that float are replaced
   */
  static void anchor(Lattice l, List<Attribution> attributions, SourceFinder sources) {
    for (int i = 0; i < attributions.size(); i++) {
      Attribution quote = attributions.get(i);
      if (!quote.floating()) {
        continue;
      }
      int signed = signature(l, quote.end());
      int lead = leadIn(l, quote.first());
      if (signed >= 0) {
        attributions.set(
            i, Attribution.of(quote.kind(), quote.first(), quote.end(), Attribution.NONE, signed));
      } else if (lead >= 0) {
        int source = sources.source(lead, quote.first(), quote.end());
        attributions.set(i, Attribution.of(quote.kind(), quote.first(), quote.end(), lead, source));
      } else if (i > 0) {
        attributions.set(i, quote.goingOnFrom(attributions.get(i - 1)));
      }
    }
  }

  /** The cue of the unit before, if that ends with a colon: {@code He put it like this:}. */
  private static int leadIn(Lattice l, int item) {
    int u = l.unit[item];
    if (item != l.unitFirst[u] || u == 0) {
      return -1;
    }
    int end = l.unitFirst[u];
    if (!l.is(end - 1, Tag.COLON) || !l.word(end - 1).equals(":")) {
      return -1;
    }
    for (int k = end - 1; k >= l.unitFirst[u - 1]; k--) {
      CueWord cue = l.cue[k];
      if (cue != null && cue.kind() == CueWord.Kind.VERB) {
        return k;
      }
    }
    return l.cue[end - 1] != null ? end - 1 : -1;
  }

  /** The name that signs a quote which ends at {@code end}: {@code —Name}, and nothing more. */
  private static int signature(Lattice l, int end) {
    if (end >= l.size || !l.isDash(end) || end + 1 >= l.size) {
      return -1;
    }
    int name = end + 1;
    int unitEnd = l.unitEnd(name);
    boolean named = l.phraseFirst[name] == name && l.tag(name).isProper();
    int rest = named ? l.phraseEnd[name] : name;
    boolean alone =
        rest == unitEnd || l.is(rest, Tag.COMMA) || l.is(rest, Tag.PERIOD) && rest + 1 == unitEnd;
    return named && alone ? SourceChoice.phrase(name) : -1;
  }
}
