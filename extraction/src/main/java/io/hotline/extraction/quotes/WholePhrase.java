package io.hotline.extraction.quotes;

import io.hotline.extraction.text.Tag;

/**
 * The whole noun phrase that a base one is part of: what modifies a head is no source while the
 * head stands beside it ({@code a dealer for [a bank] said}, {@code a group led by [Lang Corp]
 * said}, {@code bankers and [lawyers] said}, {@code Otto Kern, [the chairman], said}).
 */
final class WholePhrase {

  /** A phrase within a phrase within a phrase: no source is nested deeper. */
  private static final int DEEPEST = 4;

  private WholePhrase() {}

  /**
   * The source of the head that a source of a verb modifies; itself if it is the head.
   *
   * @param cue not part of any phrase of the source
   * @param first first item of the content, which the source is outside of
   * @param end end item of the content
   */
  static int head(Lattice l, int source, int cue, int first, int end) {
    CueWord word = l.cue[cue];
    if (source < 0 || word == null || word.kind() != CueWord.Kind.VERB) {
      return source;
    }
    int k = SourceChoice.first(source);
    if (l.phraseFirst[k] != k || k < cue && l.phraseEnd[k] > cue) {
      return source;
    }
    if ((source & 1) != 0 && (k > cue || l.cue[l.phraseEnd[k] - 1] != null)) {
      return source; // his comments suggest
    }
    for (int depth = 0; depth < DEEPEST; depth++) {
      int outer = outer(l, k, l.unitStart(k));
      boolean crosses = outer < cue && cue < k || outer < end && first <= outer;
      if (outer < 0 || crosses) {
        break;
      }
      k = outer;
    }
    return SourceChoice.phrase(k);
  }

  /**
   * The subject that stands right before an active verb, as a source; none if none does. It is the
   * source, whatever else the sentence names.
   */
  static int subjectBeside(Lattice l, int cue) {
    CueWord word = l.cue[cue];
    if (word == null || word.kind() != CueWord.Kind.VERB) {
      return Attribution.NONE;
    }
    int start = l.unitStart(cue);
    int last = cue - 1;
    boolean finite = l.tag(cue).isFinite();
    boolean have = false;
    while (last >= start
        && (l.tag(last).isAdverb() || isAuxiliary(l, last) || isDayOnly(l, last))) {
      have |= isAuxiliary(l, last);
      last--;
    }
    if (last > start && l.is(last, Tag.COMMA) && finite) {
      return nameBefore(l, last, start);
    }
    boolean passive = (FrameChoice.voice(l, cue, start) & (FrameChoice.BE | 1)) != 0;
    if (last < start || passive || !finite && !have || !isSubject(l, last)) {
      return Attribution.NONE;
    }
    int k = l.phraseFirst[last];
    for (int depth = 0; depth < DEEPEST; depth++) {
      int outer = outer(l, k, start);
      if (outer < 0) {
        break;
      }
      k = outer;
    }
    boolean governed =
        k > start && (l.is(k - 1, Tag.IN) && !isSubordinator(l, k - 1) || l.is(k - 1, Tag.TO))
            || k > start && (l.tag(k - 1).isVerb() || l.is(k - 1, Tag.RP));
    boolean broken = !Character.isLetterOrDigit(l.word(k).charAt(0));
    return governed || broken ? Attribution.NONE : SourceChoice.phrase(k);
  }

  /** The name that descriptions between commas separate from its verb; none if none does. */
  private static int nameBefore(Lattice l, int comma, int start) {
    for (int k = comma - 1; k > start && !l.isQuoted(k) && !l.tag(k).isFinite(); k--) {
      boolean described = l.is(k, Tag.COMMA) && l.phraseFirst[k + 1] == k + 1;
      int name = described && l.tag(k - 1).isProper() ? phraseEnding(l, k, start) : -1;
      if (name >= 0 && opensClause(l, name, start) && !l.tag(l.phraseEnd[k + 1] - 1).isProper()) {
        return SourceChoice.phrase(name);
      }
    }
    return Attribution.NONE;
  }

  private static boolean isSubject(Lattice l, int last) {
    if (l.phraseFirst[last] < 0 || l.time[last]) {
      return false;
    }
    return l.tag(last).isNoun()
        || l.is(last, Tag.PRP) && !l.isOneOf(last, "him", "her", "them", "us", "me");
  }

  private static boolean isAuxiliary(Lattice l, int item) {
    return l.is(item, Tag.MD) || l.isOneOf(item, "have", "has", "had", "'ve", "’ve");
  }

  private static boolean isDayOnly(Lattice l, int item) {
    return l.time[item]
        && l.tag(item).isNoun()
        && l.phraseFirst[item] == item
        && l.phraseEnd[item] == item + 1;
  }

  private static boolean isSubordinator(Lattice l, int item) {
    return switch (l.word(item)) {
      case "that", "because", "while", "although", "though", "as", "if", "since", "whether", "so" ->
          true;
      case "As", "While", "Although", "Though", "If", "Because", "Since" -> true;
      default -> false;
    };
  }

