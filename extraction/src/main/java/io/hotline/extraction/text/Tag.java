package io.hotline.extraction.text;

/**
 * Part-of-speech tags of the Penn Treebank (Marcus, Santorini and Marcinkiewicz 1993). Punctuation
 * has names here where the treebank writes the mark itself.
 */
public enum Tag {
  CC,
  CD,
  DT,
  EX,
  FW,
  IN,
  JJ,
  JJR,
  JJS,
  LS,
  MD,
  NN,
  NNS,
  NNP,
  NNPS,
  PDT,
  POS,
  PRP,
  /** {@code PRP$}. */
  PRPS,
  RB,
  RBR,
  RBS,
  RP,
  SYM,
  TO,
  UH,
  VB,
  VBD,
  VBG,
  VBN,
  VBP,
  VBZ,
  WDT,
  WP,
  /** {@code WP$}. */
  WPS,
  WRB,
  /** {@code . ! ?}. */
  PERIOD,
  COMMA,
  /** {@code : ;}, dashes and ellipses. */
  COLON,
  /** An opening quotation mark. */
  OPEN_QUOTE,
  /** A closing quotation mark. */
  CLOSE_QUOTE,
  OPEN_BRACKET,
  CLOSE_BRACKET,
  /** {@code $} and other signs of currency. */
  CURRENCY,
  HYPH;

  /** A noun of any kind. */
  public boolean isNoun() {
    return this == NN || this == NNS || this == NNP || this == NNPS;
  }

  /** A proper noun. */
  public boolean isProper() {
    return this == NNP || this == NNPS;
  }

  /** A verb of any form; not a modal. */
  public boolean isVerb() {
    return switch (this) {
      case VB, VBD, VBG, VBN, VBP, VBZ -> true;
      default -> false;
    };
  }

  /** A finite verb form or a modal. */
  public boolean isFinite() {
    return switch (this) {
      case VBD, VBP, VBZ, MD -> true;
      default -> false;
    };
  }

  public boolean isAdjective() {
    return this == JJ || this == JJR || this == JJS;
  }

  public boolean isAdverb() {
    return this == RB || this == RBR || this == RBS;
  }

  /** Punctuation. */
  public boolean isPunctuation() {
    return switch (this) {
      case PERIOD, COMMA, COLON, OPEN_QUOTE, CLOSE_QUOTE, OPEN_BRACKET, CLOSE_BRACKET, HYPH -> true;
      default -> false;
    };
  }
}
