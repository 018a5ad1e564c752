package io.hotline.extraction.tagging;

import org.jspecify.annotations.Nullable;

/**
 * Words as {@link Word}s, so that one seen before costs one look. The taggers share it: each text
 * is read once for all of them. Bounded: a word has two slots, and a new one takes the place of the
 * one used less recently.
 *
 * <p>Safe for any number of threads without a lock: a word is immutable (its fields are final), so
 * a racing reader sees a whole word or an older one, and both are right.
 */
public final class WordCache {

  /** A power of two. */
  static final int SLOTS = 1 << 16;

  private final @Nullable Word[] words = new @Nullable Word[SLOTS];
  private final Clusters clusters;

  public WordCache(Clusters clusters) {
    this.clusters = clusters;
  }

  /** An empty cache; loads the word clusters in the jar. */
  public static WordCache load() {
    return new WordCache(Clusters.load());
  }

  /** The clusters its words are looked up in. */
  public Clusters clusters() {
    return clusters;
  }

  /** The words of all tokens of a text. */
  public TokenWords read(Tokens tokens) {
    String text = tokens.text();
    Word[] read = new Word[tokens.tokenCount()];
    for (int t = 0; t < read.length; t++) {
      read[t] = word(text, tokens.tokenStart(t), tokens.tokenEnd(t));
    }
    return new TokenWords(tokens, read);
  }

  private Word word(String text, int start, int end) {
    long form = Hashes.of(text, start, end);
    int slot = (int) form & SLOTS - 1;
    Word word = words[slot];
    if (word != null && word.form == form) {
      return word;
    }
    Word beside = words[slot ^ 1];
    if (beside == null || beside.form != form) {
      int place = beside != null ? beside.place : word != null ? word.place ^ 1 : slot;
      beside = Word.of(text.substring(start, end), clusters, place);
    }
    words[slot] = beside;
    words[slot ^ 1] = word;
    return beside;
  }
}
