package io.hotline.extraction.text;

import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into tokens by the kind of each character, looking a few characters ahead at most.
 *
 * <p>Close to the Penn Treebank: clitics are tokens ({@code do|n't}, {@code Putin|'s}), hyphenated
 * words are one, numbers keep their points and commas, abbreviations and initials their period.
 * Hyphens between two capitalised words part them ({@code US|-|Russia}), since each may be a name,
 * and so does one between a number and such a word ({@code UPDATE 2|-|Norwegian}, {@code
 * 9|-|Serena}). Web addresses are one token, runs of the same mark ({@code ...}, {@code --}, {@code
 * ''}) too.
 */
final class Tokenizer {

  /** Longer tokens are cut: nothing in a language is that long, and features are made of them. */
  private static final int MAX_LENGTH = 120;

  private static final Abbreviations ABBREVIATIONS = Abbreviations.load();

  private final String text;
  private final IntList starts;
  private final IntList ends;

  private Tokenizer(String text) {
    this.text = text;
    this.starts = new IntList(text.length() / 5);
    this.ends = new IntList(text.length() / 5);
  }

  static Tokenizer of(String text) {
    Tokenizer tokenizer = new Tokenizer(text);
    tokenizer.run();
    return tokenizer;
  }

  int[] starts() {
    return starts.toArray();
  }

  int[] ends() {
    return ends.toArray();
  }

  int size() {
    return starts.size();
  }

  int start(int t) {
    return starts.get(t);
  }

  int end(int t) {
    return ends.get(t);
  }

  private void add(int start, int end) {
    int from = start;
    while (end - from > MAX_LENGTH) {
      int cut = from + MAX_LENGTH;
      if (Character.isLowSurrogate(text.charAt(cut))) {
        cut--;
      }
      starts.add(from);
      ends.add(cut);
      from = cut;
    }
    starts.add(from);
    ends.add(end);
  }

