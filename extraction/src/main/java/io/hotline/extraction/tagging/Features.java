package io.hotline.extraction.tagging;

import java.util.Arrays;

/** The hashed features of one token, as they are collected. Not for sharing between threads. */
public final class Features {

  private int[] keys = new int[64];
  private int size;

  /** What {@link Weights} has read for each feature. */
  private long[] heads = new long[64];

  private int[] sums = new int[64];

  void clear() {
    size = 0;
  }

  /** Adds the feature of kind {@code kind} with the value {@code value}. */
  void add(int kind, long value) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
    }
    keys[size++] = (int) (Hashes.mix(value, kind) >>> 32);
  }

  void add(int kind, long a, long b) {
    add(kind, Hashes.mix(a, b));
  }

  void add(int kind, long a, long b, long c) {
    add(kind, Hashes.mix(Hashes.mix(a, b), c));
  }

  int size() {
    return size;
  }

  /** The features; those behind the first {@link #size} mean nothing. */
  int[] keys() {
    return keys;
  }

  /** Room for a number of each feature. */
  long[] heads() {
    if (heads.length < keys.length) {
      heads = new long[keys.length];
    }
    return heads;
  }

  /** Room for {@code count} sums at least, all 0. */
  int[] sums(int count) {
    if (sums.length < count) {
      sums = new int[count];
    }
    Arrays.fill(sums, 0, count, 0);
    return sums;
  }

  int[] toArray() {
    return Arrays.copyOf(keys, size);
  }
}
