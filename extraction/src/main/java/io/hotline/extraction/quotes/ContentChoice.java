package io.hotline.extraction.quotes;

import io.hotline.extraction.text.Tag;

/** Where the content of a cue begins and ends. */
final class ContentChoice {

  /** Content that begins farther from its cue is not looked for. */
  private static final int REACH = 30;

  private ContentChoice() {}

  /** Candidates for the first item of content that follows cue {@code i}. */
  static void startAfter(Lattice l, int i, Candidates out) {
    CueWord cue = l.cue[i];
    int id = cue == null ? 0 : cue.id();
    int kind = kind(cue);
    int after = i + 1 + (cue == null ? 0 : cue.rest().length);
    int a = l.unitStart(i);
    int b = l.unitEnd(i);
    int voice = FrameChoice.voice(l, i, a);
    out.clear();
    int state = 0;
    int between = kind;
    for (int k = after; k < Math.min(b, after + REACH); k++) {
      if (l.tag(k) == Tag.PERIOD) {
        continue;
      }
      int d = Lattice.bucket(k - after);
      int s = l.symbol[k];
      int p = l.pos[k];
      int s1 = l.symbolIn(k + 1, a, b);
      int before = k == after ? BEFORE_NOTHING : l.symbol[k - 1];
      int inPhrase = l.phraseFirst[k] >= 0 && l.phraseFirst[k] < k ? 1 : 0;
      out.begin(k);
      out.add(101, d);
      out.add(102, s, d);
      out.add(103, id, s);
      out.add(104, kind, s, before);
      out.add(105, id, d);
      out.add(106, before, s);
      out.add(107, s, s1);
      out.add(108, p, before, kind);
      out.add(109, state, kind, p);
      out.add(110, state, id);
      out.add(111, state, s);
      out.add(112, inPhrase, before);
      out.add(113, inPhrase, state);
      out.add(114, between, s);
      out.add(115, between);
      out.add(116, id, before, s);
      out.add(117, voice, kind, d);
      out.add(118, l.posIn(k - 1, a, b), p, l.posIn(k + 1, a, b));
      out.add(119, id, before);
      if (inPhrase == 0) {
        between = WordHash.mix(between, p);
      }
      state |= passed(l, k);
    }
  }

  private static final int BEFORE_NOTHING = 63;

  /** What content that begins later would leave out. */
  private static int passed(Lattice l, int k) {
    Tag tag = l.tag(k);
    if (l.isQuoted(k)) {
      return 1;
    }
    if (tag == Tag.COMMA) {
      return 2;
    }
    if (tag == Tag.COLON) {
      return 4;
    }
    if (tag == Tag.IN && l.word(k).equals("that")) {
      return 8;
    }
    if (tag.isFinite()) {
      return 16;
    }
    if (l.phraseFirst[k] == k) {
      return 32;
    }
    return tag == Tag.TO ? 64 : 0;
  }

