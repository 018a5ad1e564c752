package io.hotline.extraction.tagging;

/** How a sentence uses capitals, which tells names elsewhere. */
enum Style {
  /** Names and first words have a capital. */
  MIXED,
  /** Written in capitals, as headlines and old wire copy are. */
  CAPITALS,
  /** Without a capital after the first word: names may be in lower case. */
  LOWER;

  private static final int MIN_WORDS = 4;
  private static final int MIN_CAPITALS = 3;

  static Style of(Word[] words, int first, int end) {
    int capitals = 0;
    int lower = 0;
    int names = 0;
    for (int t = first; t < end; t++) {
      Word word = words[t];
      if (word.allCapitals) {
        capitals++;
      } else if (word.lowerCase) {
        lower++;
      }
      if (t > first && word.capital && word.length > 1) {
        names++;
      }
    }
    if (end - first < MIN_WORDS) {
      return MIXED;
    }
    if (capitals >= MIN_CAPITALS && capitals > lower) {
      return CAPITALS;
    }
    return names == 0 ? LOWER : MIXED;
  }

  /** The style of each sentence. */
  static Style[] of(Word[] words, Tokens tokens) {
    Style[] styles = new Style[tokens.sentenceCount()];
    for (int s = 0; s < styles.length; s++) {
      styles[s] = of(words, tokens.firstToken(s), tokens.endToken(s));
    }
    return styles;
  }
}
