package io.hotline.extraction.tagging;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;

/**
 * Lists of names (a gazetteer): for a run of words, the lists it is on, as bits. A run and each of
 * its beginnings are known by 32 bits of a hash of its words in lower case, so that a run is found
 * by extending it a word at a time.
 */
public final class Phrases {

  /** Longer names are not looked for. */
  public static final int MAX_WORDS = 6;

  /** The lists of states (1) and cities (6). */
  private static final int PLACES = 1 << 1 | 1 << 6;

  /** As well those of inhabitants (5) and of parts of federal states (7). */
  private static final int POLITICAL = 1 << 1 | 1 << 5 | 1 << 6 | 1 << 7;

  /** The fewest slots with which a key, less what its place says of it, fits beside its kind. */
  private static final int MIN_CAPACITY = 1 << 18;

  private static final int KIND_BITS = 8;

  /**
   * A hash table with open addressing, 0 for a free slot. The lowest 8 bits are the kind; the
   * others are the bits of the key above those that name its first slot, and above these how many
   * slots behind that it stands. So one look tells key and kind.
   */
  private final int[] slots;

  /** How many bits of a key name its first slot. */
  private final int slotBits;

  /** The sets of lists that occur; a run names one by number. */
  private final int[] palette;

  private final int mask;

  private Phrases(int count, int[] palette) {
    int capacity = Math.max(MIN_CAPACITY, Integer.highestOneBit(count * 5 / 4) << 1);
    this.slots = new int[capacity];
    this.slotBits = Integer.numberOfTrailingZeros(capacity);
    this.palette = palette;
    this.mask = capacity - 1;
  }

  /** Reads what {@link #write} wrote. */
  public static Phrases read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
    int[] palette = new int[in.readUnsignedByte() + 1];
    for (int i = 1; i < palette.length; i++) {
      palette[i] = in.readInt();
    }
    int count = in.readInt();
    Phrases phrases = new Phrases(count, palette);
    int key = 0;
    for (int i = 0; i < count; i++) {
      key += Packed.readInt(in);
      phrases.put(key, in.readUnsignedByte());
    }
    return phrases;
  }

  /**
   * Writes a table.
   *
   * @param lists by key, ascending as unsigned numbers; 0 for a run that only begins longer ones.
   *     At most 255 different sets of lists
   */
  public static void write(DataOutputStream out, SortedMap<Integer, Integer> lists)
      throws IOException {
    int[] palette = lists.values().stream().mapToInt(Integer::intValue).distinct().toArray();
    out.writeByte(palette.length);
    for (int set : palette) {
      out.writeInt(set);
    }
    out.writeInt(lists.size());
    int last = 0;
    for (SortedMap.Entry<Integer, Integer> entry : lists.entrySet()) {
      Packed.writeInt(out, entry.getKey() - last);
      last = entry.getKey();
      int kind = 0;
      while (palette[kind] != entry.getValue()) {
        kind++;
      }
      out.writeByte(kind + 1);
    }
  }

  private void put(int key, int kind) {
    int slot = key & mask;
    long rest = key >>> slotBits;
    while (slots[slot] != 0 && slots[slot] >>> KIND_BITS != rest) {
      slot = slot + 1 & mask;
      rest += farther();
    }
    if (rest >= 1L << Integer.SIZE - KIND_BITS) {
      throw new IllegalStateException("too many phrases share a place in the table");
    }
    slots[slot] = (int) rest << KIND_BITS | kind;
  }

  /** What one slot farther from its first adds to what is kept of a key. */
  private int farther() {
    return 1 << Integer.SIZE - slotBits;
  }

  /** The hash of a run of words that begins with the run {@code before} (0 for none). */
  public static long extend(long before, String word) {
    return extend(before, Word.normal(word));
  }

  static long extend(long before, long normal) {
    return Hashes.mix(before, normal);
  }

  /** The key of the run with this hash. */
  public static int key(long run) {
    return (int) (run >>> 24);
  }

  /** The lists of the run; 0 if it only begins others, negative if it does not even that. */
  int find(long run) {
    int key = key(run);
    int slot = key & mask;
    int rest = key >>> slotBits;
    while (slots[slot] != 0) {
      if (slots[slot] >>> KIND_BITS == rest) {
        return palette[slots[slot] & 0xff];
      }
      slot = slot + 1 & mask;
      rest += farther();
    }
    return -1;
  }

  /** Whether the mark says that a state or a city ends there. */
  static boolean endsPlace(int mark) {
    return (mark >> 16 & 2) != 0 && (mark & PLACES) != 0;
  }

  /** Whether the tokens [first, end) are a state, a nation's name or a city. */
  boolean isPolitical(Word[] words, int first, int end) {
    long run = 0;
    for (int t = first; t < end; t++) {
      run = extend(run, words[t].lower);
    }
    int found = find(run);
    return found > 0 && (found & POLITICAL) != 0;
  }

  /**
   * Marks the tokens of [first, end) that are in a listed run: its lists in the lower 16 bits, and
   * above them the place in the run (0 inside, 1 first, 2 last, 3 alone) and a bit that is set. Of
   * the runs that begin at a token the longest counts, of those that overlap the later. A run
   * begins and ends with a capital, but for sentences that have none.
   *
   * @param marks [token], 0 before
   */
  void mark(Word[] words, int first, int end, Style style, int[] marks) {
    boolean lower = style == Style.LOWER;
    for (int t = first; t < end; t++) {
      Word word = words[t];
      if (!word.capital && !word.digit && !lower) {
        continue;
      }
      long run = 0;
      int length = 0;
      int lists = 0;
      for (int k = t; k < Math.min(end, t + MAX_WORDS); k++) {
        run = extend(run, words[k].lower);
        int found = find(run);
        if (found < 0) {
          break;
        }
        if (found > 0 && (!words[k].lowerCase || lower && (k > t || (found & PLACES) != 0))) {
          length = k - t + 1;
          lists = found;
        }
      }
      for (int k = t; k < t + length; k++) {
        int place = length == 1 ? 3 : k == t ? 1 : k == t + length - 1 ? 2 : 0;
        if (marks[k] == 0 || length > 1) {
          marks[k] = 1 << 20 | place << 16 | lists;
        }
      }
    }
  }
}