  /** Candidates for the end of content that begins at {@code s} and follows cue {@code i}. */
  static void endAfter(Lattice l, int i, int s, Candidates out) {
    CueWord cue = l.cue[i];
    int id = cue == null ? 0 : cue.id();
    int kind = kind(cue);
    int a = l.unitStart(i);
    int b = l.unitEnd(i);
    int start = l.symbol[s];
    boolean clause = false;
    int commas = 0;
    int brackets = 0;
    int quotes = 0;
    int finite = 0;
    out.clear();
    for (int e = s + 1; e <= b; e++) {
      int k = e - 1;
      Tag tag = l.tag(k);
      if (tag.isFinite()) {
        clause = true;
        finite++;
      } else if (tag == Tag.COMMA) {
        commas++;
      } else if (tag == Tag.OPEN_BRACKET) {
        brackets++;
      } else if (tag == Tag.CLOSE_BRACKET) {
        brackets--;
      } else if (l.isQuoted(k)) {
        quotes++;
      }
      if (e < b && goesOn(tag) || splitsPhrase(l, e, b)) {
        continue;
      }
      int last = l.symbol[k];
      int next = l.symbolIn(e, a, b);
      int next2 = l.symbolIn(e + 1, a, b);
      int next3 = l.symbolIn(e + 2, a, b);
      int rest = e == b ? 0 : e == b - 1 && l.is(e, Tag.PERIOD) ? 1 : 2;
      int shape = (clause ? 1 : 0) + 2 * Math.min(commas, 3) + 8 * (brackets > 0 ? 1 : 0);
      int length = Lattice.bucket(e - s);
      out.begin(e);
      out.add(201, rest, kind);
      out.add(202, rest, shape);
      out.add(203, rest, start);
      out.add(204, id, rest, clause ? 1 : 0);
      out.add(205, next, kind, clause ? 1 : 0);
      out.add(206, next, next2);
      out.add(207, next, next2, next3);
      out.add(208, next, shape);
      out.add(209, last, next);
      out.add(210, l.posIn(k, a, b), l.posIn(e, a, b), l.posIn(e + 1, a, b));
      out.add(211, length, rest, kind);
      out.add(212, length, clause ? 1 : 0, rest);
      out.add(213, id, next);
      out.add(214, start, next);
      out.add(215, start, next, clause ? 1 : 0);
      out.add(216, Math.min(quotes, 2), l.isQuoted(k) ? 1 : 0, rest);
      out.add(217, Math.min(quotes, 2), next, l.isQuoted(k) ? 1 : 0);
      out.add(218, following(l, e, b), rest);
      out.add(219, following(l, e, b), next, next2);
      out.add(220, Math.min(finite, 3), next, next2);
      out.add(221, ahead(l, e, b), next);
      out.add(222, ahead(l, e, b), shape);
      out.add(223, next, parallel(l, i, e + 1, b), following(l, e, b));
      out.add(224, next, parallel(l, i, e + 1, b), shape);
    }
  }

  /** Whether nothing can end with such a word. */
  private static boolean goesOn(Tag tag) {
    return switch (tag) {
      case COMMA, OPEN_BRACKET, DT, PDT, PRPS, CC, WDT, WPS, MD, POS, HYPH, EX -> true;
      default -> false;
    };
  }

  private static boolean splitsPhrase(Lattice l, int e, int b) {
    return e < b
        && l.phraseFirst[e] >= 0
        && l.phraseFirst[e] < e
        && !l.is(e, Tag.POS)
        && !l.isQuoted(e - 1)
        && !l.is(e, Tag.NNP)
        && !l.is(e, Tag.CD);
  }

  /** Whether the verb at {@code k}, behind a conjunction, has the form of the cue. */
  private static int parallel(Lattice l, int cue, int k, int b) {
    int verb = k;
    while (verb < b && l.tag(verb).isAdverb()) {
      verb++;
    }
    return verb >= b ? 0 : l.pos[verb] == l.pos[cue] ? 1 : l.tag(verb).isVerb() ? 2 : 3;
  }

  /** What the next punctuation after {@code e} is, and what there is before it. */
  private static int ahead(Lattice l, int e, int b) {
    int flags = 0;
    for (int k = e + 1; k < b; k++) {
      Tag tag = l.tag(k);
      if (tag == Tag.COMMA) {
        return flags | 1;
      }
      if (tag == Tag.PERIOD || tag == Tag.COLON) {
        return flags | 2;
      }
      if (l.isQuoted(k)) {
        return flags | 3;
      }
      if (tag.isFinite()) {
        flags |= 4;
      }
      if (tag == Tag.PRP && k < e + 4) {
        flags |= 8;
      }
      CueWord cue = l.cue[k];
      if (cue != null && cue.kind() == CueWord.Kind.VERB) {
        flags |= 16;
      }
    }
    return flags;
  }

  /** The first cue verb within a few items of {@code e}, and how far off it is. */
  private static int following(Lattice l, int e, int b) {
    for (int k = e; k < Math.min(b, e + 6); k++) {
      CueWord cue = l.cue[k];
      if (cue != null && cue.kind() == CueWord.Kind.VERB) {
        return 1 + (cue.cueClass().ordinal() * 8 + (k - e)) * 64 + l.pos[k];
      }
    }
    return 0;
  }

