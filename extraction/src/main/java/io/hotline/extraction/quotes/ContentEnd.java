package io.hotline.extraction.quotes;

import io.hotline.extraction.CueClass;
import io.hotline.extraction.text.Tag;

/** Where content that follows its cue ends. */
final class ContentEnd {

  private ContentEnd() {}

  /** Candidates for the end of content that begins at {@code s} and follows cue {@code i}. */
  static void fill(Lattice l, int i, int s, Candidates out) {
    CueWord cue = l.cue[i];
    int id = cue == null ? 0 : cue.id();
    int kind = ContentAfter.kind(cue);
    int a = l.unitStart(i);
    int b = l.unitEnd(i);
    int start = l.symbol[s];
    boolean clause = false;
    int commas = 0;
    int brackets = 0;
    int quotes = 0;
    int finite = 0;
    int firstVerb = -1;
    int lacking = 1;
    int opener = l.isOneOf(s, "that") ? s + 1 : s;
    boolean dependent = isDependent(l, opener, b);
    boolean adjunct = opener < b && l.is(opener, Tag.IN) && !l.isQuoted(opener);
    out.clear();
    for (int e = s + 1; e <= b; e++) {
      int k = e - 1;
      Tag tag = l.tag(k);
      if (tag.isFinite()) {
        clause = true;
        firstVerb = finite == 0 ? k : firstVerb;
        finite++;
        lacking--;
      } else if (tag == Tag.COMMA) {
        commas++;
      } else if (tag == Tag.OPEN_BRACKET) {
        brackets++;
      } else if (tag == Tag.CLOSE_BRACKET) {
        brackets--;
      } else if (l.isQuoted(k)) {
        quotes++;
      } else if (k > s || !l.isOneOf(k, "that")) {
        lacking += opensClause(l, k) ? 1 : 0;
      }
      if (e < b && goesOn(tag) || splitsPhrase(l, e, b)) {
        continue;
      }
      boolean opening = dependent ? finite == 1 : adjunct && finite == 0;
      if (leadsOn(l, e, b, clause) || opening && mainFollows(l, e, b)) {
        continue;
      }
      int last = l.symbol[k];
      int next = l.symbolIn(e, a, b);
      int next2 = l.symbolIn(e + 1, a, b);
      int next3 = l.symbolIn(e + 2, a, b);
      int rest = e == b ? 0 : e == b - 1 && l.is(e, Tag.PERIOD) ? 1 : 2;
      int shape = (clause ? 1 : 0) + 2 * Math.min(commas, 3) + 8 * (brackets > 0 ? 1 : 0);
      int length = Lattice.bucket(e - s);
      int following = following(l, e, b);
      int ahead = ahead(l, e, b);
      int parallel = parallel(l, i, e + 1, b);
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
      out.add(218, following, rest);
      out.add(219, following, next, next2);
      out.add(220, Math.min(finite, 3), next, next2);
      out.add(221, ahead, next);
      out.add(222, ahead, shape);
      out.add(223, next, parallel, following);
      out.add(224, next, parallel, shape);
      int with = goesOnWith(l, i, e, b, firstVerb);
      if (with > 0) {
        out.add(225, with, next);
        out.add(226, with, id);
        out.add(227, with, start);
      }
      int whole = Math.max(-1, Math.min(2, lacking));
      out.add(228, whole, next, kind);
      out.add(229, whole, next, next2);
      out.add(230, whole, ahead, next);
      out.add(231, whole, rest, start);
    }
  }

