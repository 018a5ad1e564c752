package io.hotline.extraction.tagging;

/**
 * Four signed 16-bit numbers in a {@code long}, as the sum of each times a power of 2^16: so
 * packed, they are added four at once by adding the longs. Each sum must stay within 16 bits.
 */
final class Lanes {

  static final int LANES = 4;
  private static final int BITS = 16;

  private Lanes() {}

  /** How many longs hold {@code count} numbers. */
  static int longs(int count) {
    return (count + LANES - 1) / LANES;
  }

  /** Writes numbers to the longs at {@code to}. */
  static void pack(int[] numbers, long[] packed, int to) {
    for (int i = 0; i < numbers.length; i++) {
      packed[to + i / LANES] += (long) numbers[i] << BITS * (i % LANES);
    }
  }

  /** Reads {@code count} numbers from the longs at {@code from} into {@code numbers}. */
  static void unpack(long[] packed, int from, int[] numbers, int count) {
    for (int i = 0, k = from; i < count; k++) {
      long rest = packed[k];
      int end = Math.min(i + LANES, count);
      for (; i < end; i++) {
        short value = (short) rest;
        numbers[i] = value;
        rest = rest - value >> BITS;
      }
    }
  }
}
