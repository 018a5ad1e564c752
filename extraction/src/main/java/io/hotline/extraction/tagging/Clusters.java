package io.hotline.extraction.tagging;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.SortedSet;

/**
 * Which words are of a kind, in two senses: those that keep like company next to them (Brown et al.
 * 1992), words in lower case with digits as 0; and those whose vectors, made from a wider company,
 * point the same way, words as written. Immutable.
 */
public final class Clusters {

  /** In the path of a vector's cluster the lowest bits number it, those above its group. */
  public static final int VECTOR_BITS = 10;

  private static final String NEIGHBOURS = "en/clusters.bin";
  private static final String VECTORS = "en/vectors.bin";

  final ClusterTable neighbours;
  final ClusterTable vectors;

  private Clusters(ClusterTable neighbours, ClusterTable vectors) {
    this.neighbours = neighbours;
    this.vectors = vectors;
  }

  /** Loads the tables in the jar. */
  public static Clusters load() {
    try (InputStream neighbours = open(NEIGHBOURS);
        InputStream vectors = open(VECTORS)) {
      return read(neighbours, vectors);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + NEIGHBOURS + " or " + VECTORS, e);
    }
  }

  private static InputStream open(String resource) {
    InputStream in = Clusters.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("resource " + resource + " is not in the jar");
    }
    return in;
  }

  /** Reads the two tables. */
  public static Clusters read(InputStream neighbours, InputStream vectors) throws IOException {
    return new Clusters(ClusterTable.read(neighbours), ClusterTable.read(vectors));
  }

  /** The key of a word among those clustered by neighbours. */
  public static int neighbourKey(String word) {
    return ClusterTable.key(Word.normal(word));
  }

  /** The key of a word among those clustered by vectors. */
  public static int vectorKey(String word) {
    return ClusterTable.key(Hashes.of(word));
  }

  /** The number of a word's cluster by vectors, from 1; 0 if it has none. */
  public int vectorCluster(String word) {
    return vectors.find(vectorKey(word)) + 1;
  }

  /** The number of a word's cluster by neighbours, from 1; 0 if it has none. */
  public int neighbourCluster(String word) {
    return neighbours.find(neighbourKey(word)) + 1;
  }

  /**
   * Writes a table as {@link #read} reads it.
   *
   * @param paths of the clusters
   * @param lengths of the paths
   * @param members the keys of each cluster's words, ascending as unsigned numbers
   */
  public static void write(
      DataOutputStream out,
      int[] paths,
      byte[] lengths,
      Collection<? extends SortedSet<Integer>> members)
      throws IOException {
    out.writeShort(paths.length);
    out.writeInt(members.stream().mapToInt(SortedSet::size).sum());
    for (int c = 0; c < paths.length; c++) {
      out.writeByte(lengths[c]);
      out.writeInt(paths[c]);
    }
    for (SortedSet<Integer> keys : members) {
      Packed.writeInt(out, keys.size());
      int last = 0;
      for (int key : keys) {
        Packed.writeInt(out, key - last);
        last = key;
      }
    }
  }
}
