package io.hotline.extraction.quotes;

import java.util.Arrays;
import java.util.List;

/** A fixed map from word hashes to small numbers, by open addressing. */
final class LongIndex {

  private final long[] keys;
  private final int[] values;
  private final int mask;

  /** Maps each key to its place in the list. */
  LongIndex(List<Long> ordered) {
    int size = Integer.highestOneBit(Math.max(8, ordered.size() * 4));
    mask = size - 1;
    keys = new long[size];
    values = new int[size];
    Arrays.fill(values, -1);
    for (int i = 0; i < ordered.size(); i++) {
      int slot = slot(ordered.get(i));
      keys[slot] = ordered.get(i);
      values[slot] = i;
    }
  }

  private int slot(long key) {
    int i = (int) (key ^ (key >>> 32)) & mask;
    while (values[i] >= 0 && keys[i] != key) {
      i = (i + 1) & mask;
    }
    return i;
  }

  /** The number of a key, or -1. */
  int get(long key) {
    return values[slot(key)];
  }
}
