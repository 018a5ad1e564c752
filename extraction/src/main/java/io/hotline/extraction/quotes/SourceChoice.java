package io.hotline.extraction.quotes;

import io.hotline.extraction.text.Tag;

/**
 * Which noun phrase of the unit is the source of a cue. A candidate is a base noun phrase or the
 * possessor it begins with ({@code Putin} in {@code Putin's claim}, {@code his} in {@code his
 * view}), coded as a number.
 */
final class SourceChoice {

  /** Value of the candidate that says there is none. */
  static final int NOBODY = -1;

  private SourceChoice() {}

  /**
   * @param s first item of the content
   * @param e end item of the content
   */
  static void fill(Lattice l, int i, int s, int e, Candidates out) {
    CueWord cue = l.cue[i];
    int id = cue == null ? 0 : cue.id();
    int kind = cue == null ? 99 : cue.cueClass().ordinal() * 8 + cue.kind().ordinal();
    int a = l.unitStart(i);
    int b = l.unitEnd(i);
    int side = s > i ? 1 : 2;
    int form = (kind * 64 + l.pos[i]) * 4 + side;
    int voice = FrameChoice.voice(l, i, a);
    int previous = l.symbolIn(i - 1, a, b);
    int next = l.symbolIn(i + 1, a, b);
    out.clear();
    out.begin(NOBODY);
    out.add(501, id, voice);
    out.add(502, form, voice);
    out.add(503, form, previous);
    out.add(504, form, next);
    int rank = 0;
    int finite = 0;
    int commas = 0;
    for (int k = i; k >= a; k--) {
      if (k < i) {
        if (l.tag(k).isFinite()) {
          finite++;
        } else if (l.is(k, Tag.COMMA)) {
          commas++;
        }
      }
      if (k >= s && k < e) {
        continue;
      }
      if (l.phraseFirst[k] == k) {
        int possessor = possessorEnd(l, k);
        int end = l.phraseEnd[k];
        if (i >= end) {
          candidate(l, i, k, end, 0, rank, finite, commas, form, voice, id, out);
        }
        if (possessor > 0 && i >= possessor) {
          candidate(l, i, k, possessor, 1, rank, finite, commas, form, voice, id, out);
        }
        rank++;
      }
    }
    rank = 0;
    finite = 0;
    commas = 0;
    for (int k = i + 1; k < b && rank < 8; k++) {
      if (l.tag(k).isFinite()) {
        finite++;
      } else if (l.is(k, Tag.COMMA)) {
        commas++;
      }
      if (k >= s && k < e) {
        continue;
      }
      if (l.phraseFirst[k] == k) {
        int possessor = possessorEnd(l, k);
        candidate(l, i, k, l.phraseEnd[k], 0, rank + 16, finite, commas, form, voice, id, out);
        if (possessor > 0) {
          candidate(l, i, k, possessor, 1, rank + 16, finite, commas, form, voice, id, out);
        }
        rank++;
      }
    }
  }

  /** First item of a source. */
  static int first(int source) {
    return source >> 1;
  }

  /** The item after a source. */
  static int end(Lattice l, int source) {
    int first = source >> 1;
    int end = (source & 1) == 0 ? l.phraseEnd[first] : possessorEnd(l, first);
    return Math.max(end, first + 1); // a pronoun or a stray word is a phrase of its own
  }

  /** Whether a source is a phrase from its beginning to its end. */
  static boolean isWhole(Lattice l, int source) {
    return (source & 1) == 0 && l.phraseFirst[source >> 1] == source >> 1;
  }

  /** The source that is the whole phrase beginning at an item. */
  static int phrase(int item) {
    return item << 1;
  }

  /** The possessor that begins the phrase of a source, or the source itself if it has none. */
  static int possessor(Lattice l, int source) {
    return possessorEnd(l, source >> 1) > 0 ? source | 1 : source;
  }

  /** End of the possessor that begins the phrase at {@code k}; -1 if none does. */
  private static int possessorEnd(Lattice l, int k) {
    if (l.is(k, Tag.PRPS)) {
      return k + 1;
    }
    int end = l.phraseEnd[k];
    for (int m = k + 1; m < end; m++) {
      if (l.is(m, Tag.POS)) {
        return m;
      }
    }
    return -1;
  }

  private static void candidate(
      Lattice l,
      int i,
      int k,
      int end,
      int part,
      int rank,
      int finite,
      int commas,
      int form,
      int voice,
      int id,
      Candidates out) {
    int a = l.unitStart(i);
    int b = l.unitEnd(i);
    boolean number = l.is(end - 1, Tag.CD) && Character.isDigit(l.word(end - 1).charAt(0));
    if (number || l.time[end - 1] && l.tag(end - 1).isNoun()) {
      return; // no number, no date speaks
    }
    boolean left = k < i;
    int head = l.pos[end - 1];
    int first = l.symbol[k];
    int gap = left ? i - end : k - i - 1;
    int towards = left ? l.symbolIn(end, a, b) : l.symbolIn(k - 1, a, b);
    int away = left ? l.symbolIn(k - 1, a, b) : l.symbolIn(end, a, b);
    int way = Math.min(rank & 15, 5) + (left ? 0 : 8);
    int shape = Math.min(finite, 3) * 4 + Math.min(commas, 3) + (left ? 0 : 16);
    out.begin(k << 1 | part);
    out.add(510, part, form, way);
    int kind = l.headKind(end);
    out.add(508, kind, way);
    out.add(507, kind, form, left ? 1 : 0);
    out.add(506, kind, voice, way);
    out.add(511, form, way);
    out.add(512, form, shape);
    out.add(513, form, gap == 0 ? 0 : Lattice.bucket(gap), left ? 1 : 0);
    out.add(514, head, way, voice);
    out.add(509, part, head, id);
    out.add(515, head, shape, form);
    out.add(516, first, way);
    out.add(517, towards, way);
    out.add(518, towards, form, left ? 1 : 0);
    out.add(519, away, way);
    out.add(520, away, first, shape);
    out.add(521, id, way);
    out.add(522, id, shape, head);
    out.add(523, voice, way, form);
    out.add(524, end - k, head, way);
    out.add(525, towards, away, left ? 1 : 0);
    out.add(526, gap == 0 ? 1 : 0, way, form);
    out.add(527, head, first, left ? 1 : 0);
  }
}
