package io.hotline.extraction.quotes;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * A log-linear choice among candidates: the features of each are hashed into one table of weights,
 * and the probability of a candidate goes with the exponential of its sum (conditional logit, as in
 * Berger, Della Pietra and Della Pietra 1996; feature hashing as in Weinberger et al. 2009).
 * Immutable.
 */
final class ChoiceModel {

  private final byte[] weights;
  private final float scale;
  private final int mask;

  ChoiceModel(byte[] weights, float scale) {
    if (Integer.bitCount(weights.length) != 1) {
      throw new IllegalArgumentException(weights.length + " weights; a power of two is needed");
    }
    this.weights = weights.clone();
    this.scale = scale;
    this.mask = weights.length - 1;
  }

  static ChoiceModel read(DataInputStream in) throws IOException {
    byte[] weights = new byte[1 << in.readUnsignedByte()];
    float scale = in.readFloat();
    in.readFully(weights);
    return new ChoiceModel(weights, scale);
  }

  private int sum(Candidates candidates, int c) {
    int sum = 0;
    for (int i = candidates.firstFeature(c); i < candidates.endFeature(c); i++) {
      sum += weights[candidates.feature(i) & mask];
    }
    return sum;
  }

  /** The best candidate, the first of equals; -1 if there is none. */
  int best(Candidates candidates) {
    int best = -1;
    int most = Integer.MIN_VALUE;
    for (int c = 0; c < candidates.count(); c++) {
      int sum = sum(candidates, c);
      if (sum > most) {
        most = sum;
        best = c;
      }
    }
    return best;
  }

  /**
   * The best of some labels that share the features of the only candidate.
   *
   * @param scores gets the score of each label, as a logarithm of odds
   */
  int label(Candidates candidates, float[] scores) {
    int a = 0;
    int b = 0;
    int c = 0;
    int d = 0;
    for (int i = candidates.firstFeature(0); i < candidates.endFeature(0); i++) {
      int at = candidates.feature(i) << 2 & mask;
      a += weights[at];
      b += weights[at | 1];
      c += weights[at | 2];
      d += weights[at | 3];
    }
    int best = 0;
    for (int label = 0; label < scores.length; label++) {
      scores[label] = scale * (label == 0 ? a : label == 1 ? b : label == 2 ? c : d);
      if (scores[label] > scores[best]) {
        best = label;
      }
    }
    return best;
  }
}
