package io.hotline.extraction.quotes;

import java.util.function.BiConsumer;

/** Stretches between single marks, which are apostrophes too. */
final class SingleMarks {

  private final String text;
  private final BiConsumer<Integer, Integer> found;

  /**
   * @param found takes the start and the end of each stretch, marks included
   */
  SingleMarks(String text, BiConsumer<Integer, Integer> found) {
    this.text = text;
    this.found = found;
  }

  /** Finds single-marked stretches where nothing is double-marked. */
  void find(int from, int to) {
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if ((c == '\'' || c == '\u2018' || c == '\u201a' || c == '\u2039')
          && opensSingle(i, from, to)) {
        int close = closingSingle(i, to);
        if (close > 0) {
          found.accept(i, close + 1);
          i = close;
        }
      }
      i++;
    }
  }

  private boolean opensSingle(int i, int from, int to) {
    if (i + 2 >= to || !Character.isLetterOrDigit(text.charAt(i + 1))) {
      return false;
    }
    if (Character.isDigit(text.charAt(i + 1)) && text.charAt(i) == '\'') {
      return false; // '90s
    }
    return i == from || QuotationMarks.opensBefore(text.charAt(i - 1));
  }

  /**
   * The single mark that closes the one at {@code i}, or -1. A mark after a plural s may be a
   * genitive; it closes only if no better one follows in the sentence.
   */
  private int closingSingle(int i, int to) {
    int weak = -1;
    for (int k = i + 2; k < to; k++) {
      char c = text.charAt(k);
      if (c == '\'' && opensSingle(k, i, to) || c == '\u2018') {
        return weak;
      }
      if (c != '\'' && c != '\u2019' && c != '\u203a'
          || k + 1 < to && !QuotationMarks.closesAfter(text.charAt(k + 1))) {
        continue;
      }
      char before = text.charAt(k - 1);
      if (Character.isWhitespace(before)) {
        continue;
      }
      boolean genitive = before == 's' && k + 1 < to && text.charAt(k + 1) == ' ';
      if (!genitive) {
        return k;
      }
      if (weak < 0) {
        weak = k;
      }
    }
    return weak;
  }
}
