package io.hotline.extraction.quotes;

import io.hotline.extraction.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what stands between quotation marks. Writers mix the marks ({@code “foo"}), turn them the
 * wrong way and forget them, so a mark's direction is read from what it touches first, and from its
 * shape only where that leaves it open. Single marks count where no double mark is open.
 */
final class QuotationMarks {

  private static final int OPENS = 1;
  private static final int CLOSES = 2;
  private static final int EITHER = 3;

  private static final int LONGEST_LABEL = 40;

  private final String text;
  private final List<QuotedStretch> found = new ArrayList<>();

  /** Marks of the paragraph being read: offset, length and direction. */
  private int[] at = new int[16];

  private int[] length = new int[16];
  private int[] direction = new int[16];
  private int marks;

  private boolean leftOpen;
  private final SingleMarks singles;

  private QuotationMarks(String text) {
    this.text = text;
    this.singles = new SingleMarks(text, (start, end) -> add(start, end, 1, 1, true, false));
  }

  /**
   * The stretches of a text in order, without overlap.
   *
   * @param paragraphs in order
   */
  static List<QuotedStretch> find(String text, List<Span> paragraphs) {
    QuotationMarks scan = new QuotationMarks(text);
    for (Span paragraph : paragraphs) {
      scan.paragraph(paragraph.start(), paragraph.end());
    }
    return scan.found;
  }

  private void paragraph(int from, int to) {
    boolean continues = leftOpen;
    leftOpen = false;
    collectDouble(from, to);
    int gap = from;
    int i = 0;
    while (i < marks) {
      if (direction[i] == CLOSES) {
        i++;
        continue;
      }
      int close = closing(i);
      boolean first = at[i] == from || onlySpaceBefore(from, at[i]);
      singles.find(gap, at[i]);
      if (close < 0) {
        int next = nextOpening(i);
        int end = next < 0 ? to : beforeOpening(at[i], at[next]);
        if (end > at[i] + length[i]) {
          add(at[i], end, length[i], 0, false, first && continues);
        }
        gap = Math.max(gap, end);
        leftOpen = next < 0;
        i = next < 0 ? marks : next;
      } else {
        int end = at[close] + length[close];
        add(at[i], end, length[i], length[close], true, first && continues);
        gap = end;
        i = close + 1;
      }
    }
    singles.find(gap, to);
  }

  private boolean onlySpaceBefore(int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private void add(int start, int end, int before, int after, boolean closed, boolean continues) {
    int label = label(start + before, end - after);
    int from = label < 0 ? start : label;
    int inner = label < 0 ? start + before : label;
    if (end - after > inner) {
      found.add(
          new QuotedStretch(
              new Span(from, end), new Span(inner, end - after), closed, continues && label < 0));
    }
  }

  /**
   * Where the words begin in a stretch of transcript that names its speaker first, in capitals
   * ({@code "LAVROV: We are ready"}); -1 if it does not.
   */
  private int label(int from, int to) {
    int i = from;
    int letters = 0;
    while (i < to && i < from + LONGEST_LABEL) {
      char c = text.charAt(i);
      if (c == ':') {
        int next = i + 1;
        while (next < to && Character.isWhitespace(text.charAt(next))) {
          next++;
        }
        return letters > 2 && next > i + 1 && next < to ? next : -1;
      }
      if (Character.isLetter(c)) {
        if (!Character.isUpperCase(c)) {
          return -1;
        }
        letters++;
      } else if (c != ' ' && c != '.' && c != '-' && c != '\'') {
        return -1;
      }
      i++;
    }
    return -1;
  }

  /** The mark that closes the one at {@code i}; -1 if another opens first or none is left. */
  private int closing(int i) {
    int depth = 0;
    for (int k = i + 1; k < marks; k++) {
      if (direction[k] == OPENS) {
        if (closesBefore(k) <= depth) {
          return -1;
        }
        depth++;
      } else if (depth == 0) {
        return k;
      } else {
        depth--;
      }
    }
    return -1;
  }

  /**
   * How many marks close in a row of closing ones after {@code k}, less those opened on the way.
   */
  private int closesBefore(int k) {
    int closes = 0;
    for (int m = k + 1; m < marks; m++) {
      if (direction[m] == OPENS) {
        break;
      }
      closes++;
    }
    return closes - 1;
  }

  private int nextOpening(int i) {
    for (int k = i + 1; k < marks; k++) {
      if (direction[k] == OPENS) {
        return k;
      }
    }
    return -1;
  }

  /** Where a stretch without a closing mark ends, if another opens at {@code next}. */
  private int beforeOpening(int start, int next) {
    int end = next;
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    char last = text.charAt(end - 1);
    return last == '.' || last == '!' || last == '?' ? end : start;
  }

  private void collectDouble(int from, int to) {
    marks = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c > '`' && c < '\u00ab') {
        continue;
      }
      int size = isDouble(c) ? 1 : isPair(c, i, to) ? 2 : 0;
      if (size == 0) {
        continue;
      }
      int way = direction(c, i, i + size, from, to);
      if (way != 0) {
        mark(i, size, way);
      }
      i += size - 1;
    }
    settleEither();
  }

  private void mark(int offset, int size, int way) {
    if (marks == at.length) {
      at = java.util.Arrays.copyOf(at, marks * 2);
      length = java.util.Arrays.copyOf(length, marks * 2);
      direction = java.util.Arrays.copyOf(direction, marks * 2);
    }
    at[marks] = offset;
    length[marks] = size;
    direction[marks] = way;
    marks++;
  }

  private static boolean isDouble(char c) {
    return switch (c) {
      case '"', '\u201c', '\u201d', '\u201e', '\u201f', '\u00ab', '\u00bb', '\uff02' -> true;
      default -> false;
    };
  }

  private boolean isPair(char c, int i, int to) {
    return (c == '\'' || c == '`' || c == '\u2018' || c == '\u2019')
        && i + 1 < to
        && text.charAt(i + 1) == c;
  }

  private int direction(char c, int start, int end, int from, int to) {
    boolean spaceBefore = start == from || opensBefore(text.charAt(start - 1));
    boolean spaceAfter = end == to || closesAfter(text.charAt(end));
    if (c == '"' && start > from && Character.isDigit(text.charAt(start - 1)) && isInch(end, to)) {
      return 0;
    }
    if (c == '\u201e' || c == '`' || c == '\u00ab' && !spaceAfter) {
      return OPENS;
    }
    if (spaceBefore && !spaceAfter) {
      return OPENS;
    }
    if (spaceAfter && !spaceBefore) {
      return CLOSES;
    }
    return switch (c) {
      case '\u201c', '\u2018', '\u00ab' -> OPENS;
      case '\u201d', '\u2019', '\u00bb' -> CLOSES;
      default -> EITHER;
    };
  }

  /** Whether a straight mark after a digit is a measure: {@code 5'10"}, {@code a 6" pipe}. */
  private boolean isInch(int end, int to) {
    int open = 0;
    for (int k = 0; k < marks; k++) {
      open += direction[k] == OPENS ? 1 : -1;
    }
    return open <= 0 && end < to && text.charAt(end) == ' ';
  }

  static boolean opensBefore(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '('
        || c == '['
        || c == '-'
        || c == '\u2013'
        || c == '\u2014'
        || c == '/';
  }

  static boolean closesAfter(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || ",.;:!?)]-/\u2013\u2014\u2026".indexOf(c) >= 0;
  }

  /** A mark that could do both opens if nothing is open, else it closes. */
  private void settleEither() {
    int open = 0;
    for (int k = 0; k < marks; k++) {
      if (direction[k] == EITHER) {
        direction[k] = open > 0 ? CLOSES : OPENS;
      }
      open = Math.max(0, open + (direction[k] == OPENS ? 1 : -1));
    }
  }
}
