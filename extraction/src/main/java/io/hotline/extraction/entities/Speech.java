package io.hotline.extraction.entities;

import io.hotline.extraction.text.Document;

/** Which tokens stand in quotation marks, or in a paragraph that is somebody's own words. */
final class Speech {

  private final boolean[] quoted;

  private Speech(boolean[] quoted) {
    this.quoted = quoted;
  }

  static Speech of(Draft draft) {
    Document document = draft.document();
    boolean[] quoted = new boolean[document.tokenCount()];
    for (int p = 0; p < document.paragraphCount(); p++) {
      int from = document.firstToken(document.firstSentence(p));
      int to = document.endToken(document.endSentence(p) - 1);
      boolean inside = false;
      boolean own = false;
      for (int t = from; t < to; t++) {
        switch (mark(document, t)) {
          case 1 -> inside = true;
          case -1 -> inside = false;
          case 2 -> inside = !inside;
          default -> {
            quoted[t] = inside;
            own |=
                !inside
                    && draft.words().is(t, Trait.SELF | Trait.WE)
                    && !draft.words().isAllCapitals(t);
          }
        }
      }
      if (own) {
        java.util.Arrays.fill(quoted, from, to, true);
      }
    }
    return new Speech(quoted);
  }

  /** 1 opens, -1 closes, 2 does either, 0 is no mark. */
  private static int mark(Document document, int t) {
    char c = document.text().charAt(document.tokenStart(t));
    int length = document.tokenEnd(t) - document.tokenStart(t);
    return switch (c) {
      case '"' -> 2;
      case '\u201c', '\u00ab', '\u201e' -> 1;
      case '\u201d', '\u00bb' -> -1;
      case '`' -> length == 2 ? 1 : 0;
      case '\'' ->
          length == 2 && document.text().charAt(document.tokenStart(t) + 1) == '\'' ? -1 : 0;
      default -> 0;
    };
  }

  boolean isQuoted(int token) {
    return quoted[token];
  }
}
