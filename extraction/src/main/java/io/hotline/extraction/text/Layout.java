package io.hotline.extraction.text;

import org.jspecify.annotations.Nullable;

/**
 * Where paragraphs begin. A blank line or an indented line begins one. What a single line end means
 * is seen from the text: in hard-wrapped text (most lines are so full that the first word of the
 * next would not have fitted, or paragraphs are indented as on the wires) it is a space; else each
 * line is a paragraph, unless the next one plainly goes on with the sentence.
 */
final class Layout {

  private static final int MIN_WIDTH = 30;
  private static final int MAX_WIDTH = 110;
  private static final int WIRE_WIDTH = 80;
  private static final int INDENT = 3;
  private static final int TAB = 4;

  private final String text;
  private final IntList starts = new IntList(16);
  private final IntList ends = new IntList(16);
  private final IntList indents = new IntList(16);
  private final IntList breaks = new IntList(16);
  private int width;
  private boolean wrapped;
  private int headlineEnd;

  private Layout(String text) {
    this.text = text;
  }

  static Layout of(String text, @Nullable String headline) {
    Layout layout = new Layout(text);
    layout.headlineEnd = headline == null ? 0 : layout.matchHeadline(headline);
    layout.findLines();
    layout.measure();
    layout.findBreaks();
    return layout;
  }

  /** Offsets at which a paragraph begins, ascending; the first paragraph has none. */
  IntList breaks() {
    return breaks;
  }

  /** End of the headline the text begins with; 0 if there is none. */
  int headlineEnd() {
    return headlineEnd;
  }

  static boolean isLineEnd(char c) {
    return c == '\n'
        || c == '\r'
        || c == '\f'
        || c == '\u000b'
        || c == '\u0085'
        || c == '\u2028'
        || c == '\u2029';
  }

  private int matchHeadline(String headline) {
    int i = skipSpace(text, 0);
    int h = skipSpace(headline, 0);
    while (h < headline.length()) {
      if (Characters.isSpace(headline.charAt(h))) {
        h = skipSpace(headline, h);
        int next = skipSpace(text, i);
        if (next == i && h < headline.length()) {
          return 0;
        }
        i = h < headline.length() ? next : i;
      } else if (i < text.length() && text.charAt(i) == headline.charAt(h)) {
        i++;
        h++;
      } else {
        return 0;
      }
    }
    if (i < text.length() && text.charAt(i) == '.') {
      i++;
    }
    int end = i;
    while (i < text.length() && Characters.isSpace(text.charAt(i))) {
      if (isLineEnd(text.charAt(i))) {
        return end;
      }
      i++;
    }
    return i == text.length() ? end : 0;
  }

  private static int skipSpace(String s, int i) {
    int k = i;
    while (k < s.length() && Characters.isSpace(s.charAt(k))) {
      k++;
    }
    return k;
  }

  /** Notes each line that is not blank; a blank line before it shows as a break already made. */
  private void findLines() {
    int n = text.length();
    int i = 0;
    while (i < n) {
      int indent = 0;
      int k = i;
      while (k < n && Characters.isSpace(text.charAt(k)) && !isLineEnd(text.charAt(k))) {
        indent += text.charAt(k) == '\t' ? TAB : 1;
        k++;
      }
      int end = k;
      int contentEnd = k;
      while (end < n && !isLineEnd(text.charAt(end))) {
        if (!Characters.isSpace(text.charAt(end))) {
          contentEnd = end + 1;
        }
        end++;
      }
      starts.add(k);
      ends.add(contentEnd);
      indents.add(indent);
      i = end + (end + 1 < n && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n' ? 2 : 1);
    }
  }

  private boolean isBlank(int line) {
    return starts.get(line) == ends.get(line);
  }

  private int length(int line) {
    return ends.get(line) - starts.get(line);
  }

  /** Whether line and the next are two lines of text without a sure break between them. */
  private boolean isPair(int line) {
    return !isBlank(line) && !isBlank(line + 1) && indents.get(line + 1) < INDENT;
  }

  private void measure() {
    int[] lengths = new int[MAX_WIDTH + 2];
    int pairs = 0;
    int indented = 0;
    for (int i = 0; i + 1 < starts.size(); i++) {
      if (isPair(i)) {
        lengths[Math.min(length(i), MAX_WIDTH + 1)]++;
        pairs++;
      }
      if (!isBlank(i + 1) && indents.get(i + 1) >= INDENT) {
        indented++;
      }
    }
    if (pairs == 0) {
      return;
    }
    int longer = 0;
    width = MAX_WIDTH + 1;
    while (width > 0 && longer + lengths[width] <= pairs / 10) {
      longer += lengths[width--];
    }
    if (width < MIN_WIDTH || width > MAX_WIDTH) {
      return;
    }
    int filled = 0;
    for (int i = 0; i + 1 < starts.size(); i++) {
      if (isPair(i) && isFilled(i)) {
        filled++;
      }
    }
    wrapped =
        pairs >= 3 && filled * 5 >= pairs * 3
            || indented > 0 && width <= WIRE_WIDTH && filled * 4 >= pairs;
  }

  private boolean isFilled(int line) {
    return length(line) + 1 + firstWord(line + 1) > width;
  }

  private int firstWord(int line) {
    int i = starts.get(line);
    while (i < ends.get(line) && !Characters.isSpace(text.charAt(i))) {
      i++;
    }
    return i - starts.get(line);
  }

  private void findBreaks() {
    boolean first = true;
    for (int i = 1; i < starts.size(); i++) {
      if (isBlank(i)) {
        continue;
      }
      boolean inHeadline = starts.get(i) < headlineEnd;
      boolean endsHeadline = !inHeadline && starts.get(i - 1) < headlineEnd;
      boolean begins =
          isBlank(i - 1)
              || indents.get(i) >= INDENT
              || (wrapped ? breaksWrapped(i, first) : breaksUnwrapped(i));
      if (endsHeadline || begins && !inHeadline) {
        breaks.add(starts.get(i));
        first = true;
      } else {
        first = false;
      }
    }
  }

  /** In wrapped text: a short line ends a list item or a heading. */
  private boolean breaksWrapped(int line, boolean afterFirst) {
    int before = length(line - 1) + 1 + firstWord(line);
    if (isFilled(line - 1) && Characters.isDash(text.charAt(starts.get(line)))) {
      return false;
    }
    return beginsWithBullet(line) || !afterFirst && before * 5 < width * 3 && !goesOn(line);
  }

  private boolean breaksUnwrapped(int line) {
    return beginsWithBullet(line) || !goesOn(line);
  }

  /** Whether the line begins in lower case after one that ended without a mark. */
  private boolean goesOn(int line) {
    char last = text.charAt(ends.get(line - 1) - 1);
    return Character.isLowerCase(text.charAt(starts.get(line)))
        && (Characters.isLetterOrDigit(last) || last == ',');
  }

  private boolean beginsWithBullet(int line) {
    int i = starts.get(line);
    int end = ends.get(line);
    int k = i;
    while (k < end && k < i + 3 && Characters.isDigit(text.charAt(k))) {
      k++;
    }
    boolean marked =
        k > i
            ? k < end && (text.charAt(k) == '.' || text.charAt(k) == ')')
            : isBullet(text.charAt(i));
    return marked && k + 1 < end && Characters.isSpace(text.charAt(k + 1));
  }

  private static boolean isBullet(char c) {
    return c == '*'
        || c == '\u2022'
        || c == '\u00b7'
        || c == '\u25aa'
        || c == '\u25cf'
        || c == '\u25a0'
        || Characters.isDash(c);
  }
}