  private byte classAt(int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return Characters.classOf(text.codePointAt(i));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(text.charAt(i - 1))
          ? Characters.classOf(text.codePointAt(i - 1))
          : Characters.OTHER;
    }
    return Characters.classOf(c);
  }

  private char at(int i) {
    return i < text.length() ? text.charAt(i) : '\n';
  }

  private boolean letterAt(int i) {
    return i < text.length() && classAt(i) == Characters.LETTER;
  }

  private boolean digitAt(int i) {
    return i < text.length() && classAt(i) == Characters.DIGIT;
  }

  private boolean wordAt(int i) {
    return letterAt(i) || digitAt(i);
  }

  private void run() {
    int n = text.length();
    int i = 0;
    while (i < n) {
      switch (classAt(i)) {
        case Characters.SPACE, Characters.EXTEND -> i++;
        case Characters.LETTER, Characters.DIGIT -> i = word(i);
        default -> i = mark(i);
      }
    }
  }

  private int mark(int start) {
    char c = text.charAt(start);
    int end = start + (Character.isSurrogate(c) && codePointPair(start) ? 2 : 1);
    if (Characters.isApostrophe(c)) {
      int clitic = clitic(start);
      if (clitic > 0) {
        add(start, clitic);
        return clitic;
      }
      if (c == '\'' && at(end) == '\'') {
        end++;
      }
    } else if (c == '`' && at(end) == '`') {
      end++;
    } else if (c == '.' || c == '-' || c == '!' || c == '?' || c == '*' || c == '_' || c == '=') {
      while (at(end) == c) {
        end++;
      }
    } else if ((c == '@' || c == '#') && letterAt(end)) {
      while (wordAt(end) || at(end) == '_') {
        end++;
      }
    }
    while (end < text.length() && classAt(end) == Characters.EXTEND) {
      end++;
    }
    add(start, end);
    return end;
  }

  private boolean codePointPair(int i) {
    return Character.isHighSurrogate(text.charAt(i))
        && i + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(i + 1));
  }

  /** End of the clitic that begins with the apostrophe at {@code i}, or 0 if it begins none. */
  private int clitic(int i) {
    int end = i + 1;
    char a = lower(at(end));
    char b = lower(at(end + 1));
    if (a == 's' || a == 'd' || a == 'm') {
      end += 1;
    } else if (a == 'r' && b == 'e' || a == 'v' && b == 'e' || a == 'l' && b == 'l') {
      end += 2;
    } else {
      return 0;
    }
    boolean ends = !wordAt(end) && !Characters.isApostrophe(at(end)) && !(at(end) == '.');
    boolean afterWord = i > 0 && (wordAt(i - 1) || at(i - 1) == '.');
    return ends && afterWord || afterWord && at(end) == '.' && !wordAt(end + 1) ? end : 0;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z' || c >= 0x80 && Character.isUpperCase(c);
  }

  private static boolean isLowerCase(char c) {
    return c >= 'a' && c <= 'z' || c >= 0x80 && Character.isLowerCase(c);
  }

  private int word(int start) {
    int n = text.length();
    if (beginsAddress(start)) {
      return address(start);
    }
    int i = start;
    while (true) {
      while (i < n && isWordPart(i)) {
        i++;
      }
      if (i >= n) {
        break;
      }
      char c = text.charAt(i);
      if (Characters.isApostrophe(c)) {
        if (isNegation(start, i)) {
          add(start, i - 1);
          add(i - 1, i + 2);
          return i + 2;
        }
        if (!letterAt(i - 1) || !letterAt(i + 1) || clitic(i) > 0) {
          break;
        }
        i++;
      } else if (!joins(start, i, c)) {
        break;
      } else {
        i++;
      }
    }
    if (at(i) == '.' && at(i + 1) != '.' && keepsPeriod(start, i)) {
      i++;
    }
    add(start, i);
    return i;
  }

  private boolean isWordPart(int i) {
    byte k = classAt(i);
    return k == Characters.LETTER || k == Characters.DIGIT || k == Characters.EXTEND;
  }

  /** Whether the mark {@code c} at {@code i}, inside or after a word, belongs to it. */
  private boolean joins(int start, int i, char c) {
    if (!wordAt(i + 1)) {
      return false;
    }
    return switch (c) {
      case '-', '\u2010', '\u2011' ->
          digitAt(i - 1)
              ? !(digitAt(start) && isUpper(at(i + 1)) && isLowerCase(at(i + 2)))
              : !(isUpper(text.charAt(start)) && isUpper(at(i + 1)) && i - start > 1);
      case '.' -> !(isLowerCase(at(i - 1)) && isUpper(at(i + 1)));
      case ',' -> digitAt(i - 1) && digitAt(i + 1);
      case ':' -> digitAt(i - 1) && digitAt(i + 1);
      case '/' -> digitAt(i - 1) && digitAt(i + 1);
      case '&' -> isUpper(at(i - 1)) && isUpper(at(i + 1));
      case '@', '_' -> true;
      default -> false;
    };
  }

  private boolean isNegation(int start, int apostrophe) {
    return lower(at(apostrophe + 1)) == 't'
        && lower(at(apostrophe - 1)) == 'n'
        && apostrophe - 1 > start
        && !wordAt(apostrophe + 2);
  }

  /** Whether the word from start to i owns the period at i. */
  private boolean keepsPeriod(int start, int i) {
    if (i - start == 1) {
      return isUpper(text.charAt(start)) || lower(text.charAt(start)) == 'v';
    }
    if (at(i - 2) == '.' && letterAt(i - 1) && letterAt(start)) {
      return true; // U.S., a.m., Ph.D.
    }
    Abbreviations.@Nullable Kind kind = ABBREVIATIONS.kind(text, start, i);
    return kind != null && (kind != Abbreviations.Kind.NUMBER || digitFollows(i + 1));
  }

  private boolean digitFollows(int i) {
    int k = i;
    while (k < text.length() && k < i + 3 && classAt(k) == Characters.SPACE) {
      k++;
    }
    return digitAt(k);
  }

  private boolean beginsAddress(int start) {
    char c = lower(text.charAt(start));
    return c == 'h'
            && text.regionMatches(true, start, "http", 0, 4)
            && (text.startsWith("://", start + 4) || text.startsWith("s://", start + 4))
        || c == 'w' && text.regionMatches(true, start, "www.", 0, 4);
  }

  private int address(int start) {
    int end = start;
    while (end < text.length()
        && classAt(end) != Characters.SPACE
        && "\"<>\u201c\u201d".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    while (end > start + 1 && ".,;:!?)]}'\u2019".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    add(start, end);
    return end;
  }
}
