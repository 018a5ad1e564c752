package io.hotline.extraction.quotes;

import io.hotline.extraction.text.Tag;

/** Marks base noun phrases: no phrase holds another, and what comes after the head noun is out. */
final class NounPhrases {

  private NounPhrases() {}

  static void mark(Lattice lattice) {
    java.util.Arrays.fill(lattice.phraseFirst, -1);
    java.util.Arrays.fill(lattice.phraseEnd, -1);
    for (int u = 0; u < lattice.units; u++) {
      int end = lattice.unitFirst[u + 1];
      int i = lattice.unitFirst[u];
      while (i < end) {
        int phraseEnd = phrase(lattice, i, end);
        if (phraseEnd == i) {
          i++;
          continue;
        }
        for (int k = i; k < phraseEnd; k++) {
          lattice.phraseFirst[k] = i;
          lattice.phraseEnd[k] = phraseEnd;
        }
        i = phraseEnd;
      }
    }
  }

  /** End of the phrase that begins at {@code i}; {@code i} if none does. */
  private static int phrase(Lattice lattice, int i, int limit) {
    if (lattice.isQuoted(i)) {
      return i;
    }
    Tag first = lattice.tag(i);
    if (first == Tag.PRP || first == Tag.WP || first == Tag.WDT || first == Tag.EX) {
      return i + 1;
    }
    if (first == Tag.HYPH || isGerund(lattice, i, limit)) {
      return i;
    }
    int head = i;
    int adjective = i;
    boolean noun = false;
    int k = i;
    while (k < limit) {
      if (lattice.isQuoted(k)) {
        if (lattice.pos[k] == Lattice.QUOTED_FEW && k > i && k + 1 < limit) {
          k++;
          continue;
        }
        break;
      }
      Tag tag = lattice.tag(k);
      if (tag.isNoun()) {
        noun = true;
        head = k + 1;
      } else if (tag == Tag.CD) {
        head = k + 1;
      } else if (tag == Tag.DT || tag == Tag.PRPS || tag == Tag.PDT) {
        if (k > i && lattice.tag(k - 1) != Tag.PDT) {
          break;
        }
        if (tag == Tag.DT) {
          head = k + 1;
        }
      } else if (tag.isAdjective() || tag == Tag.HYPH || tag == Tag.CURRENCY) {
        if (noun && tag != Tag.HYPH) {
          break;
        }
        if (tag == Tag.JJ) {
          adjective = k + 1;
        }
      } else if (tag == Tag.VBN || tag == Tag.VBG) {
        if (noun || k == i && isParticiple(lattice, k, limit)) {
          break;
        }
      } else if (tag.isAdverb()) {
        if (noun || k == i) {
          break;
        }
      } else if (tag != Tag.POS) {
        break;
      }
      k++;
    }
    boolean article = head == i + 1 && first == Tag.DT;
    return article && adjective > head ? adjective : head; // the general, the accused
  }

  /**
   * Whether a participle is a verb of its own: {@code citing sources}, {@code asking the court}.
   */
  private static boolean isParticiple(Lattice lattice, int k, int limit) {
    return lattice.cue[k] != null
        || k + 1 < limit && lattice.tag(k + 1) == Tag.DT
        || k > 0 && lattice.is(k - 1, Tag.COMMA);
  }

  /** Whether a noun in -ing that attributes is more likely a verb: {@code ..., saying: ...}. */
  private static boolean isGerund(Lattice lattice, int k, int limit) {
    return lattice.is(k, Tag.NN)
        && lattice.cue[k] != null
        && k > 0
        && lattice.is(k - 1, Tag.COMMA)
        && lattice.word(k).endsWith("ing")
        && !(k + 1 < limit && lattice.tag(k + 1).isNoun());
  }
}
