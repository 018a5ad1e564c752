package io.hotline.extraction.tagging;

import java.util.Arrays;

/**
 * The labels of name tagging: 0 outside of names, then for each type the first, an inner, the last
 * and the only token of a name (BILOU).
 */
public final class NameLabels {

  public static final int TYPES = 3;
  public static final int PERSON = 0;
  public static final int ORGANIZATION = 1;
  public static final int LOCATION = 2;

  static final int COUNT = 1 + 4 * TYPES;
  static final int OUTSIDE = 0;

  /** The label before the first of a sentence. */
  static final int START = COUNT;

  static final int FIRST = 0;
  static final int INNER = 1;
  static final int LAST = 2;
  static final int ONLY = 3;

  private NameLabels() {}

  static int of(int type, int place) {
    return 1 + 4 * type + place;
  }

  static int place(int label) {
    return label - 1 & 3;
  }

  static int type(int label) {
    return label - 1 >> 2;
  }

  /** Whether a name goes on after a token with this label. */
  static boolean isOpen(int label) {
    return label > OUTSIDE && label < START && place(label) <= INNER;
  }

  /** Whether the label needs a name of its type to be open before it. */
  static boolean continues(int label) {
    return label > OUTSIDE && (place(label) == INNER || place(label) == LAST);
  }

  static boolean mayFollow(int before, int label) {
    return isOpen(before) ? continues(label) && type(before) == type(label) : !continues(label);
  }

  /** For each label, those that may stand before it inside a sentence. */
  static int[][] before() {
    int[][] before = new int[COUNT][];
    for (int label = 0; label < before.length; label++) {
      int[] found = new int[COUNT];
      int n = 0;
      for (int b = 0; b < COUNT; b++) {
        if (mayFollow(b, label)) {
          found[n++] = b;
        }
      }
      before[label] = Arrays.copyOf(found, n);
    }
    return before;
  }
}
