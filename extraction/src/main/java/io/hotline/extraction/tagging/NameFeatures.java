package io.hotline.extraction.tagging;

/**
 * The features of name tagging (after Ratinov and Roth 2009): words, affixes, shapes and clusters
 * around a token, lists of names, and what the rest of the document says of the word. The numbers
 * are names; a trained model depends on them.
 */
final class NameFeatures {

  static final int REACH = 2;

  /** Of so many other occurrences of a word the neighbours are looked at. */
  private static final int MAX_OTHERS = 3;

  private static final long DASH = Hashes.of("-");

  private NameFeatures() {}

  /** All features of one word. */
  static void word(Word w, int offset, Features f) {
    form(w, offset, f);
    cluster(w, offset, f);
  }

  /** The features that a word has for its Brown cluster. */
  static void cluster(Word w, int offset, Features f) {
    if (w.clusterLength > 0) {
      int kind = 100 * (offset + 3);
      for (int bits = 4; bits < w.clusterLength && bits <= 14; bits += 2) {
        f.add(kind + 40 + bits, w.clusterPrefix(bits));
      }
      f.add(kind + 60, w.clusterPath());
    }
  }

  /** The features that a word has for itself: how it is written, and its vector. */
  static void form(Word w, int offset, Features f) {
    int kind = 100 * (offset + 3);
    f.add(kind, w.form);
    f.add(kind + 1, w.lower);
    f.add(kind + 2, w.shape);
    if (offset >= -1 && offset <= 1) {
      f.add(kind + 3, w.fullShape);
      int from = offset == 0 ? 0 : 2;
      for (int i = from; i < w.suffixes.length; i++) {
        f.add(kind + 10 + i, w.prefixes[i]);
        f.add(kind + 20 + i, w.suffixes[i]);
      }
    }
    if (offset == 0) {
      f.add(kind + 30, 1);
      f.add(kind + 31, Math.min(w.length, 20));
      f.add(kind + 32, (w.hyphen ? 1 : 0) + (w.digit ? 2 : 0) + (w.period ? 4 : 0));
    }
    if (w.vectorCluster > 0) {
      f.add(kind + 70, w.vectorCluster);
      f.add(kind + 71, w.vectorGroup);
    }
  }

  /**
   * The features of token {@code t} of a sentence [first, end) that no single word has.
   *
   * @param marks what {@link Phrases#mark} found
   */
  static void context(
      Word[] words,
      int t,
      int first,
      int end,
      Style style,
      int[] marks,
      DocumentContext document,
      Features f) {
    Word w = words[t];
    Word before = t > first ? words[t - 1] : Word.NONE;
    Word after = t + 1 < end ? words[t + 1] : Word.NONE;
    boolean capitals = style == Style.CAPITALS;
    if (style == Style.LOWER) {
      f.add(1003, w.lower);
      f.add(1004, w.clusterPrefix(8));
      f.add(1005, 1);
    }
    if (capitals) {
      f.add(1000, w.lower);
      f.add(1001, 1);
      f.add(1002, w.clusterPrefix(8));
    }
    if (w.capital || w.digit || before.capital || after.capital || w.form == DASH) {
      neighbours(before, w, after, f);
      if (t == first) {
        f.add(1020, w.lower);
        f.add(1021, w.shape);
        f.add(1022, w.clusterPrefix(6));
      }
    }
    for (int k = Math.max(first, t - 1); k <= Math.min(end - 1, t + 1); k++) {
      if (marks[k] != 0) {
        phrase(marks[k], k - t, w, f);
      }
    }
    if (w.capital) {
      elsewhere(words, t, t == first || capitals, document, f);
    }
  }

  private static void neighbours(Word before, Word w, Word after, Features f) {
    f.add(1010, before.lower, w.lower);
    f.add(1011, w.lower, after.lower);
    f.add(1012, before.shape, w.shape, after.shape);
    f.add(1013, before.lower, after.lower);
    f.add(1014, w.shape, before.lower);
    f.add(1015, w.shape, after.lower);
    f.add(1016, before.clusterPrefix(6), w.clusterPrefix(6));
    f.add(1017, w.clusterPrefix(6), after.clusterPrefix(6));
    f.add(1018, before.clusterPath(), w.shape);
    f.add(1019, after.clusterPath(), w.shape);
  }

  private static void phrase(int mark, int offset, Word w, Features f) {
    int place = mark >> 16;
    f.add(1031 + offset, mark);
    for (int lists = mark & 0xffff; lists != 0; lists &= lists - 1) {
      f.add(1041 + offset, Integer.numberOfTrailingZeros(lists) * 32L + place);
    }
    if (offset == 0) {
      f.add(1050, mark & 0xffff, w.shape);
    }
  }

  private static void elsewhere(
      Word[] words, int t, boolean unsure, DocumentContext document, Features f) {
    Word w = words[t];
    int first = document.firstLike(w);
    int others = 0;
    for (int k = first; k >= 0 && others < MAX_OTHERS; k = document.nextLike(k)) {
      if (k == t) {
        continue;
      }
      others++;
      Word before = words[k - 1];
      Word after = k + 1 < words.length ? words[k + 1] : Word.NONE;
      f.add(1060, before.lower);
      f.add(1061, after.lower);
      f.add(1062, before.clusterPath());
      f.add(1063, after.clusterPath());
    }
    if (unsure) {
      f.add(1064, document.inLowerCase(w) ? 1 : first >= 0 ? 2 : 3);
    }
  }
}
