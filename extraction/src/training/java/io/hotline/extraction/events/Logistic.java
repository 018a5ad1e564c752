package io.hotline.extraction.events;

import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression with an L2 prior over features that are there or not, by AdaGrad over all
 * examples at once, so that a run is repeatable.
 */
final class Logistic {

  private static final int EPOCHS = 240;
  private static final double RATE = 0.5;
  private static final double PRIOR = Double.parseDouble(System.getProperty("PRIOR", "1"));
  private static final double START = 1e-6;

  private final int features;

  /**
   * @param features how many there are; an example holds numbers below it
   */
  Logistic(int features) {
    this.features = features;
  }

  static double score(int[] example, double[] weights) {
    double sum = 0;
    for (int feature : example) {
      sum += weights[feature];
    }
    return sum;
  }

  static double probability(int[] example, double[] weights) {
    return 1 / (1 + Math.exp(-score(example, weights)));
  }

  /** The weights that tell the examples that are true. */
  double[] binary(List<int[]> examples, boolean[] truth) {
    double[] weights = new double[features];
    double[] squares = squares();
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      double[] gradient = gradient(weights);
      for (int i = 0; i < truth.length; i++) {
        int[] example = examples.get(i);
        double error = probability(example, weights) - (truth[i] ? 1 : 0);
        add(gradient, example, error);
      }
      step(weights, squares, gradient);
    }
    return weights;
  }

  /** For each class the weights that tell it from all others, learned together. */
  <E extends Enum<E>> double[][] multinomial(List<int[]> examples, List<E> truth, E[] values) {
    int classes = values.length;
    double[][] weights = new double[classes][features];
    double[][] squares = new double[classes][];
    Arrays.setAll(squares, c -> squares());
    double[] likely = new double[classes];
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      double[][] gradient = new double[classes][];
      Arrays.setAll(gradient, c -> gradient(weights[c]));
      for (int i = 0; i < truth.size(); i++) {
        int[] example = examples.get(i);
        for (int c = 0; c < classes; c++) {
          likely[c] = score(example, weights[c]);
        }
        ContactJudge.normalise(likely);
        for (int c = 0; c < classes; c++) {
          add(gradient[c], example, likely[c] - (truth.get(i).ordinal() == c ? 1 : 0));
        }
      }
      for (int c = 0; c < classes; c++) {
        step(weights[c], squares[c], gradient[c]);
      }
    }
    return weights;
  }

  private double[] squares() {
    double[] squares = new double[features];
    Arrays.fill(squares, START);
    return squares;
  }

  private static double[] gradient(double[] weights) {
    double[] gradient = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      gradient[i] = PRIOR * weights[i];
    }
    return gradient;
  }

  private static void add(double[] gradient, int[] example, double error) {
    for (int feature : example) {
      gradient[feature] += error;
    }
  }

  private static void step(double[] weights, double[] squares, double[] gradient) {
    for (int i = 0; i < weights.length; i++) {
      squares[i] += gradient[i] * gradient[i];
      weights[i] -= RATE * gradient[i] / Math.sqrt(squares[i]);
    }
  }
}
