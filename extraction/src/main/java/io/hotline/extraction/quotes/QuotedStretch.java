package io.hotline.extraction.quotes;

import io.hotline.extraction.Span;
import io.hotline.extraction.text.Tag;

/**
 * Text between quotation marks, within one paragraph.
 *
 * @param span with its marks
 * @param inner without its marks
 * @param closed whether the closing mark is there
 * @param continues whether it goes on from a stretch that the paragraph before left open
 */
record QuotedStretch(Span span, Span inner, boolean closed, boolean continues) {

  /** Symbols of stretches begin here, above those of words. */
  private static final int FIRST_SYMBOL = 5000;

  /**
   * A number for what a stretch looks like: how long it is, how it begins and how it ends.
   *
   * @param words how many are in it
   * @param last the tag of what goes with it at the end: the mark, or punctuation behind it
   */
  int symbol(String text, int words, Tag last) {
    char first = text.charAt(inner.start());
    char end = text.charAt(inner.end() - 1);
    if (",.?!".indexOf(end) < 0) {
      end =
          switch (last) {
            case COMMA, COLON, HYPH -> ',';
            case PERIOD -> '.';
            default -> end;
          };
    }
    int ends = end == ',' ? 1 : end == '.' ? 2 : end == '?' || end == '!' ? 3 : 0;
    int begins = Character.isUpperCase(first) ? 1 : Character.isLetter(first) ? 0 : 2;
    int length = words <= 1 ? 0 : words <= 3 ? 1 : words <= 6 ? 2 : 3;
    return FIRST_SYMBOL + (length * 4 + ends) * 3 + begins;
  }
}