  /** Candidates for the end of content that comes before cue {@code i}. */
  static void endBefore(Lattice l, int i, Candidates out) {
    CueWord cue = l.cue[i];
    int id = cue == null ? 0 : cue.id();
    int kind = kind(cue);
    int a = l.unitStart(i);
    int b = l.unitEnd(i);
    out.clear();
    int phrases = 0;
    int commas = 0;
    int finite = 0;
    for (int e = i; e > Math.max(a, i - REACH); e--) {
      int k = e - 1;
      int next = l.symbol[e];
      int d = Lattice.bucket(i - e);
      int shape = Math.min(phrases, 3) * 16 + Math.min(commas, 3) * 4 + Math.min(finite, 3);
      int inPhrase = e < b && l.phraseFirst[e] >= 0 && l.phraseFirst[e] < e ? 1 : 0;
      out.begin(e);
      out.add(301, d, shape);
      out.add(302, next, shape);
      out.add(303, next, id);
      out.add(304, l.symbol[k], next);
      out.add(305, next, l.symbolIn(e + 1, a, b));
      out.add(306, l.posIn(k, a, b), l.posIn(e, a, b), l.posIn(e + 1, a, b));
      out.add(307, kind, next, d);
      out.add(308, inPhrase, shape);
      out.add(309, l.isQuoted(k) ? 1 : 0, shape);
      out.add(310, l.isQuoted(k) ? 1 : 0, next, d);
      out.add(311, kind, shape, next);
      out.add(312, id, d);
      if (l.phraseFirst[e - 1] == e - 1) {
        phrases++;
      }
      if (l.is(k, Tag.COMMA)) {
        commas++;
      }
      if (l.tag(k).isFinite()) {
        finite++;
      }
    }
  }

  /** Candidates for the first item of content that ends at {@code e}, before cue {@code i}. */
  static void startBefore(Lattice l, int i, int e, Candidates out) {
    CueWord cue = l.cue[i];
    int kind = kind(cue);
    int a = l.unitStart(i);
    int b = l.unitEnd(i);
    out.clear();
    boolean clause = false;
    int commas = 0;
    int quotes = 0;
    int next = l.symbolIn(e, a, b);
    for (int s = e - 1; s >= a; s--) {
      Tag tag = l.tag(s);
      if (tag.isFinite()) {
        clause = true;
      } else if (tag == Tag.COMMA) {
        commas++;
        continue;
      } else if (l.isQuoted(s)) {
        quotes++;
      }
      int before = l.symbolIn(s - 1, a, b);
      int shape = (clause ? 1 : 0) + 2 * Math.min(commas, 3);
      int inPhrase = l.phraseFirst[s] >= 0 && l.phraseFirst[s] < s ? 1 : 0;
      out.begin(s);
      out.add(401, before, kind);
      out.add(402, before, shape);
      out.add(403, before, l.symbol[s]);
      out.add(404, l.posIn(s - 1, a, b), l.posIn(s, a, b), l.posIn(s + 1, a, b));
      out.add(405, inPhrase, before);
      out.add(406, l.symbolIn(s - 2, a, b), before, shape);
      out.add(407, Lattice.bucket(e - s), clause ? 1 : 0);
      out.add(408, s == a ? 1 : 0, shape);
      out.add(409, s == a ? 1 : 0, l.symbol[s], kind);
      out.add(410, Math.min(quotes, 2), l.isQuoted(s) ? 1 : 0, before);
      out.add(411, next, before, kind);
      out.add(412, Lattice.bucket(s - a), before);
      out.add(413, l.symbol[s], l.symbolIn(s + 1, a, b), s == a ? 1 : 0);
    }
  }

  private static int kind(@org.jspecify.annotations.Nullable CueWord cue) {
    return cue == null ? 99 : cue.cueClass().ordinal() * 8 + cue.kind().ordinal();
  }
}
