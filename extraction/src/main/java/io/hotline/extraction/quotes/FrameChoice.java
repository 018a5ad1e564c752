package io.hotline.extraction.quotes;

import io.hotline.extraction.text.Tag;

/** Whether a cue word attributes, and where its content is. */
final class FrameChoice {

  static final int NONE = 0;
  static final int AFTER = 1;
  static final int BEFORE = 2;

  /** Content on both sides: {@code "Yes," he said, "we will."} */
  static final int BOTH = 3;

  static final int LABELS = 4;

  private FrameChoice() {}

  /**
   * Whether a cue word can report nothing where it stands: a participle before its noun ({@code
   * repeated intervention}, {@code the ruling party}), a thing compared ({@code than planned}).
   */
  static boolean isNoReport(Lattice l, int i) {
    CueWord cue = l.cue[i];
    if (cue == null || cue.kind() != CueWord.Kind.VERB || cue.rest().length > 0) {
      return false;
    }
    boolean participle = l.is(i, Tag.VBN) || l.is(i, Tag.VBG);
    if (!participle) {
      return false;
    }
    boolean inside = l.phraseFirst[i] >= 0 && i + 1 < l.phraseEnd[i] && l.phraseFirst[i] < i;
    boolean compared = i > l.unitStart(i) && l.isOneOf(i - 1, "than", "as") && l.is(i, Tag.VBN);
    return inside || compared && compares(l, i);
  }

  private static boolean compares(Lattice l, int i) {
    int after = i + 1;
    return after >= l.unitEnd(i) || l.is(after, Tag.COMMA) || l.is(after, Tag.PERIOD);
  }

  /** Gives the features of a cue word, the same for each label. */
  static void fill(Lattice l, int i, Candidates out) {
    CueWord cue = l.cue[i];
    if (cue == null) {
      throw new IllegalArgumentException("item " + i + " is no cue word");
    }
    int a = l.unitStart(i);
    int b = l.unitEnd(i);
    int id = cue.id();
    int after = l.afterTime(i + 1 + cue.rest().length, b);
    int timed = after > i + 1 + cue.rest().length ? 1 : 0;
    int kind = cue.cueClass().ordinal() * 8 + cue.kind().ordinal();
    int form = kind * 64 + l.pos[i];
    int n1 = l.symbolIn(after, a, b);
    int n2 = l.symbolIn(after + 1, a, b);
    int n3 = l.symbolIn(after + 2, a, b);
    int p1 = l.symbolIn(i - 1, a, b);
    int p2 = l.symbolIn(i - 2, a, b);
    int pn1 = l.posIn(after, a, b);
    int pn2 = l.posIn(after + 1, a, b);
    int pp1 = l.posIn(i - 1, a, b);
    int pp2 = l.posIn(i - 2, a, b);
    int voice = voice(l, i, a);
    int left = left(l, i, a);
    int right = right(l, after, b);
    int subject = subject(l, i, a);
    out.clear();
    out.begin(NONE);
    out.add(1, 0);
    out.add(2, id);
    out.add(3, form);
    out.add(4, id, l.pos[i]);
    out.add(5, id, n1);
    out.add(6, kind, n1, n2);
    out.add(7, id, p1);
    out.add(8, kind, p1, p2);
    out.add(9, id, voice);
    out.add(10, form, voice);
    out.add(11, pn1, pn2, l.posIn(after + 2, a, b));
    out.add(12, pp2, pp1, kind);
    out.add(13, pp1, pn1, kind);
    out.add(14, kind, left);
    out.add(15, kind, right);
    out.add(16, id, left);
    out.add(17, id, right);
    out.add(18, left, right, kind);
    out.add(19, subject, kind);
    out.add(20, subject, id);
    out.add(21, subject, voice, n1);
    out.add(22, n1, n2, n3);
    out.add(23, n1);
    out.add(24, p1, n1);
    out.add(25, id, n1, n2);
    out.add(26, neighbour(l, i, a, b, -1), kind);
    out.add(27, neighbour(l, i, a, b, 1), kind);
    out.add(28, Lattice.bucket(i - a), Lattice.bucket(b - i), kind);
    out.add(29, id, complementizer(l, after, b));
    out.add(30, kind, complementizer(l, after, b), voice);
    out.add(31, quotedNear(l, i, a, b), kind);
    out.add(32, quotedNear(l, i, a, b), id);
    out.add(33, left, subject, n1);
    out.add(34, right, subject, voice);
    int clauses = clauses(l, i, after, a, b);
    out.add(35, clauses, kind);
    out.add(36, clauses, id);
    out.add(34, timed, n1);
    out.add(37, clauses, left >> 4, n1);
    out.add(38, clauses, n1, Lattice.bucket(b - i));
    out.add(39, clauses, p1, n1);
  }

  /** A bit of {@link #voice}: a form of {@code be} stands before the verb. */
  static final int BE = 4;

  /** Passive, infinitive, modal, negated: what stands before a verb. */
  static int voice(Lattice l, int i, int a) {
    int voice = 0;
    for (int k = i - 1; k >= Math.max(a, i - 4); k--) {
      Tag tag = l.tag(k);
      if (tag == Tag.TO) {
        return voice | 1;
      }
      if (tag == Tag.MD) {
        return voice | 2;
      }
      if (tag.isVerb()) {
        voice |= isBe(l, k) ? BE : 8;
      } else if (tag == Tag.RB && isNegative(l, k)) {
        voice |= 16;
      } else if (!tag.isAdverb() && tag != Tag.PRP) {
        return voice;
      }
    }
    return voice;
  }

