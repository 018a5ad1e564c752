package io.hotline.extraction.tagging;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Clusters of words, each known by a path of bits whose beginnings name larger clusters. A word is
 * known by 32 bits of a hash; one that has no cluster is given one by mistake in about one of ten
 * thousand cases.
 */
final class ClusterTable {

  private final int[] keys;
  private final short[] clusters;
  private final int[] paths;
  private final byte[] lengths;
  private final int mask;

  private ClusterTable(int[] paths, byte[] lengths, int capacity) {
    this.paths = paths;
    this.lengths = lengths;
    this.keys = new int[capacity];
    this.clusters = new short[capacity];
    this.mask = capacity - 1;
  }

  /**
   * Reads the table: the paths of all clusters, then for each cluster its words' hashes, ascending,
   * as differences.
   */
  static ClusterTable read(InputStream stream) throws IOException {
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
    ClusterTable table = new ClusterTable(paths, lengths, capacity);
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

  /** The key of a word with this hash. */
  static int key(long hash) {
    return (int) (hash >>> 20);
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

  /** How many clusters there are; they are numbered from 0. */
  int count() {
    return paths.length;
  }

  int path(int cluster) {
    return paths[cluster];
  }

  int length(int cluster) {
    return lengths[cluster];
  }
}
