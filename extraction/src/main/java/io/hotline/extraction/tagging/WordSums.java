package io.hotline.extraction.tagging;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What words alone add to the scores of one model, so that the features of a word seen before need
 * not be looked up again. Bounded as the {@link WordCache} is, whose words it goes with.
 *
 * <p>Safe for any number of threads without a lock, as the cache is: an entry is immutable, and one
 * of another word is made anew.
 */
final class WordSums {

  /** Collects the features that depend on one word, as seen from a token {@code offset} before. */
  interface WordFeatures {
    void collect(Word word, int offset, Features features);
  }

  private static final class Entry {

    final Word word;
    final long[] sums;

    Entry(Word word, long[] sums) {
      this.word = word;
      this.sums = sums;
    }
  }

  private final @Nullable Entry[] entries = new @Nullable Entry[WordCache.SLOTS];

  /** By number of a cluster one of its words, with the sums that all words in the cluster have. */
  private final @Nullable Entry[] clusters;

  private final Model model;
  private final WordFeatures ofForm;
  private final WordFeatures ofCluster;
  private final int reach;
  private final int longs;

  /**
   * @param ofForm collects what a word has for itself
   * @param ofCluster collects what it has for its Brown cluster alone
   * @param reach features are collected for offsets -reach to +reach
   */
  WordSums(Model model, Clusters clusters, WordFeatures ofForm, WordFeatures ofCluster, int reach) {
    this.model = model;
    this.clusters = new @Nullable Entry[clusters.neighbours.count() + 1];
    this.ofForm = ofForm;
    this.ofCluster = ofCluster;
    this.reach = reach;
    this.longs = Lanes.longs(model.labels());
  }

  /** For each word in turn, for each offset in turn, the packed sums of its weights. */
  long[][] of(Word[] words, Features scratch) {
    long[][] sums = new long[words.length][];
    for (int t = 0; t < words.length; t++) {
      Word word = words[t];
      Entry entry = entries[word.place];
      if (entry == null || entry.word != word) {
        entry = make(word, scratch);
        entries[word.place] = entry;
      }
      sums[t] = entry.sums;
    }
    return sums;
  }

  private Entry make(Word word, Features scratch) {
    Entry shared = clusters[word.clusterNumber];
    if (shared == null) {
      shared = new Entry(word, sums(word, ofCluster, scratch));
      clusters[word.clusterNumber] = shared;
    }
    long[] sums = sums(word, ofForm, scratch);
    for (int i = 0; i < sums.length; i++) {
      sums[i] += shared.sums[i];
    }
    return new Entry(word, sums);
  }

  private long[] sums(Word word, WordFeatures features, Features scratch) {
    long[] sums = new long[(2 * reach + 1) * longs];
    int[] scores = new int[model.labels()];
    for (int offset = -reach; offset <= reach; offset++) {
      scratch.clear();
      features.collect(word, offset, scratch);
      Arrays.fill(scores, 0);
      model.add(scratch, scores);
      Lanes.pack(scores, sums, (offset + reach) * longs);
    }
    return sums;
  }

  /** How many longs a token's packed scores take. */
  int longs() {
    return longs;
  }

  /**
   * Adds to {@code scores} what the words around token {@code t} of [first, end) weigh.
   *
   * @param words as {@link #of} gives them
   */
  void add(long[][] words, int t, int first, int end, long[] scores) {
    int from = Math.max(first, t - reach);
    int to = Math.min(end - 1, t + reach);
    for (int k = from; k <= to; k++) {
      long[] sums = words[k];
      int at = (k - t + reach) * longs;
      for (int i = 0; i < longs; i++) {
        scores[i] += sums[at + i];
      }
    }
  }
}