  /**
   * What goes on with a conjunction at {@code e}: a verb in the form of the cue, and what that verb
   * takes ({@code said A and [warned that] B}); a verb in the form of the content's own first verb.
   */
  private static int goesOnWith(Lattice l, int cue, int e, int b, int firstVerb) {
    int k = e;
    if (k < b && l.is(k, Tag.COMMA)) {
      k++;
    }
    if (k >= b || !l.is(k, Tag.CC)) {
      return 0;
    }
    k++;
    while (k < b && l.tag(k).isAdverb()) {
      k++;
    }
    if (k >= b || !l.tag(k).isVerb()) {
      return 1;
    }
    boolean likeCue = l.pos[k] == l.pos[cue];
    boolean likeContent = firstVerb >= 0 && l.pos[k] == l.pos[firstVerb];
    CueWord word = l.cue[k];
    int group = word == null ? 0 : 1 + word.cueClass().ordinal();
    int after = l.afterTime(k + 1 + (word == null ? 0 : word.rest().length), b);
    int takes =
        after >= b
            ? 0
            : l.isOneOf(after, "that")
                ? 1
                : l.is(after, Tag.TO)
                    ? 2
                    : l.isQuoted(after)
                        ? 3
                        : l.phraseFirst[after] == after ? clauseAt(l, after, b) : 4;
    return 2 + ((group * 8 + takes) * 2 + (likeCue ? 1 : 0)) * 2 + (likeContent ? 1 : 0);
  }

  /** Whether a phrase at {@code k} is the subject of a verb, 6, or an object, 5. */
  private static int clauseAt(Lattice l, int k, int b) {
    int end = l.phraseEnd[k];
    return end < b && l.tag(end).isFinite() ? 6 : 5;
  }

  /** Whether a clause that lacks its verb so far begins with such a word. */
  private static boolean opensClause(Lattice l, int k) {
    return switch (l.tag(k)) {
      case WDT, WP, WRB -> true;
      case IN ->
          switch (l.word(k)) {
            case "if",
                "while",
                "because",
                "although",
                "though",
                "unless",
                "whether",
                "that",
                "until" ->
                true;
            default -> false;
          };
      default -> false;
    };
  }

  /** Whether nothing can end with such a word. */
  private static boolean goesOn(Tag tag) {
    return switch (tag) {
      case COMMA, OPEN_BRACKET, DT, PDT, PRPS, CC, WDT, WPS, MD, POS, HYPH, EX -> true;
      default -> false;
    };
  }

  /**
   * Whether a relative clause or a participle between commas follows, and a verb behind it: the
   * subject of what is said cannot be all of it ({@code said the offer, which ends in May, is
   * conditional}).
   */
  private static boolean leadsOn(Lattice l, int e, int b, boolean clause) {
    if (clause || e + 1 >= b || !l.is(e, Tag.COMMA)) {
      return false;
    }
    Tag opener = l.tag(e + 1);
    boolean relative = opener == Tag.WDT || opener == Tag.WP || opener == Tag.WPS;
    boolean participle = opener == Tag.VBN && l.phraseFirst[e - 1] >= 0;
    if (!relative && !participle) {
      return false;
    }
    for (int k = e + 2; k + 1 < b; k++) {
      if (l.is(k, Tag.COMMA) && l.tag(k + 1).isFinite()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a clause that depends on another begins at an item: {@code if}, {@code while}. */
  private static boolean isDependent(Lattice l, int k, int b) {
    return k < b
        && (l.is(k, Tag.IN) || l.is(k, Tag.WRB))
        && l.isOneOf(k, "if", "while", "although", "though", "because", "unless", "when", "once");
  }

  /** Whether a comma is followed by a clause with a subject: {@code if A, [B is true]}. */
  private static boolean mainFollows(Lattice l, int e, int b) {
    if (e + 1 >= b || !l.is(e, Tag.COMMA) || l.phraseFirst[e + 1] != e + 1) {
      return false;
    }
    if (l.is(e + 1, Tag.WDT) || l.is(e + 1, Tag.WP)) {
      return false;
    }
    int verb = WholePhrase.modifiedEnd(l, e + 1, b);
    while (verb < b && l.tag(verb).isAdverb()) {
      verb++;
    }
    if (verb >= b || !l.tag(verb).isFinite()) {
      return false;
    }
    CueWord cue = l.cue[verb];
    return cue == null || cue.cueClass() != CueClass.SPEECH;
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
}
