package io.hotline.extraction.events;

import io.hotline.extraction.Span;
import io.hotline.extraction.text.Document;

/** Tells headings from the sentences of a text. */
final class Heading {

  /** In tokens. */
  private static final int LONGEST_HEADING = 24;

  private Heading() {}

  /** Whether the sentence is a heading: a line of its own without a full stop. */
  static boolean is(Document document, int sentence) {
    if (document.isHeadline(sentence)) {
      return true;
    }
    Span span = document.sentence(sentence);
    String text = document.text();
    boolean opens = span.start() == 0 || lineBreak(text, span.start() - 1, -1);
    boolean closes = span.end() < text.length() && lineBreak(text, span.end(), 1);
    char last = text.charAt(span.end() - 1);
    return opens
        && closes
        && last != '.'
        && last != '!'
        && last != '"'
        && last != '”'
        && last != ':'
        && document.endToken(sentence) - document.firstToken(sentence) <= LONGEST_HEADING;
  }

  private static boolean lineBreak(String text, int from, int step) {
    for (int i = from; i >= 0 && i < text.length(); i += step) {
      if (text.charAt(i) == '\n') {
        return true;
      }
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
