package io.hotline.extraction.training;

import io.hotline.extraction.tagging.Clusters;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** Clusters the teacher's word vectors, and writes the clusters as {@link Clusters} reads them. */
final class BuildVectorClusters {

  private static final String LEXICON = "en-word-embeddings-undigitalized.xz";
  private static final int CLUSTERS = 800;
  private static final int GROUPS = 100;
  private static final int GROUP_BITS = 7;

  /** Clusters are found among so many words, and all others put to the nearest. */
  private static final int SAMPLE = 80_000;

  private static final int ROUNDS = 12;
  private static final int GROUP_ROUNDS = 20;
  private static final long SEED = 5;

  private BuildVectorClusters() {}

  /** Argument: the file to write. */
  public static void main(String[] args) throws IOException {
    Map<String, float[]> read = TeacherLexicon.read(LEXICON);
    TreeMap<String, float[]> vectors = new TreeMap<>(read);
    vectors.values().removeIf(vector -> !KMeans.normalize(vector));
    List<float[]> all = new ArrayList<>(vectors.values());
    Random random = new Random(SEED);
    float[][] sample = new float[SAMPLE][];
    Arrays.setAll(sample, i -> all.get(random.nextInt(all.size())));
    KMeans clusters = KMeans.of(sample, CLUSTERS, ROUNDS, SEED);
    float[][] centers = clusters.centers();
    KMeans groups = KMeans.of(centers, GROUPS, GROUP_ROUNDS, SEED);
    List<TreeSet<Integer>> members = new ArrayList<>();
    int[] paths = new int[CLUSTERS];
    for (int k = 0; k < CLUSTERS; k++) {
      members.add(new TreeSet<>(Integer::compareUnsigned));
      paths[k] = groups.nearest(centers[k]) << Clusters.VECTOR_BITS | k;
    }
    vectors.forEach(
        (word, vector) -> members.get(clusters.nearest(vector)).add(Clusters.vectorKey(word)));
    byte[] lengths = new byte[CLUSTERS];
    Arrays.fill(lengths, (byte) (GROUP_BITS + Clusters.VECTOR_BITS));
    try (DataOutputStream out = TeacherLexicon.output(Path.of(args[0]))) {
      Clusters.write(out, paths, lengths, members);
    }
    System.out.println(vectors.size() + " words in " + CLUSTERS + " clusters of vectors");
  }
}
