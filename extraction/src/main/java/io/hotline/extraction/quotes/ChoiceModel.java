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
    return best(candidates, 0);
  }

  /** The best candidate but for some at the beginning. */
  int best(Candidates candidates, int from) {
    int best = -1;
    int most = Integer.MIN_VALUE;
    for (int c = from; c < candidates.count(); c++) {
      int sum = sum(candidates, c);
      if (sum > most) {
        most = sum;
        best = c;
      }
    }
    return best;
  }

  /** By how much a candidate is ahead of another, as a logarithm of odds. */
  float score(Candidates candidates, int c) {
    return sum(candidates, c) * scale;
  }
}
