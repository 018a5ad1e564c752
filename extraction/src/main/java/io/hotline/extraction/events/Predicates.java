package io.hotline.extraction.events;

import io.hotline.extraction.events.Chunk.Kind;

/** Finds the finite verb whose subject a noun group is. */
final class Predicates {

  private final Clauses clauses;

  Predicates(Clauses clauses) {
    this.clauses = clauses;
  }

  /** The verb group noun group {@code n} is the subject of; -1 if it is none's. */
  int of(int n) {
    int i = n + 1;
    while (i < clauses.size()) {
      if (clauses.finite(i)) {
        return i;
      }
      switch (clauses.chunk(i).kind()) {
        case PREPOSITION, NOUN, COORDINATOR, ADVERB, QUOTE, ADJECTIVE, OTHER -> i++;
        case VERB -> i++; // a participle or infinitive of the noun's own
        case COMMA -> {
          int close = closing(i);
          if (close < 0) {
            return -1;
          }
          i = close + 1;
        }
        case RELATIVE, SUBORDINATOR -> {
          int second = afterRelative(i);
          if (second < 0) {
            return -1;
          }
          i = second;
        }
        default -> {
          return -1;
        }
      }
    }
    return -1;
  }

  /** The finite verb after that of the relative clause begun at {@code relative}. */
  private int afterRelative(int relative) {
    String word = clauses.first(relative);
    if (!clauses.is(relative, Kind.RELATIVE) && !word.equals("that")
        || !clauses.finite(relative + 1)) {
      return -1;
    }
    for (int i = relative + 2; i < clauses.size(); i++) {
      if (clauses.finite(i)) {
        return i;
      }
      if (clauses.is(i, Kind.STOP)
          || clauses.is(i, Kind.COMMA)
          || clauses.is(i, Kind.SUBORDINATOR)
          || clauses.is(i, Kind.COORDINATOR)) {
        return -1;
      }
    }
    return -1;
  }

  /** The comma that ends the parenthesis begun at {@code open}, if the verb follows it. */
  private int closing(int open) {
    boolean relative = clauses.is(open + 1, Kind.RELATIVE);
    for (int i = open + 1; i < clauses.size(); i++) {
      if (clauses.is(i, Kind.COMMA) && i > open + 1) {
        return clauses.finite(i + 1) ? i : -1;
      }
      if (clauses.finite(i) && !relative || clauses.is(i, Kind.STOP)) {
        return -1;
      }
    }
    return -1;
  }
}
