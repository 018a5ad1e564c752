package io.hotline.extraction.entities;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * The words of the tables, numbered from 0. A word of a text is looked up where it stands, without
 * a string being made of it: letters are compared without case and without accents. Words that are
 * spellings of one ({@code Sergei}, {@code Sergey}) share a number.
 *
 * <p>Words are only added while the who-is-who is being loaded; afterwards it is safe for use by
 * any number of threads.
 */
final class Vocabulary {

  static final int NONE = -1;

  private static final char[] FOLD = foldTable();

  /** Open hash table of 64-bit hashes, which stand for the words themselves; 0 is free. */
  private long[] hashes = new long[1 << 12];

  private int[] numbers = new int[1 << 12];
  private int used;
  private String[] words = new String[1 << 11];
  private int[] traits = new int[1 << 11];
  private int size;

  private static char[] foldTable() {
    char[] table = new char[0x250];
    for (char c = 0; c < table.length; c++) {
      String base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
      table[c] = Character.toLowerCase(base.charAt(0));
    }
    table['ø'] = 'o';
    table['Ø'] = 'o';
    table['ł'] = 'l';
    table['Ł'] = 'l';
    table['đ'] = 'd';
    table['Đ'] = 'd';
    table['ı'] = 'i';
    return table;
  }

  /** The letter without case and accent; a curly apostrophe as a straight one. */
  static char fold(char c) {
    if (c < FOLD.length) {
      return FOLD[c];
    }
    return c == '\u2019' || c == '\u02bb' ? '\'' : Character.toLowerCase(c);
  }

  private static long hash(char[] text, int start, int end) {
    long hash = 0xcbf29ce484222325L;
    for (int i = start; i < end; i++) {
      char c = text[i];
      hash = (hash ^ (c < FOLD.length ? FOLD[c] : fold(c))) * 0x100000001b3L;
    }
    hash ^= hash >>> 29;
    hash *= 0x9E3779B97F4A7C15L;
    return hash == 0 ? 1 : hash;
  }

  /** The number of a stretch of text, or {@link #NONE}. */
  int find(char[] text, int start, int end) {
    long hash = hash(text, start, end);
    int mask = hashes.length - 1;
    for (int slot = (int) (hash >>> 40) & mask; ; slot = slot + 1 & mask) {
      long there = hashes[slot];
      if (there == hash) {
        return numbers[slot];
      } else if (there == 0) {
        return NONE;
      }
    }
  }

  /** The number of a word, which is added if it is new. */
  int add(String word) {
    char[] text = word.toCharArray();
    int found = find(text, 0, text.length);
    if (found >= 0) {
      return found;
    }
    if (size == words.length) {
      words = Arrays.copyOf(words, size * 2);
      traits = Arrays.copyOf(traits, size * 2);
    }
    put(hash(text, 0, text.length), size);
    for (int i = 0; i < text.length; i++) {
      text[i] = fold(text[i]);
    }
    words[size] = new String(text);
    return size++;
  }

  /** Makes the second word a spelling of the first. */
  void alias(String word, String spelling) {
    int number = add(word);
    put(hash(spelling.toCharArray(), 0, spelling.length()), number);
  }

  private void put(long hash, int number) {
    if (used * 3 >= hashes.length) {
      grow();
    }
    int mask = hashes.length - 1;
    int slot = (int) (hash >>> 40) & mask;
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = slot + 1 & mask;
    }
    used += hashes[slot] == 0 ? 1 : 0;
    hashes[slot] = hash;
    numbers[slot] = number;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldNumbers = numbers;
    hashes = new long[oldHashes.length * 2];
    numbers = new int[oldHashes.length * 2];
    used = 0;
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldHashes[i] != 0) {
        put(oldHashes[i], oldNumbers[i]);
      }
    }
  }

  int size() {
    return size;
  }

  /** The word with the number, folded. */
  String word(int number) {
    return words[number];
  }

  /** Gives a word a trait; see {@link Trait}. */
  void mark(int number, int trait) {
    traits[number] |= trait;
  }

  /** The traits of a word, 0 for {@link #NONE}. */
  int traits(int number) {
    return number < 0 ? 0 : traits[number];
  }
}
