package io.hotline.extraction.tagging;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Brown clusters (Brown et al. 1992): words that keep like company share the first bits of a path.
 * Words are known by 32 bits of their hash, in lower case, digits as 0; a word that has no cluster
 * is given one by mistake in about one of ten thousand cases.
 */
public final class Clusters {

  private static final String RESOURCE = "en/clusters.bin";

  private final int[] keys;
  private final short[] clusters;
  private final int[] paths;
  private final byte[] lengths;
  private final int mask;

  private Clusters(int[] paths, byte[] lengths, int capacity) {
    this.paths = paths;
    this.lengths = lengths;
    this.keys = new int[capacity];
    this.clusters = new short[capacity];
    this.mask = capacity - 1;
  }

  /** Loads the table in the jar. */
  public static Clusters load() {
    try (InputStream in = Clusters.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("resource " + RESOURCE + " is not in the jar");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + RESOURCE, e);
    }
  }

  /**
   * Reads the table: the paths of all clusters, then for each cluster its words' hashes, ascending,
   * as differences.
   */
  public static Clusters read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
    int count = in.readUnsignedShort();
    int words = in.readInt();
    int[] paths = new int[count];
    byte[] lengths = new byte[count];
    for (int c = 0; c < count; c++) {
      lengths[c] = in.readByte();
      paths[c] = in.readInt();
    }
    int capacity = Integer.highestOneBit(Math.max(2, words * 3 / 2)) << 1;
    Clusters table = new Clusters(paths, lengths, capacity);
    for (int c = 0; c < count; c++) {
      int members = Packed.readInt(in);
      int key = 0;
      for (int i = 0; i < members; i++) {
        key += Packed.readInt(in);
        table.put(key, c);
      }
    }
    return table;
  }

  private void put(int key, int cluster) {
    int slot = key & mask;
    while (clusters[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    keys[slot] = key;
    clusters[slot] = (short) (cluster + 1);
  }

  /** A word's key: 32 bits of the hash of its lower-case letters, each digit read as 0. */
  public static int key(String word) {
    return key(Word.normal(word));
  }

  static int key(long normal) {
    return (int) (normal >>> 20);
  }

  /** The cluster of a key; negative if it has none. */
  int find(int key) {
    int slot = key & mask;
    while (clusters[slot] != 0) {
      if (keys[slot] == key) {
        return (clusters[slot] & 0xffff) - 1;
      }
      slot = slot + 1 & mask;
    }
    return -1;
  }

  int path(int cluster) {
    return paths[cluster];
  }

  int length(int cluster) {
    return lengths[cluster];
  }
}
