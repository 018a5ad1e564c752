package io.hotline.ingest.normalize;

import java.util.ArrayList;
import java.util.List;

/**
 * A line without the blanks around it.
 *
 * @param indent blanks before the text
 * @param gaps whether blanks inside set columns: three in a row, or two in a row twice, other than
 *     after the end of a sentence
 */
record Line(int indent, String text, boolean gaps) {

  /** A gap of this many blanks after a full stop is where a line end was lost. */
  private static final int LOST_LINE_END = 8;

  private static final String GAP_OF_LOST_LINE_END = " ".repeat(LOST_LINE_END);

  boolean endsSentence() {
    return endsSentence(text);
  }

  private static boolean endsSentence(String text) {
    int end = text.length();
    while (end > 0 && isClosing(text.charAt(end - 1))) {
      end--;
    }
    return end > 0 && isSentenceEnd(text.charAt(end - 1));
  }

  private static boolean isSentenceEnd(char c) {
    return c == '.' || c == '!' || c == '?' || c == '\u2026' || c == ':';
  }

  private static boolean isClosing(char c) {
    return c == '"' || c == '\'' || c == '\u201D' || c == '\u2019' || c == '\u00BB' || c == ')';
  }

  /** The lines of cleaned text, see {@link Characters#clean}. */
  static List<Line> of(String text) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        end = text.length();
      }
      addLine(text.substring(start, end), lines);
      start = end + 1;
    }
    return lines;
  }

  /** Adds a line, or two with an empty one between where a line end was lost. */
  private static void addLine(String raw, List<Line> lines) {
    int gap = lostLineEnd(raw);
    if (gap < 0) {
      lines.add(ofOne(raw));
    } else {
      lines.add(ofOne(raw.substring(0, gap)));
      lines.add(ofOne(""));
      addLine(raw.substring(gap).stripLeading(), lines);
    }
  }

  private static int lostLineEnd(String raw) {
    if (!raw.contains(GAP_OF_LOST_LINE_END)) {
      return -1;
    }
    int blanks = 0;
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) == ' ') {
        blanks++;
        continue;
      }
      int before = i - blanks;
      if (blanks >= LOST_LINE_END
          && before > 0
          && endsSentence(raw.substring(0, before))
          && Character.isUpperCase(raw.charAt(i))) {
        return before;
      }
      blanks = 0;
    }
    return -1;
  }

  private static Line ofOne(String raw) {
    int start = 0;
    while (start < raw.length() && raw.charAt(start) == ' ') {
      start++;
    }
    String text = raw.substring(start).stripTrailing();
    return new Line(text.isEmpty() ? 0 : start, text, hasGaps(text));
  }

  private static boolean hasGaps(String text) {
    int doubles = 0;
    int from = 0;
    for (int at = text.indexOf("  ", from); at >= 0; at = text.indexOf("  ", from)) {
      int end = at;
      while (text.charAt(end) == ' ') {
        end++;
      }
      boolean afterSentence =
          at > 0 && (isSentenceEnd(text.charAt(at - 1)) || isClosing(text.charAt(at - 1)));
      if (end - at >= 3) {
        return true;
      }
      doubles += afterSentence ? 0 : 1;
      from = end;
    }
    return doubles >= 2;
  }
}
