package io.hotline.extraction.events;

/** Tells whether a sentence looks back at what was. */
final class LookingBack {

  private final Lexicon lexicon;
  private final Words words;

  LookingBack(Lexicon lexicon, Words words) {
    this.lexicon = lexicon;
    this.words = words;
  }

  /** {@code the last time they met}, {@code in my time}, {@code in those days}. */
  private boolean bygone(int t) {
    String before = words.lower(t - 1);
    boolean time = lexicon.is("bygone-time", words.lower(t));
    return time
            && before.equals("last")
            && words.lower(t - 2).equals("the")
            && !words.lower(t - 3).equals("for")
        || time && lexicon.is("bygone", before) && words.lower(t - 2).equals("in");
  }

  /** Whether words of looking back make history of what the sentence tells. */
  boolean retrospective() {
    for (int t = words.from(); t < words.to(); t++) {
      if (lexicon.is("retrospect", words.lower(t)) || bygone(t)) {
        return true;
      }
    }
    return words.lower(words.from()).equals("on")
        && words.lower(words.from() + 1).equals("this")
        && words.lower(words.from() + 2).equals("day");
  }
}
