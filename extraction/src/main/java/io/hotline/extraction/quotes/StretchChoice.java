package io.hotline.extraction.quotes;

/** Whether a quoted stretch is a quote, a part of one, or something else that stands in marks. */
final class StretchChoice {

  /** A title, a nickname, a word that the writer keeps at a distance. */
  static final int OTHER = 0;

  static final int DIRECT = 1;

  /** The quoted part of a mixed quote. */
  static final int PART = 2;

  static final int LABELS = 3;

  private StretchChoice() {}

  /** Gives the features of a stretch, the same for each label. */
  static void fill(Lattice l, int i, Candidates out) {
    int a = l.unitStart(i);
    int b = l.unitEnd(i);
    int s = l.symbol[i];
    int p1 = l.symbolIn(i - 1, a, b);
    int p2 = l.symbolIn(i - 2, a, b);
    int p3 = l.symbolIn(i - 3, a, b);
    int n1 = l.symbolIn(i + 1, a, b);
    int n2 = l.symbolIn(i + 2, a, b);
    int n3 = l.symbolIn(i + 3, a, b);
    QuotedStretch stretch = l.stretches.get(l.stretch[i]);
    int words = l.endToken[i] - l.firstToken[i] - 2;
    int length = Lattice.bucket(words);
    char mark = l.document.text().charAt(stretch.span().start());
    int single =
        stretch.inner().start() - stretch.span().start() == 1 && (mark == '\'' || mark == '\u2018')
            ? 1
            : 0;
    int place =
        (i == a ? 1 : 0)
            + (i + 1 == b ? 2 : 0)
            + (l.document.isHeadline(l.document.sentenceOfToken(l.firstToken[i])) ? 4 : 0)
            + single * 8;
    out.clear();
    out.begin(OTHER);
    out.add(601, 0);
    out.add(602, s);
    out.add(603, s, p1);
    out.add(604, s, n1);
    out.add(605, length, p1);
    out.add(606, length, n1);
    out.add(607, p1, p2);
    out.add(608, n1, n2);
    out.add(609, p1, p2, p3);
    out.add(610, n1, n2, n3);
    out.add(611, place, length);
    out.add(612, place, s);
    out.add(613, cueLeft(l, i, a), length);
    out.add(614, cueLeft(l, i, a), p1);
    out.add(615, cueRight(l, i, b), s);
    out.add(616, cueRight(l, i, b), n1);
    out.add(617, caps(l, i), length);
    out.add(618, caps(l, i), p1);
    out.add(619, stretch.closed() ? 1 : 0, length);
    out.add(620, stretch.continues() ? 1 : 0, length);
    out.add(621, near(l, i, -1), s);
    out.add(622, near(l, i, 1), s);
    out.add(623, l.posIn(i - 1, a, b), l.posIn(i + 1, a, b), length);
    out.add(624, finite(l, i), length);
    out.add(625, finite(l, i), p1, n1);
    out.add(626, place, near(l, i, -1), cueRight(l, i, b));
  }

  private static int cueLeft(Lattice l, int i, int a) {
    for (int k = i - 1; k >= Math.max(a, i - 15); k--) {
      CueWord cue = l.cue[k];
      if (cue != null) {
        return 1 + (cue.cueClass().ordinal() * 4 + cue.kind().ordinal()) * 8 + Math.min(4, i - k);
      }
    }
    return 0;
  }

  private static int cueRight(Lattice l, int i, int b) {
    for (int k = i + 1; k < Math.min(b, i + 15); k++) {
      CueWord cue = l.cue[k];
      if (cue != null && cue.kind() == CueWord.Kind.VERB) {
        return 1 + cue.cueClass().ordinal() * 8 + Math.min(6, (k - i));
      }
    }
    return 0;
  }

  /** Whether all, some or none of the words begin with a capital. */
  private static int caps(Lattice l, int i) {
    int upper = 0;
    int words = 0;
    String text = l.document.text();
    for (int t = l.firstToken[i]; t < l.endToken[i]; t++) {
      char c = text.charAt(l.document.tokenStart(t));
      if (Character.isLetter(c)) {
        words++;
        if (Character.isUpperCase(c)) {
          upper++;
        }
      }
    }
    return words == 0 ? 0 : upper == 0 ? 1 : upper == words ? 2 : upper * 2 > words ? 3 : 4;
  }

  /** Whether the unit before or after is a quote of its own. */
  private static int near(Lattice l, int i, int step) {
    int u = l.unit[i] + step;
    if (u < 0 || u >= l.units) {
      return 0;
    }
    for (int k = l.unitFirst[u]; k < l.unitFirst[u + 1]; k++) {
      if (l.isQuoted(k)) {
        return l.pos[k] - Lattice.QUOTED + 1;
      }
    }
    return 3;
  }

  private static int finite(Lattice l, int i) {
    return l.finiteIn(l.firstToken[i], l.endToken[i]) ? 1 : 0;
  }
}
