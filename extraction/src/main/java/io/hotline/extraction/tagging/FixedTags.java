package io.hotline.extraction.tagging;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;

/** Words that have one tag whatever stands around them, known by the hash of their form. */
final class FixedTags {

  private final long[] keys;
  private final byte[] tags;

  private FixedTags(int words) {
    int capacity = Integer.highestOneBit(Math.max(1, words)) << 2;
    keys = new long[capacity];
    tags = new byte[capacity];
  }

  static FixedTags read(DataInputStream in) throws IOException {
    int words = in.readInt();
    FixedTags fixed = new FixedTags(words);
    for (int i = 0; i < words; i++) {
      fixed.put(in.readLong(), in.readByte());
    }
    return fixed;
  }

  static void write(DataOutputStream out, Map<Long, Integer> tags) throws IOException {
    out.writeInt(tags.size());
    for (Map.Entry<Long, Integer> entry : tags.entrySet()) {
      out.writeLong(entry.getKey());
      out.writeByte(entry.getValue());
    }
  }

  private void put(long key, byte tag) {
    int slot = slot(key);
    while (keys[slot] != 0) {
      slot = slot + 1 & keys.length - 1;
    }
    keys[slot] = key;
    tags[slot] = tag;
  }

  private int slot(long key) {
    return (int) (key >>> 32) & keys.length - 1;
  }

  /** The tag of the word with this key; negative if it may have several. */
  int tag(long key) {
    int slot = slot(key);
    while (keys[slot] != 0) {
      if (keys[slot] == key) {
        return tags[slot];
      }
      slot = slot + 1 & keys.length - 1;
    }
    return -1;
  }
}
