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
      if (k > i && endsBefore(lattice, i, k)) {
        break;
      }
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
        if (noun && tag != Tag.HYPH && !isDescription(lattice, k, limit)) {
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
      } else if (tag == Tag.POS) {
        noun = false; // another noun is to come: the bank's new owner
      } else if (!isSlash(lattice, i, k, limit)) {
        break;
      }
      k++;
    }
    boolean article = head == i + 1 && first == Tag.DT;
    return article && adjective > head ? adjective : head; // the general, the accused
  }

  /**
   * Whether a phrase ends before {@code k}, as what stands on one side is one by itself: {@code
   * [Japan] today announced}, {@code on [Wednesday] Dixon said}.
   */
  private static boolean endsBefore(Lattice lattice, int first, int k) {
    if (lattice.time[k] && isDayOfSpeech(lattice, k)) {
      return lattice.tag(k - 1).isNoun() && !lattice.time[k - 1];
    }
    boolean plural = lattice.is(k - 1, Tag.NNS) && lattice.is(k, Tag.NNP);
    if (plural && Character.isLowerCase(lattice.word(k - 1).charAt(0))) {
      return true; // told [the analysts] [Corvin] would grow
    }
    boolean month = k - 2 >= first && lattice.time[k - 2];
    boolean year =
        k - 1 == first
            && lattice.word(first).length() == 4
            && first > 0
            && lattice.isOneOf(first - 1, "in", "In", "since", "Since");
    boolean date = lattice.is(k - 1, Tag.CD) && (month || year);
    if (date && lattice.tag(k).isProper()) {
      return true; // on [July 31] [Corvin] reported
    }
    return lattice.time[k - 1]
        && k - 1 == first
        && isDay(lattice, k - 1)
        && (lattice.tag(k).isProper() || lattice.is(k, Tag.DT))
        && !lattice.time[k]
        && (first == 0 || lattice.is(first - 1, Tag.IN) || lattice.unitStart(first) == first);
  }

  private static boolean isDayOfSpeech(Lattice lattice, int k) {
    return lattice.isOneOf(k, "today", "yesterday", "tonight", "tomorrow");
  }

  private static boolean isDay(Lattice lattice, int k) {
    return lattice.is(k, Tag.NNP) && lattice.word(k).endsWith("day");
  }

  /** Whether a stroke joins two names or nouns: {@code the Lang/Field group}. */
  private static boolean isSlash(Lattice lattice, int first, int k, int limit) {
    return k > first && k + 1 < limit && lattice.word(k).equals("/") && lattice.tag(k + 1).isNoun();
  }

  /**
   * Whether an adjective goes on with a phrase that a name began: {@code a Chrysler financial
   * source}, but {@code told Reuters late Monday}.
   */
  private static boolean isDescription(Lattice lattice, int k, int limit) {
    return lattice.is(k, Tag.JJ)
        && lattice.tag(k - 1).isProper()
        && !lattice.time[k]
        && k + 1 < limit
        && (lattice.is(k + 1, Tag.NN) || lattice.is(k + 1, Tag.NNS))
        && !lattice.time[k + 1];
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