  /** The first item of the phrase that the one at {@code k} belongs to; -1 if there is none. */
  private static int outer(Lattice l, int k, int start) {
    int link = k - 1;
    if (link <= start) {
      return -1;
    }
    if (l.is(link, Tag.CC) || l.is(link, Tag.TO)) { // the mission to the United Nations said
      boolean joins = l.is(link, Tag.TO) || l.isOneOf(link, "and", "or");
      int left = joins ? phraseEnding(l, link, start) : -1;
      return left >= 0 && opensClause(l, left, start) ? left : -1;
    }
    if (l.is(link, Tag.COMMA)) {
      return named(l, k, link, start);
    }
    if (l.is(link, Tag.IN) && isNominal(l, link)) {
      return phraseEnding(l, link, start);
    }
    boolean agent = l.is(link, Tag.IN) && l.isOneOf(link, "by") && l.is(link - 1, Tag.VBN);
    if (agent) {
      return phraseEnding(l, link - 1, start);
    }
    return l.isOneOf(link, "including") ? phraseEnding(l, link, start) : -1;
  }

  /** Whether a preposition joins a phrase to the noun before it, more often than to a verb. */
  private static boolean isNominal(Lattice l, int link) {
    return l.isOneOf(link, "of", "for", "in", "at", "with", "from", "near");
  }

  /** The phrase that ends before an item and could be a source; -1 if there is none. */
  private static int phraseEnding(Lattice l, int item, int start) {
    int last = item - 1;
    if (last < start || l.phraseFirst[last] < 0 || l.time[last]) {
      return -1;
    }
    boolean number = l.is(last, Tag.CD) && Character.isDigit(l.word(last).charAt(0));
    boolean relative = l.is(last, Tag.WDT) || l.is(last, Tag.EX);
    return number || relative ? -1 : l.phraseFirst[last];
  }

  /** The name that a description between commas belongs to; -1 if there is none. */
  private static int named(Lattice l, int k, int comma, int start) {
    int name = phraseEnding(l, comma, start);
    if (name < 0 || !l.tag(comma - 1).isProper() || !opensClause(l, name, start)) {
      return -1;
    }
    int end = modifiedEnd(l, k, l.unitEnd(k));
    boolean closed = end < l.unitEnd(k) && l.is(end, Tag.COMMA);
    boolean common = !l.tag(l.phraseEnd[k] - 1).isProper();
    return closed && common ? name : -1;
  }

  /** Whether a clause can begin at an item, so that a phrase there is no object. */
  private static boolean opensClause(Lattice l, int item, int start) {
    if (item == start) {
      return true;
    }
    int before = item - 1;
    return l.isQuoted(before)
        || l.is(before, Tag.COMMA)
        || l.is(before, Tag.COLON)
        || l.is(before, Tag.CC)
        || l.is(before, Tag.IN) && l.isOneOf(before, "that", "because", "while", "although", "as");
  }

  /** The item after a phrase and the prepositional phrases that follow it. */
  static int modifiedEnd(Lattice l, int k, int limit) {
    int last = l.phraseEnd[k];
    while (last < limit) {
      int m = last;
      if (l.is(m, Tag.JJ) || l.is(m, Tag.VBN) && l.cue[m] == null) {
        m++;
      }
      if (m + 1 >= limit || !isLink(l, m) || l.phraseFirst[m + 1] != m + 1) {
        return last;
      }
      if (l.cue[m] != null || l.isOneOf(m, "that", "after", "before", "because", "since")) {
        return last;
      }
      if (l.time[m + 1] || l.is(l.phraseEnd[m + 1] - 1, Tag.CD)) {
        return last;
      }
      last = l.phraseEnd[m + 1];
    }
    return last;
  }

  private static boolean isLink(Lattice l, int m) {
    return l.is(m, Tag.IN) || l.is(m, Tag.TO) || l.isOneOf(m, "including");
  }

  /**
   * Where the person begins whom an institution before him belongs to as a part of his title:
   * {@code [Bank of] Ruritania governor Otto Kern}; -1 if the phrase behind {@code of} ends with no
   * common noun and name, or the phrase at {@code k} is no name.
   */
  static int titled(Lattice l, int k) {
    int of = l.phraseEnd[k];
    if (!l.tag(of - 1).isProper() || of + 1 >= l.unitEnd(k) || l.phraseFirst[of + 1] != of + 1) {
      return -1;
    }
    return l.isOneOf(of, "of", "for") ? of + 1 : -1;
  }

  /**
   * The end of a source that goes on with {@code and} and another phrase; the given end if none
   * does. Before its verb, a verb follows; behind it, the clause ends there.
   */
  static int coordinatedEnd(Lattice l, int first, int end) {
    int limit = l.unitEnd(first);
    if (end + 1 >= limit || !l.is(end, Tag.CC) || l.phraseFirst[end + 1] != end + 1) {
      return end;
    }
    if (!l.isOneOf(end, "and", "or")) {
      return end;
    }
    int last = modifiedEnd(l, end + 1, limit);
    boolean inverted = first > 0 && l.tag(first - 1).isVerb();
    boolean ends = last >= limit || l.is(last, Tag.COMMA) || l.is(last, Tag.PERIOD);
    if (inverted) {
      return ends ? last : end;
    }
    int verb = last;
    while (verb < limit && l.tag(verb).isAdverb()) {
      verb++;
    }
    boolean verbal = verb < limit && l.tag(verb).isFinite();
    return verbal ? last : end;
  }
}
