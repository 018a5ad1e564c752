package io.hotline.extraction.tagging;

import java.util.Arrays;

/**
 * The weights of a model's features: a hash table with open addressing. Features are read in no
 * order, so what one costs is waiting for memory: its key stands with its weights in one slot of 16
 * bytes. Most features weigh for a few labels alone and name these; those that weigh for more have
 * a row elsewhere, a byte a label. Immutable once filled.
 */
final class Weights {

  /** So many labels and their weights fit in a slot, two beside the key and four after it. */
  static final int PAIRS = 6;

  private static final int PAIR_BITS = 16;

  /** Beside the key of a feature whose weights are in a row; that is where the row begins. */
  private static final int IN_ROW = -1;

  /** What is added to a weight in a row so that it is not negative: eight add up without carry. */
  private static final int BIAS = 128;

  private static final long EVEN = 0x00ff00ff00ff00ffL;

  private final int labels;

  /** How many longs hold a row. */
  private final int stride;

  /** The lowest bits of a key name its slot, or the first one to look in. */
  private final int mask;

  /** Two longs a slot: the key in the lower half of the first; both 0 in an empty one. */
  private final long[] slots;

  private final long[] rows;

  /**
   * @param keys of the features, each once
   * @param weights for each key its weights, each above the 8 bits of its label
   */
  Weights(int labels, int[] keys, short[][] weights) {
    this.labels = labels;
    stride = (labels + Long.BYTES - 1) / Long.BYTES;
    int capacity = Integer.highestOneBit(Math.max(8, keys.length - 1)) << 2;
    mask = capacity - 1;
    slots = new long[2 * capacity];
    long[] filled = new long[keys.length * stride];
    int end = 0;
    for (int k = 0; k < keys.length; k++) {
      int at = freeSlot(keys[k]);
      if (weights[k].length <= PAIRS) {
        putPairs(at, keys[k], weights[k]);
      } else {
        slots[at] = (long) IN_ROW << Integer.SIZE | keys[k] & 0xffffffffL;
        slots[at + 1] = end;
        putRow(filled, end, weights[k]);
        end += stride;
      }
    }
    rows = Arrays.copyOf(filled, end);
  }

  private int slot(int key) {
    return (key & mask) << 1;
  }

  private int next(int slot) {
    return slot + 2 & slots.length - 1;
  }

  private int freeSlot(int key) {
    int at = slot(key);
    while (slots[at] != 0) {
      at = next(at);
    }
    return at;
  }

  /** Fills up with labels of no meaning, each another one, that weigh nothing. */
  private void putPairs(int at, int key, short[] weights) {
    slots[at] = key & 0xffffffffL;
    for (int i = 0; i < PAIRS; i++) {
      int pair = i < weights.length ? weights[i] & 0xffff : labels + i;
      int place = i + Integer.SIZE / PAIR_BITS;
      slots[at + place / 4] |= (long) pair << PAIR_BITS * (place % 4);
    }
  }

  private void putRow(long[] filled, int at, short[] weights) {
    int[] biased = new int[labels];
    Arrays.fill(biased, BIAS);
    for (short weight : weights) {
      biased[weight & 0xff] += weight >> 8;
    }
    for (int l = 0; l < labels; l++) {
      filled[at + l / Long.BYTES] |= (long) biased[l] << 8 * (l % Long.BYTES);
    }
  }

  /**
   * Adds the weights of features to the scores of the labels. First reads the slots of all, then
   * looks at them, so that the machine waits for the memory of many at a time.
   *
   * @param features are used up
   */
  void add(Features features, int[] scores) {
    int size = features.size();
    int[] keys = features.keys();
    long[] heads = features.heads();
    int[] sums = features.sums(labels + PAIRS);
    for (int f = 0; f < size; f++) {
      heads[f] = slots[slot(keys[f])];
    }
    int inRows = 0;
    for (int f = 0; f < size; f++) {
      int key = keys[f];
      int at = slot(key);
      long head = heads[f];
      while ((int) head != key && head != 0) {
        at = next(at);
        head = slots[at];
      }
      if ((int) (head >> Integer.SIZE) == IN_ROW) {
        keys[inRows++] = (int) slots[at + 1];
      } else if (head != 0) {
        addPairs(head, slots[at + 1], sums);
      }
    }
    if (inRows > 0) {
      addRows(keys, inRows, sums);
    }
    for (int l = 0; l < labels; l++) {
      scores[l] += sums[l];
    }
  }

  private static void addPairs(long head, long tail, int[] sums) {
    addPair((int) (head >>> 2 * PAIR_BITS), sums);
    addPair((int) (head >>> 3 * PAIR_BITS), sums);
    addPair((int) tail, sums);
    addPair((int) (tail >>> PAIR_BITS), sums);
    addPair((int) (tail >>> 2 * PAIR_BITS), sums);
    addPair((int) (tail >>> 3 * PAIR_BITS), sums);
  }

  private static void addPair(int pair, int[] sums) {
    sums[pair & 0xff] += (byte) (pair >> 8);
  }

  private void addRows(int[] starts, int count, int[] sums) {
    for (int i = 0; i < stride; i++) {
      long even = 0;
      long odd = 0;
      for (int f = 0; f < count; f++) {
        long weights = rows[starts[f] + i];
        even += weights & EVEN;
        odd += weights >>> 8 & EVEN;
      }
      int end = Math.min(labels, (i + 1) * Long.BYTES);
      for (int label = i * Long.BYTES; label < end; label += 2) {
        sums[label] += (int) (even & 0xffff) - BIAS * count;
        sums[label + 1] += (int) (odd & 0xffff) - BIAS * count;
        even >>>= 16;
        odd >>>= 16;
      }
    }
  }
}
