package io.hotline.extraction.tagging;

/** The words of a text, read once and shared by the taggers. Immutable. */
public final class TokenWords {

  final Tokens tokens;

  /** The word of each token. */
  final Word[] words;

  /** The style of each sentence. */
  final Style[] styles;

  TokenWords(Tokens tokens, Word[] words) {
    this.tokens = tokens;
    this.words = words;
    this.styles = Style.of(words, tokens);
  }
}
