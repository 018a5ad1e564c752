package io.hotline.extraction.events;

import org.jspecify.annotations.Nullable;

/**
 * A group of tokens of one sentence.
 *
 * @param from first token
 * @param to token after the last
 * @param head the token that decides what it is
 * @param verb what a verb group says; null for other kinds
 */
record Chunk(Kind kind, int from, int to, int head, @Nullable VerbGroup verb) {

  enum Kind {
    NOUN,
    VERB,
    PREPOSITION,
    COORDINATOR,
    COMMA,
    /** {@code that}, {@code after}, {@code if} before a clause. */
    SUBORDINATOR,
    /** {@code who}, {@code which}. */
    RELATIVE,
    ADVERB,
    ADJECTIVE,
    QUOTE,
    /** A mark that no phrase crosses: semicolon, colon, dash, bracket, full stop. */
    STOP,
    OTHER
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }
}
