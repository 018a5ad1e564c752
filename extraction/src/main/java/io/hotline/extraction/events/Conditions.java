package io.hotline.extraction.events;

import io.hotline.extraction.events.Chunk.Kind;

/** Finds what a sentence makes its statements depend on. */
final class Conditions {

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Words words;

  Conditions(Lexicon lexicon, Clauses clauses, Words words) {
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.words = words;
  }

  /** Whether anything holds until or unless something else does. */
  boolean until() {
    for (int t = words.from(); t < words.to(); t++) {
      if (words.lower(t).equals("until") || words.lower(t).equals("unless")) {
        return true;
      }
    }
    return false;
  }

  /** Whether the sentence puts anything under a condition: {@code if}, {@code only once}. */
  boolean conditional() {
    for (int i = 0; i < clauses.size(); i++) {
      if (clauses.is(i, Kind.SUBORDINATOR) && lexicon.is("condition", clauses.first(i))) {
        return true;
      }
    }
    if (lexicon.is("condition-opener", words.lower(words.from()))
        || lexicon.is("condition-opener", words.lower(words.from() + 1))) {
      return true;
    }
    if (words.lower(words.from()).equals("one") && words.lower(words.from() + 1).equals("more")) {
      return true; // "one more shot and we leave the talks"
    }
    for (int t = words.from(); t < words.to(); t++) {
      if (words.lower(t).equals("only") && lexicon.is("only-condition", words.lower(t + 1))
          || words.lower(t).equals("condition") && words.lower(t - 1).equals("on")
          || words.lower(t).equals("long") && words.lower(t + 1).equals("as")) {
        return true;
      }
    }
    return false;
  }
}