  static boolean isBe(Lattice l, int k) {
    String word = l.word(k);
    return switch (word) {
      case "is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re", "’re", "am" ->
          true;
      default -> false;
    };
  }

  static boolean isNegative(Lattice l, int k) {
    return switch (l.word(k)) {
      case "not", "n't", "n’t", "never", "hardly", "barely", "Not", "Never" -> true;
      default -> false;
    };
  }

  /** What bounds the clause on the left, and how far that is. */
  private static int left(Lattice l, int i, int a) {
    int phrases = 0;
    int k = i - 1;
    while (k >= a) {
      if (l.isQuoted(k) || l.is(k, Tag.COMMA) || l.is(k, Tag.COLON)) {
        break;
      }
      if (l.phraseFirst[k] == k) {
        phrases++;
      }
      k--;
    }
    int bound = k < a ? 0 : l.isQuoted(k) ? 1 : l.is(k, Tag.COMMA) ? 2 : 3;
    int beyond = k > a && l.isQuoted(k - 1) ? 1 : 0;
    return ((bound * 2 + beyond) * 8 + Math.min(phrases, 3)) * 16 + Lattice.bucket(i - k);
  }

  private static int right(Lattice l, int after, int b) {
    int phrases = 0;
    int k = after;
    while (k < b) {
      if (l.isQuoted(k) || l.is(k, Tag.COMMA) || l.is(k, Tag.COLON) || l.is(k, Tag.PERIOD)) {
        break;
      }
      if (l.phraseFirst[k] == k) {
        phrases++;
      }
      k++;
    }
    int bound =
        k >= b ? 0 : l.isQuoted(k) ? 1 : l.is(k, Tag.COMMA) ? 2 : l.is(k, Tag.COLON) ? 3 : 4;
    return (bound * 8 + Math.min(phrases, 3)) * 16 + Lattice.bucket(k - after);
  }

  /** Whether there is a clause on the left beyond a comma, and one on the right. */
  private static int clauses(Lattice l, int i, int after, int a, int b) {
    int k = i - 1;
    while (k >= a && !l.is(k, Tag.COMMA) && !l.isQuoted(k)) {
      k--;
    }
    int before = k < a ? 0 : l.isQuoted(k) ? 2 : 1;
    while (--k >= a) {
      if (l.tag(k).isFinite()) {
        before = 3;
        break;
      }
    }
    int behind = 0;
    for (k = after; k < b; k++) {
      if (l.isQuoted(k)) {
        behind = 2;
        break;
      }
      if (l.tag(k).isFinite()) {
        behind = 1;
        break;
      }
    }
    return before * 4 + behind;
  }

  /** The nearest noun phrase before a cue: its head and how far off it is. */
  private static int subject(Lattice l, int i, int a) {
    int k = i - 1;
    while (k >= a && l.phraseFirst[k] < 0) {
      if (l.isQuoted(k)) {
        return 1;
      }
      k--;
    }
    if (k < a) {
      return 0;
    }
    int head = l.tag(k) == Tag.PRP ? l.symbol[k] : l.pos[k] * 8 + l.headKind(k + 1);
    return head * 8 + Math.min(i - k, 5);
  }

  private static int neighbour(Lattice l, int i, int a, int b, int step) {
    for (int k = i + step, d = 1; k >= a && k < b && d <= 12; k += step, d++) {
      CueWord other = l.cue[k];
      if (other != null && other.kind() == CueWord.Kind.VERB) {
        return other.cueClass().ordinal() * 8 + Math.min(4, (d + 2) / 3);
      }
    }
    return 0;
  }

  /** The first word after a cue that may begin a clause of content, if no comma comes before. */
  private static int complementizer(Lattice l, int after, int b) {
    for (int k = after; k < Math.min(b, after + 8); k++) {
      Tag tag = l.tag(k);
      if (l.isQuoted(k)) {
        return 2;
      }
      if (tag == Tag.COMMA || tag == Tag.PERIOD) {
        return 0;
      }
      if (tag == Tag.IN && l.word(k).equals("that") || tag == Tag.WRB || tag == Tag.WP) {
        return l.symbol[k];
      }
      if (tag == Tag.TO) {
        return 3;
      }
      if (tag.isFinite()) {
        return 4;
      }
    }
    return 1;
  }

  private static int quotedNear(Lattice l, int i, int a, int b) {
    int before = 0;
    for (int k = i - 1; k >= Math.max(a, i - 25); k--) {
      if (l.isQuoted(k)) {
        before = (l.symbol[k] - 5000 + 1) * 4 + Math.min(3, (i - k) / 3);
        break;
      }
    }
    int behind = 0;
    for (int k = i + 1; k < Math.min(b, i + 25); k++) {
      if (l.isQuoted(k)) {
        behind = (l.pos[k] - Lattice.QUOTED) * 4 + Math.min(3, (k - i) / 3) + 1;
        break;
      }
    }
    return before * 16 + behind;
  }
}
