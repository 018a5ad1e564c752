package io.hotline.ingest.normalize;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the paragraphs of plain text, whatever its line ends mean.
 *
 * <p>Three conventions are told apart, line by line and without looking at words: paragraphs
 * between empty lines; one paragraph a line; and lines wrapped at a fixed width, as wire services
 * and mail have them, with each paragraph's first line indented or not. Rows of tables stay rows:
 * they come as one paragraph with a line feed after each row, the only line feeds there are inside
 * a paragraph.
 */
final class Paragraphs {

  /** Nobody wraps lines wider than this; a longer line is a paragraph. */
  private static final int WIDEST_WRAP = 100;

  /** Nor narrower ones than this, but in a list or a poem. */
  private static final int NARROWEST_WRAP = 30;

  private final List<String> finished = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private boolean inTable;

  private Paragraphs() {}

  /** The paragraphs of cleaned text, see {@link Characters#clean}; none is empty. */
  static List<String> of(String text) {
    Paragraphs paragraphs = new Paragraphs();
    paragraphs.read(Line.of(text));
    return List.copyOf(paragraphs.finished);
  }

  private void read(List<Line> lines) {
    int indent = paragraphIndent(lines);
    int width = width(lines, indent);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.text().isEmpty()) {
        finish();
      } else if (isRow(line, indent)) {
        addRow(line);
      } else if (i == 0 || !continues(lines.get(i - 1), line, i == 1, width, indent)) {
        finish();
        current.append(Characters.collapse(line.text()));
      } else {
        join(Characters.collapse(line.text()));
      }
    }
    finish();
  }

  private void finish() {
    if (current.length() > 0) {
      finished.add(current.toString());
      current.setLength(0);
    }
    inTable = false;
  }

  private void addRow(Line line) {
    if (!inTable) {
      finish();
      inTable = true;
    }
    if (current.length() > 0) {
      current.append('\n');
    }
    current.append(line.text());
  }

  /**
   * Adds the next line of the paragraph, or of the last row of a table if it begins in lower case.
   * A word that was broken at its own hyphen is put together; a dash is not a hyphen.
   */
  private void join(String line) {
    if (inTable && !Character.isLowerCase(line.charAt(0))) {
      finish();
    }
    if (current.length() == 0) {
      current.append(line);
      return;
    }
    int last = current.length() - 1;
    boolean brokenAtHyphen =
        last > 0
            && current.charAt(last) == '-'
            && Character.isLetterOrDigit(current.charAt(last - 1))
            && Character.isLetterOrDigit(line.charAt(0));
    if (!brokenAtHyphen) {
      current.append(' ');
    }
    current.append(line);
  }

  private static boolean continues(
      Line previous, Line line, boolean second, int width, int indent) {
    if (previous.text().isEmpty() || previous.text().length() > WIDEST_WRAP || width == 0) {
      return false;
    }
    if (line.indent() > 0 && line.indent() >= indent) {
      return false;
    }
    if (isListItem(line.text())) {
      return false;
    }
    // Where beginnings of paragraphs are marked, nothing else begins one.
    if (indent > 0) {
      return true;
    }
    boolean wordWouldHaveFitted =
        previous.indent() + previous.text().length() + 1 + firstWordLength(line.text()) <= width;
    if (!wordWouldHaveFitted) {
      return true;
    }
    // The first line of a wire story has lost its dateline; elsewhere a line that ends early ends
    // a paragraph, unless what follows cannot begin one.
    return (second && !previous.endsSentence())
        || (!previous.endsSentence() && Character.isLowerCase(line.text().charAt(0)));
  }

  /**
   * The width the text was wrapped at; 0 if it was not wrapped. Wrapped text has hardly a line
   * wider than anybody wraps, many lines near the width, and lines that end inside sentences.
   */
  private static int width(List<Line> lines, int indent) {
    int width = 0;
    int count = 0;
    int wide = 0;
    int followed = 0;
    int endInside = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.text().isEmpty() || isRow(line, indent)) {
        continue;
      }
      count++;
      int length = line.indent() + line.text().length();
      if (length > WIDEST_WRAP) {
        wide++;
      } else {
        width = Math.max(width, length);
      }
      if (i + 1 < lines.size() && !lines.get(i + 1).text().isEmpty()) {
        followed++;
        endInside += line.endsSentence() ? 0 : 1;
      }
    }
    if (width < NARROWEST_WRAP || wide * 5 >= count || endInside * 3 < followed) {
      return 0;
    }
    int near = 0;
    for (Line line : lines) {
      int length = line.indent() + line.text().length();
      boolean isNear = length <= width && length * 4 >= width * 3;
      near += isNear && !isRow(line, indent) ? 1 : 0;
    }
    return near * 4 >= count ? width : 0;
  }

  /**
   * How far first lines of paragraphs are indented, 0 if they are not: most wire services say 4.
   */
  private static int paragraphIndent(List<Line> lines) {
    int[] counts = new int[9];
    for (int i = 1; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.indent() >= 2
          && line.indent() < counts.length
          && !line.text().isEmpty()
          && !line.gaps()) {
        counts[line.indent()]++;
      }
    }
    int best = 0;
    for (int indent = 2; indent < counts.length; indent++) {
      if (counts[indent] > counts[best]) {
        best = indent;
      }
    }
    return best;
  }

  private static boolean isRow(Line line, int paragraphIndent) {
    return line.gaps()
        || (line.indent() > 0 && paragraphIndent > 0 && line.indent() != paragraphIndent);
  }

  private static boolean isListItem(String text) {
    char first = text.charAt(0);
    if (first == '\u2022' || first == '\u00B7' || first == '\u25AA' || first == '*') {
      return true;
    }
    return (first == '-' || first == '\u2013' || first == '\u2014')
        && text.length() > 2
        && text.charAt(1) == ' ';
  }

  private static int firstWordLength(String text) {
    int end = text.indexOf(' ');
    return end < 0 ? text.length() : end;
  }
}
