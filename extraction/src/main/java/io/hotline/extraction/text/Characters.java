package io.hotline.extraction.text;

/** Which characters make words, space and quotation marks. */
final class Characters {

  static final byte OTHER = 0;
  static final byte LETTER = 1;
  static final byte DIGIT = 2;
  static final byte SPACE = 3;

  /** Goes with whatever is before it: combining marks, joiners, variation selectors. */
  static final byte EXTEND = 4;

  private static final int TABLE = 0x300;
  private static final byte[] CLASSES = new byte[TABLE];

  static {
    for (int c = 0; c < TABLE; c++) {
      CLASSES[c] = classify(c);
    }
  }

  private Characters() {}

  /** The class of a code point; an unpaired surrogate is {@link #OTHER}. */
  static byte classOf(int codePoint) {
    return codePoint < TABLE ? CLASSES[codePoint] : classify(codePoint);
  }

  private static byte classify(int c) {
    if (c == 0x200b || c == 0x2060 || c == 0xfeff || c == 0x85) {
      return SPACE; // zero-width spaces, word joiner, byte order mark, next line
    }
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.LETTER_NUMBER ->
          LETTER;
      case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          SPACE;
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT ->
          EXTEND;
      case Character.CONTROL -> SPACE;
      default -> OTHER;
    };
  }

  static boolean isSpace(char c) {
    return classOf(c) == SPACE;
  }

  static boolean isLetter(char c) {
    return classOf(c) == LETTER;
  }

  static boolean isDigit(char c) {
    return classOf(c) == DIGIT;
  }

  static boolean isLetterOrDigit(char c) {
    byte k = classOf(c);
    return k == LETTER || k == DIGIT;
  }

  static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  /** A mark that can only open. */
  static boolean isOpening(char c) {
    return c == '('
        || c == '['
        || c == '{'
        || c == '\u201c'
        || c == '\u201e'
        || c == '\u00ab'
        || c == '\u2018'
        || c == '`';
  }

  /** A mark that can only close (the right single mark may also be an apostrophe). */
  static boolean isClosing(char c) {
    return c == ')' || c == ']' || c == '}' || c == '\u201d' || c == '\u00bb' || c == '\u2019';
  }

  /** A mark that opens or closes, as its place says. */
  static boolean isStraightQuote(char c) {
    return c == '"' || c == '\'';
  }

  static boolean isDash(char c) {
    return c == '-' || (c >= '\u2010' && c <= '\u2015');
  }
}
