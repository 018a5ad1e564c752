package io.hotline.extraction.tagging;

import org.jspecify.annotations.Nullable;

/**
 * Words with the sums of their weights, so that a word seen before costs one look. Bounded: a new
 * word takes the place of whatever had its slot.
 *
 * <p>Safe for any number of threads without a lock: an entry is immutable (its fields are final),
 * so a racing reader sees a whole entry or an older one, and both are right.
 */
final class WordCache {

  /** Collects the features that depend on one word, as seen from a token {@code offset} before. */
  interface WordFeatures {
    void collect(Word word, int offset, Features features);
  }

  /** A word, and for each offset in turn the packed sums of its weights. */
  static final class Entry {

    final long key;
    final Word word;
    final long[] sums;

    Entry(long key, Word word, long[] sums) {
      this.key = key;
      this.word = word;
      this.sums = sums;
    }
  }

  private final @Nullable Entry[] entries;
  private final Clusters clusters;
  private final Model model;
  private final WordFeatures features;
  private final int reach;

  /**
   * @param slots a power of two
   * @param reach features are collected for offsets -reach to +reach
   */
  WordCache(int slots, Clusters clusters, Model model, WordFeatures features, int reach) {
    this.entries = new @Nullable Entry[slots];
    this.clusters = clusters;
    this.model = model;
    this.features = features;
    this.reach = reach;
  }

  /** The words of all tokens. */
  Entry[] words(Tokens tokens) {
    String text = tokens.text();
    Entry[] words = new Entry[tokens.tokenCount()];
    Features scratch = new Features();
    for (int t = 0; t < words.length; t++) {
      words[t] = word(text, tokens.tokenStart(t), tokens.tokenEnd(t), scratch);
    }
    return words;
  }

  static Word[] words(Entry[] entries) {
    Word[] words = new Word[entries.length];
    for (int t = 0; t < words.length; t++) {
      words[t] = entries[t].word;
    }
    return words;
  }

  private Entry word(String text, int start, int end, Features scratch) {
    long key = Hashes.of(text, start, end);
    int slot = (int) key & entries.length - 1;
    Entry entry = entries[slot];
    if (entry == null || entry.key != key) {
      entry = make(key, text.substring(start, end), scratch);
      entries[slot] = entry;
    }
    return entry;
  }

  private Entry make(long key, String form, Features scratch) {
    Word word = Word.of(form, clusters);
    int longs = model.longs();
    long[] sums = new long[(2 * reach + 1) * longs];
    for (int offset = -reach; offset <= reach; offset++) {
      scratch.clear();
      features.collect(word, offset, scratch);
      model.add(scratch, sums, (offset + reach) * longs);
    }
    return new Entry(key, word, sums);
  }

  /** Adds to {@code scores} what the words around token {@code t} of [first, end) weigh. */
  void addSums(Entry[] words, int t, int first, int end, long[] scores) {
    int longs = model.longs();
    int from = Math.max(first, t - reach);
    int to = Math.min(end - 1, t + reach);
    for (int k = from; k <= to; k++) {
      long[] sums = words[k].sums;
      int at = (k - t + reach) * longs;
      for (int i = 0; i < longs; i++) {
        scores[i] += sums[at + i];
      }
    }
  }
}
