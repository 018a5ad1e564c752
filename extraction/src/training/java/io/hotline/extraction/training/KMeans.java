package io.hotline.extraction.training;

import java.util.Arrays;
import java.util.Random;

/** Spherical k-means (Dhillon and Modha 2001): clusters of vectors by direction. */
final class KMeans {

  /** [dimension][cluster]: laid out so that one vector is compared with all clusters in a sweep. */
  private final float[][] centers;

  private final float[] likeness;

  private KMeans(int dimensions, int clusters) {
    centers = new float[dimensions][clusters];
    likeness = new float[clusters];
  }

  /** Finds clusters of vectors of length 1. */
  static KMeans of(float[][] vectors, int clusters, int rounds, long seed) {
    Random random = new Random(seed);
    KMeans means = new KMeans(vectors[0].length, clusters);
    for (int k = 0; k < clusters; k++) {
      means.place(k, vectors[random.nextInt(vectors.length)]);
    }
    for (int round = 0; round < rounds; round++) {
      float[][] sums = new float[clusters][vectors[0].length];
      for (float[] vector : vectors) {
        float[] sum = sums[means.nearest(vector)];
        for (int d = 0; d < vector.length; d++) {
          sum[d] += vector[d];
        }
      }
      for (int k = 0; k < clusters; k++) {
        boolean empty = !normalize(sums[k]);
        means.place(k, empty ? vectors[random.nextInt(vectors.length)] : sums[k]);
      }
    }
    return means;
  }

  private void place(int cluster, float[] vector) {
    for (int d = 0; d < centers.length; d++) {
      centers[d][cluster] = vector[d];
    }
  }

  /** Makes the vector's length 1; false if it is 0. */
  static boolean normalize(float[] vector) {
    double square = 0;
    for (float x : vector) {
      square += x * x;
    }
    if (square == 0) {
      return false;
    }
    float length = (float) Math.sqrt(square);
    for (int d = 0; d < vector.length; d++) {
      vector[d] /= length;
    }
    return true;
  }

  float[][] centers() {
    float[][] vectors = new float[likeness.length][centers.length];
    for (int k = 0; k < vectors.length; k++) {
      for (int d = 0; d < centers.length; d++) {
        vectors[k][d] = centers[d][k];
      }
    }
    return vectors;
  }

  int nearest(float[] vector) {
    Arrays.fill(likeness, 0);
    for (int d = 0; d < vector.length; d++) {
      float x = vector[d];
      float[] row = centers[d];
      for (int k = 0; k < likeness.length; k++) {
        likeness[k] += x * row[k];
      }
    }
    int best = 0;
    for (int k = 1; k < likeness.length; k++) {
      best = likeness[k] > likeness[best] ? k : best;
    }
    return best;
  }
}
