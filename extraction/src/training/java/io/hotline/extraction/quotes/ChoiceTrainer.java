package io.hotline.extraction.quotes;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Fits one {@link ChoiceModel} by stochastic gradient ascent (AdaGrad, Duchi et al. 2011). */
final class ChoiceTrainer {

  private static final int EPOCHS = 8;
  private static final float RATE = 0.05f;
  private static final float DECAY = 0.003f;

  /** Weights are averaged over the epochs from this one on, at so many points of each. */
  private static final int WARM = 2;

  private static final int SNAPSHOTS = 5;

  /** The average goes over so many orders of the choices, as each leaves weights of its own. */
  private static final int ORDERS = 5;

  private record Choice(int[][] features, int right) {}

  private final int bits;
  private final int mask;
  private final float[] weights;
  private final List<Choice> choices = new ArrayList<>();
  private int unreachable;

  ChoiceTrainer(int bits) {
    this.bits = bits;
    this.mask = (1 << bits) - 1;
    this.weights = new float[1 << bits];
  }

  void add(Candidates candidates, int rightValue) {
    int right = -1;
    int[][] features = new int[candidates.count()][];
    for (int c = 0; c < features.length; c++) {
      features[c] = new int[candidates.endFeature(c) - candidates.firstFeature(c)];
      for (int i = 0; i < features[c].length; i++) {
        features[c][i] = candidates.feature(candidates.firstFeature(c) + i) & mask;
      }
      if (candidates.value(c) == rightValue && right < 0) {
        right = c;
      }
    }
    if (right < 0) {
      unreachable++;
    } else if (features.length > 1) {
      choices.add(new Choice(features, right));
    }
  }

  /** Returns a line that says how well the choices are fitted. */
  String train() {
    double[] total = new double[weights.length];
    int right = 0;
    for (int order = 0; order < ORDERS; order++) {
      right = train(new Random(7 + order), total);
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (total[i] / ORDERS);
    }
    return choices.size() + " choices, unreachable " + unreachable + ", fitted " + right;
  }

  /** Adds the weights that one order of the choices leads to; returns how many are fitted. */
  private int train(Random random, double[] sum) {
    Arrays.fill(weights, 0);
    float[] squares = new float[weights.length];
    double[] total = new double[weights.length];
    int snapshots = 0;
    int right = 0;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(choices, random);
      right = 0;
      int n = 0;
      for (Choice choice : choices) {
        right += step(choice, squares) ? 1 : 0;
        if (epoch >= WARM && ++n % Math.max(1, choices.size() / SNAPSHOTS) == 0) {
          for (int i = 0; i < weights.length; i++) {
            total[i] += weights[i];
          }
          snapshots++;
        }
      }
    }
    for (int i = 0; i < weights.length; i++) {
      sum[i] += total[i] / snapshots;
    }
    return right;
  }

  private boolean step(Choice choice, float[] squares) {
    int n = choice.features.length;
    double[] p = new double[n];
    double most = Double.NEGATIVE_INFINITY;
    int best = 0;
    for (int c = 0; c < n; c++) {
      float sum = 0;
      for (int f : choice.features[c]) {
        sum += weights[f];
      }
      p[c] = sum;
      if (sum > most) {
        most = sum;
        best = c;
      }
    }
    double total = 0;
    for (int c = 0; c < n; c++) {
      p[c] = Math.exp(p[c] - most);
      total += p[c];
    }
    for (int c = 0; c < n; c++) {
      float gradient = (float) ((c == choice.right ? 1 : 0) - p[c] / total);
      if (Math.abs(gradient) < 1e-4) {
        continue;
      }
      for (int f : choice.features[c]) {
        float g = gradient - DECAY * weights[f];
        squares[f] += g * g;
        weights[f] += RATE * g / (float) Math.sqrt(1e-3 + squares[f]);
      }
    }
    return best == choice.right;
  }

  void write(DataOutputStream out) throws IOException {
    float most = 1e-6f;
    for (float w : weights) {
      most = Math.max(most, Math.abs(w));
    }
    float scale = most / 127;
    out.writeByte(bits);
    out.writeFloat(scale);
    for (float w : weights) {
      out.writeByte(Math.round(w / scale));
    }
  }
}
