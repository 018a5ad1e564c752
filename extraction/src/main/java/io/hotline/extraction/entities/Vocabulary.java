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

  private int[] slots = new int[1 << 12];
  private int[] hashes = new int[1 << 11];
  private String[] words = new String[1 << 11];
  private int[] numbers = new int[1 << 11];
  private int[] traits = new int[1 << 11];
  private int size;

  Vocabulary() {
    Arrays.fill(slots, NONE);
  }

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

  private static int hash(CharSequence text, int start, int end) {
    int hash = 0x811c9dc5;
    for (int i = start; i < end; i++) {
      hash = (hash ^ fold(text.charAt(i))) * 0x01000193;
    }
    return hash ^ hash >>> 15;
  }

  /** The number of a stretch of text, or {@link #NONE}. */
  int find(String text, int start, int end) {
    int i = index(text, start, end);
    return i < 0 ? NONE : numbers[i];
  }

  private int index(String text, int start, int end) {
    int hash = hash(text, start, end);
    for (int slot = hash & slots.length - 1; ; slot = slot + 1 & slots.length - 1) {
      int i = slots[slot];
      if (i == NONE || hashes[i] == hash && same(words[i], text, start, end)) {
        return i;
      }
    }
  }

  private static boolean same(String word, String text, int start, int end) {
    if (word.length() != end - start) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != fold(text.charAt(start + i))) {
        return false;
      }
    }
    return true;
  }

  /** The number of a word, which is added if it is new. */
  int add(String word) {
    return add(word, 0, word.length());
  }

  int add(String text, int start, int end) {
    int found = index(text, start, end);
    if (found >= 0) {
      return numbers[found];
    }
    if (size * 2 >= slots.length) {
      grow();
    }
    char[] folded = new char[end - start];
    for (int i = 0; i < folded.length; i++) {
      folded[i] = fold(text.charAt(start + i));
    }
    words[size] = new String(folded);
    hashes[size] = hash(text, start, end);
    numbers[size] = size;
    put(size);
    return size++;
  }

  /** Makes the second word a spelling of the first. */
  void alias(String word, String spelling) {
    int number = add(word);
    add(spelling);
    numbers[index(spelling, 0, spelling.length())] = number;
  }

  private void put(int i) {
    int slot = hashes[i] & slots.length - 1;
    while (slots[slot] != NONE) {
      slot = slot + 1 & slots.length - 1;
    }
    slots[slot] = i;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    Arrays.fill(slots, NONE);
    hashes = Arrays.copyOf(hashes, slots.length / 2);
    words = Arrays.copyOf(words, slots.length / 2);
    numbers = Arrays.copyOf(numbers, slots.length / 2);
    traits = Arrays.copyOf(traits, slots.length / 2);
    for (int i = 0; i < size; i++) {
      put(i);
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
