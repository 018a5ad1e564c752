package io.hotline.extraction.tagging;

import java.util.function.IntConsumer;

/** From the key of a feature to the number of its row: a hash table with open addressing. */
final class Rows {

  /** Key in the upper half, row in the lower; rows count from 1, and 0 is an empty slot. */
  private final long[] slots;

  /**
   * A bit for some of each key's own bits: tells of most keys without a row that they have none.
   */
  private final long[] filter;

  private int size;

  /**
   * @param count how many there will be at most
   */
  Rows(int count) {
    slots = new long[Integer.highestOneBit(Math.max(8, count)) << 2];
    filter = new long[Math.max(1, slots.length / 8)];
  }

  /** Gives the key the next row, if it has none yet. */
  int add(int key) {
    int slot = slot(key);
    while (slots[slot] != 0) {
      if ((int) (slots[slot] >>> 32) == key) {
        return (int) slots[slot];
      }
      slot = slot + 1 & slots.length - 1;
    }
    size++;
    filter[filterWord(key)] |= 1L << key;
    slots[slot] = (long) key << 32 | size;
    return size;
  }

  /** The row of the key; 0 if it has none. */
  int find(int key) {
    if ((filter[filterWord(key)] & 1L << key) == 0) {
      return 0;
    }
    int slot = slot(key);
    while (true) {
      long entry = slots[slot];
      if (entry == 0 || (int) (entry >>> 32) == key) {
        return (int) entry;
      }
      slot = slot + 1 & slots.length - 1;
    }
  }

  private int filterWord(int key) {
    return key >>> 6 & filter.length - 1;
  }

  private int slot(int key) {
    return key & slots.length - 1;
  }

  void forEach(IntConsumer keys) {
    for (long entry : slots) {
      if (entry != 0) {
        keys.accept((int) (entry >>> 32));
      }
    }
  }

  int size() {
    return size;
  }
}
