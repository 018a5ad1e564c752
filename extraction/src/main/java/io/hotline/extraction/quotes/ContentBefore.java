package io.hotline.extraction.quotes;

import io.hotline.extraction.CueClass;
import io.hotline.extraction.text.Tag;

/** Where content that comes before its cue ends and begins. */
final class ContentBefore {

  private ContentBefore() {}

  /** Candidates for the end of content that comes before cue {@code i}. */
  static void end(Lattice l, int i, Candidates out) {
    CueWord cue = l.cue[i];
    int id = cue == null ? 0 : cue.id();
    int kind = ContentAfter.kind(cue);
    int a = l.unitStart(i);
    int b = l.unitEnd(i);
    out.clear();
    int phrases = 0;
    int commas = 0;
    int finite = 0;
    int latest = closes(l, i) ? lastEnd(l, i, a) : i;
    for (int e = i; e > Math.max(a, i - ContentAfter.REACH); e--) {
      int k = e - 1;
      int next = l.symbol[e];
      int d = Lattice.bucket(i - e);
      int shape = Math.min(phrases, 3) * 16 + Math.min(commas, 3) * 4 + Math.min(finite, 3);
      int inPhrase = e < b && l.phraseFirst[e] >= 0 && l.phraseFirst[e] < e ? 1 : 0;
      if (latest == i || e <= latest && endsAt(l, e)) {
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
      }
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

  /**
   * Whether a cue of speech closes its sentence, its subject right before it: {@code ..., brokers
   * said.}
   */
  static boolean closes(Lattice l, int i) {
    CueWord cue = l.cue[i];
    if (cue == null || cue.cueClass() != CueClass.SPEECH || cue.kind() != CueWord.Kind.VERB) {
      return false;
    }
    int b = l.unitEnd(i);
    int after = l.afterTime(i + 1 + cue.rest().length, b);
    boolean ends = after >= b || l.is(after, Tag.PERIOD);
    return ends && WholePhrase.subjectBeside(l, i) >= 0;
  }

  /** The last item that can end content before a cue that closes its sentence: at a comma. */
  private static int lastEnd(Lattice l, int i, int a) {
    int subject = SourceChoice.first(WholePhrase.subjectBeside(l, i));
    for (int e = subject; e > Math.max(a, i - ContentAfter.REACH); e--) {
      if (endsAt(l, e)) {
        return e;
      }
    }
    return i;
  }

  private static boolean endsAt(Lattice l, int e) {
    return l.is(e, Tag.COMMA) || l.is(e, Tag.COLON) || l.isQuoted(e - 1);
  }

  /** Candidates for the first item of content that ends at {@code e}, before cue {@code i}. */
  static void start(Lattice l, int i, int e, Candidates out) {
    CueWord cue = l.cue[i];
    int kind = ContentAfter.kind(cue);
    int a = l.unitStart(i);
    int b = l.unitEnd(i);
    out.clear();
    boolean clause = false;
    int commas = 0;
    int quotes = 0;
    int next = l.symbolIn(e, a, b);
    boolean closes = closes(l, i);
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
      if (closes && s > a && l.is(s - 1, Tag.COMMA) && isFronted(l, a, s - 1)) {
        continue;
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

  /**
   * Whether the items from a sentence's start to a comma only open what follows: an adjunct of some
   * words, a clause that depends on another.
   */
  private static boolean isFronted(Lattice l, int a, int comma) {
    if (!l.is(a, Tag.IN) || comma - a < 3) {
      return false;
    }
    int finite = 0;
    for (int k = a; k < comma; k++) {
      if (l.isQuoted(k) || l.is(k, Tag.COMMA) || l.cue[k] != null) {
        return false;
      }
      finite += l.tag(k).isFinite() ? 1 : 0;
    }
    return finite <= 1;
  }
}
