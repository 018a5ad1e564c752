package io.hotline.extraction.quotes;

import java.util.Arrays;

/** The ways a choice can go, each with its features. Reused from choice to choice. */
final class Candidates {

  private int count;
  private int[] value = new int[64];
  private int[] firstFeature = new int[65];
  private int[] features = new int[4096];
  private int used;

  void clear() {
    count = 0;
    used = 0;
  }

  /** Begins the next candidate. */
  void begin(int candidateValue) {
    if (count + 1 == value.length) {
      value = Arrays.copyOf(value, value.length * 2);
      firstFeature = Arrays.copyOf(firstFeature, value.length + 1);
    }
    value[count] = candidateValue;
    firstFeature[count] = used;
    count++;
    firstFeature[count] = used;
  }

  void add(int template, int a) {
    put(WordHash.mix(template * 0x2545F491 + 77, a));
  }

  void add(int template, int a, int b) {
    put(WordHash.mix(WordHash.mix(template * 0x2545F491 + 77, a), b));
  }

  void add(int template, int a, int b, int c) {
    put(WordHash.mix(WordHash.mix(WordHash.mix(template * 0x2545F491 + 77, a), b), c));
  }

  private void put(int feature) {
    append(feature);
  }

  private void append(int feature) {
    if (used == features.length) {
      features = Arrays.copyOf(features, used * 2);
    }
    features[used++] = feature;
    firstFeature[count] = used;
  }

  /**
   * Makes the only candidate so far the first of as many labels, each with the same features. A
   * feature's numbers for the labels are neighbours, so that their weights are too.
   *
   * @param labels at most four
   */
  void spread(int labels) {
    int to = used;
    for (int i = 0; i < to; i++) {
      features[i] <<= 2;
    }
    for (int label = 1; label < labels; label++) {
      begin(label);
      for (int i = 0; i < to; i++) {
        append(features[i] | label);
      }
    }
  }

  int count() {
    return count;
  }

  int value(int candidate) {
    return value[candidate];
  }

  int firstFeature(int candidate) {
    return firstFeature[candidate];
  }

  int endFeature(int candidate) {
    return firstFeature[candidate + 1];
  }

  int feature(int i) {
    return features[i];
  }
}
