package io.hotline.extraction.tagging;

import java.util.Arrays;

/** The hashed features of one token, as they are collected. Not for sharing between threads. */
public final class Features {

  private int[] keys = new int[64];
  private int size;

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

  int key(int i) {
    return keys[i];
  }

  int[] toArray() {
    return Arrays.copyOf(keys, size);
  }
}
