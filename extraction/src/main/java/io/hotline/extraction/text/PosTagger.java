package io.hotline.extraction.text;

/**
 * Gives each token of a document its part of speech. For now by the look of a word alone; the
 * trained tagger takes this place. Safe for use by any number of threads.
 */
public final class PosTagger {

  private PosTagger() {}

  public static PosTagger load() {
    return new PosTagger();
  }

  public Tags tag(Document document) {
    byte[] ordinals = new byte[document.tokenCount()];
    for (int t = 0; t < ordinals.length; t++) {
      ordinals[t] = (byte) guess(document.token(t)).ordinal();
    }
    return new Tags(ordinals);
  }

  private static Tag guess(String word) {
    char first = word.charAt(0);
    if (Character.isDigit(first)) {
      return Tag.CD;
    } else if (!Character.isLetter(first)) {
      return switch (first) {
        case '.', '!', '?' -> Tag.PERIOD;
        case ',' -> Tag.COMMA;
        case '"', '\u201d' -> Tag.CLOSE_QUOTE;
        case '\u201c' -> Tag.OPEN_QUOTE;
        default -> Tag.COLON;
      };
    } else if (Character.isUpperCase(first)) {
      return Tag.NNP;
    } else if (word.endsWith("ed")) {
      return Tag.VBD;
    } else if (word.endsWith("ing")) {
      return Tag.VBG;
    } else if (word.endsWith("ly")) {
      return Tag.RB;
    } else {
      return word.endsWith("s") ? Tag.NNS : Tag.NN;
    }
  }
}
