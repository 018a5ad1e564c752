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

  /** Weights of a feature, with room to the end of a cache line. */
  private final int stride;

  private Rows rows = new Rows(1 << 23);
  private int[] counts = new int[1 << 23];
  private float[] weights = new float[0];
  private double[] sums = new double[0];
  private float[] means = new float[0];
  private final float[] transitions;
  private final double[] transitionSums;
  private final float[] transitionMeans;
  private long step = 1;

  Perceptron(int labels) {
    this.labels = labels;
    this.stride = labels + 15 & ~15;
    transitions = new float[(labels + 1) * labels];
    transitionSums = new double[(labels + 1) * labels];
    transitionMeans = new float[(labels + 1) * labels];
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
    weights = new float[(rows.size() + 1) * stride];
    sums = new double[(rows.size() + 1) * stride];
    means = new float[(rows.size() + 1) * stride];
    System.out.println(all + " features, " + rows.size() + " seen at least " + cutoff + " times");
  }

  /** Where in the weights the features are that have any. */
  int[] rows(int[] keys) {
    int[] found = new int[keys.length];
    int n = 0;
    for (int key : keys) {
      int row = rows.find(key) * stride;
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
    float[] from = weights;
    int n = labels;
    for (int row : rows) {
      for (int l = 0; l < n; l++) {
        scores[l] += from[row + l];
      }
    }
  }

  float transition(int before, int label) {
    return transitions[before * labels + label];
  }

  /** Moves the weights of features towards a label and away from another. */
  void update(int[] rows, int towards, int away) {
    for (int row : rows) {
      weights[row + towards] += 1;
      sums[row + towards] += step;
      weights[row + away] -= 1;
      sums[row + away] -= step;
    }
  }

  void updateTransition(int before, int label, float by) {
    int t = before * labels + label;
    transitions[t] += by;
    transitionSums[t] += (double) by * step;
  }

  /** Keeps the averaged weights of what was learned, and forgets it. */
  void endRound() {
    for (int i = 0; i < weights.length; i++) {
      means[i] += (float) (weights[i] - sums[i] / step);
    }
    for (int i = 0; i < transitions.length; i++) {
      transitionMeans[i] += (float) (transitions[i] - transitionSums[i] / step);
    }
    Arrays.fill(weights, 0);
    Arrays.fill(sums, 0);
    Arrays.fill(transitions, 0);
    Arrays.fill(transitionSums, 0);
    step = 1;
  }

  /** Scores from now on by the averaged weights of all rounds. */
  void end() {
    weights = means;
    System.arraycopy(transitionMeans, 0, transitions, 0, transitions.length);
    sums = new double[0];
  }

  /**
   * Writes the averaged weights as small whole numbers: the scale is such that one weight in two
   * thousand is cut at the limit.
   *
   * @param floor rows all of whose weights are smaller, in units of the scaled weights, are left
   *     out
   */
  void write(DataOutputStream out, double floor) throws IOException {
    float[] averaged = weights;
    float[] sizes = new float[weights.length];
    int n = 0;
    for (int i = stride; i < weights.length; i++) {
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
          int row = rows.find(key) * stride;
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
      int row = rows.find(kept[k]) * stride;
      for (int l = 0; l < labels; l++) {
        long scaled = Math.round(averaged[row + l] * scale);
        small[k][l] = (byte) Math.max(-Model.MAX_WEIGHT, Math.min(Model.MAX_WEIGHT, scaled));
      }
    }
    short[] smallTransitions = new short[transitions.length];
    for (int i = 0; i < transitions.length; i++) {
      smallTransitions[i] = (short) Math.round(transitions[i] * scale);
    }
    System.out.printf("%d weights, %d rows kept, scale %.3f%n", n, kept.length, scale);
    Model.write(out, labels, kept, small, smallTransitions);
  }
}
