package io.hotline.extraction.tagging;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The weights of an averaged perceptron while they are learned. Features are counted first; those
 * that are seen too seldom get no weights.
 */
final class Perceptron {

  private final int labels;
  private Rows rows = new Rows(1 << 23);
  private int[] counts = new int[1 << 23];
  private float[] weights = new float[0];
  private double[] sums = new double[0];
  private final float[] transitions;
  private final double[] transitionSums;
  private long step = 1;

  Perceptron(int labels) {
    this.labels = labels;
    transitions = new float[(labels + 1) * labels];
    transitionSums = new double[(labels + 1) * labels];
  }

  void count(int[] keys) {
    for (int key : keys) {
      int row = rows.add(key);
      if (row >= counts.length) {
        counts = Arrays.copyOf(counts, counts.length * 2);
      }
      counts[row]++;
    }
  }

  /** Gives weights to the features that were counted at least {@code cutoff} times. */
  void begin(int cutoff) {
    Rows kept = new Rows(rows.size());
    int all = rows.size();
    rows.forEach(
        key -> {
          if (counts[rows.find(key)] >= cutoff) {
            kept.add(key);
          }
        });
    rows = kept;
    counts = new int[0];
    weights = new float[(rows.size() + 1) * labels];
    sums = new double[(rows.size() + 1) * labels];
    System.out.println(all + " features, " + rows.size() + " seen at least " + cutoff + " times");
  }

  /** Where in the weights the features are that have any. */
  int[] rows(int[] keys) {
    int[] found = new int[keys.length];
    int n = 0;
    for (int key : keys) {
      int row = rows.find(key) * labels;
      if (row != 0) {
        found[n++] = row;
      }
    }
    return Arrays.copyOf(found, n);
  }

  void next() {
    step++;
  }

  void score(int[] rows, float[] scores) {
    for (int row : rows) {
      for (int l = 0; l < labels; l++) {
        scores[l] += weights[row + l];
      }
    }
  }

  float transition(int before, int label) {
    return transitions[before * labels + label];
  }

  void update(int[] rows, int label, float by) {
    for (int row : rows) {
      weights[row + label] += by;
      sums[row + label] += (double) by * step;
    }
  }

  void updateTransition(int before, int label, float by) {
    int t = before * labels + label;
    transitions[t] += by;
    transitionSums[t] += (double) by * step;
  }

  /**
   * Writes the averaged weights as small whole numbers: the scale is such that one weight in two
   * thousand is cut at the limit.
   *
   * @param floor rows all of whose weights are smaller, in units of the scaled weights, are left
   *     out
   */
  void write(DataOutputStream out, double floor) throws IOException {
    float[] averaged = new float[weights.length];
    float[] sizes = new float[weights.length];
    int n = 0;
    for (int i = labels; i < weights.length; i++) {
      averaged[i] = (float) (weights[i] - sums[i] / step);
      if (averaged[i] != 0) {
        sizes[n++] = Math.abs(averaged[i]);
      }
    }
    Arrays.sort(sizes, 0, n);
    double scale = Model.MAX_WEIGHT / sizes[(int) (n - 1 - n / 2000L)];
    Integer[] keys = new Integer[rows.size()];
    int[] at = {0};
    IntConsumer keep =
        key -> {
          int row = rows.find(key) * labels;
          for (int l = 0; l < labels; l++) {
            if (Math.abs(averaged[row + l] * scale) >= floor) {
              keys[at[0]++] = key;
              break;
            }
          }
        };
    rows.forEach(keep);
    Arrays.sort(keys, 0, at[0], Integer::compareUnsigned);
    int[] kept = new int[at[0]];
    byte[][] small = new byte[at[0]][labels];
    for (int k = 0; k < kept.length; k++) {
      kept[k] = keys[k];
      int row = rows.find(kept[k]) * labels;
      for (int l = 0; l < labels; l++) {
        long scaled = Math.round(averaged[row + l] * scale);
        small[k][l] = (byte) Math.max(-Model.MAX_WEIGHT, Math.min(Model.MAX_WEIGHT, scaled));
      }
    }
    short[] smallTransitions = new short[transitions.length];
    for (int i = 0; i < transitions.length; i++) {
      smallTransitions[i] = (short) Math.round((transitions[i] - transitionSums[i] / step) * scale);
    }
    System.out.printf("%d weights, %d rows kept, scale %.3f%n", n, kept.length, scale);
    Model.write(out, labels, kept, small, smallTransitions);
  }
}
