package io.hotline.extraction.quotes;

import io.hotline.extraction.text.Tag;

/** Which cue of its unit a direct quote hangs on, or whether it floats. */
final class AnchorChoice {

  /** No cue of its own. */
  static final int FLOATS = -1;

  private AnchorChoice() {}

  static void fill(Lattice l, int i, Candidates out) {
    int a = l.unitStart(i);
    int b = l.unitEnd(i);
    int p1 = l.symbolIn(i - 1, a, b);
    int n1 = l.symbolIn(i + 1, a, b);
    out.clear();
    out.begin(FLOATS);
    out.add(701, p1, n1);
    out.add(702, i == a ? 1 : 0, Math.min(3, b - i));
    out.add(703, p1);
    out.add(704, n1);
    out.add(705, b - a == 1 ? 1 : 0);
    walk(l, i, a, b, -1, out);
    walk(l, i, a, b, 1, out);
  }

  private static void walk(Lattice l, int i, int a, int b, int step, Candidates out) {
    int phrases = 0;
    int commas = 0;
    int quotes = 0;
    int rank = 0;
    int finite = 0;
    for (int k = i + step; k >= a && k < b; k += step) {
      CueWord cue = l.cue[k];
      if (cue != null) {
        int kind = cue.cueClass().ordinal() * 4 + cue.kind().ordinal();
        int way = (step > 0 ? 1 : 0) + 2 * Math.min(rank, 3);
        int shape =
            Math.min(phrases, 3)
                + 4 * Math.min(commas, 3)
                + 16 * Math.min(quotes, 1)
                + 32 * Math.min(finite, 2);
        int touch = step > 0 ? l.symbol[i + 1] : l.symbol[i - 1];
        out.begin(k);
        out.add(711, kind, way, l.pos[k]);
        out.add(712, cue.id(), way);
        out.add(713, shape, way);
        out.add(714, shape, kind, step);
        out.add(715, touch, way);
        out.add(716, touch, cue.id());
        out.add(717, touch, shape, step);
        out.add(718, Lattice.bucket(k - i), way, kind);
        out.add(719, l.symbolIn(k + 1, a, b), l.symbolIn(k - 1, a, b), step);
        out.add(720, cue.id(), Math.min(3, Math.abs(k - i)), step);
        out.add(721, FrameChoice.voice(l, k, a), kind, way);
        rank++;
      }
      if (l.isQuoted(k)) {
        quotes++;
      } else if (l.is(k, Tag.COMMA)) {
        commas++;
      } else if (l.phraseFirst[k] == k) {
        phrases++;
      }
      if (l.tag(k).isFinite()) {
        finite++;
      }
    }
  }
}
