package io.hotline.extraction.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of words that is data, one a line; case does not matter. */
final class WordSet {

  /** A hash table with open addressing, so that a word is looked up where it stands in a text. */
  private final @Nullable String[] slots;

  private WordSet(List<String> words) {
    slots = new @Nullable String[Integer.highestOneBit(Math.max(4, words.size())) << 2];
    for (String word : words) {
      if (!contains(word, 0, word.length())) {
        int slot = slot(word, 0, word.length());
        while (slots[slot] != null) {
          slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = word;
      }
    }
  }

  /** Loads {@code en/<name>} from beside this class. */
  static WordSet load(String name) {
    return new WordSet(TextResource.lines("en/" + name));
  }

  boolean contains(String text, int start, int end) {
    int slot = slot(text, start, end);
    while (true) {
      String word = slots[slot];
      if (word == null) {
        return false;
      }
      if (word.length() == end - start && text.regionMatches(true, start, word, 0, end - start)) {
        return true;
      }
      slot = slot + 1 & slots.length - 1;
    }
  }

  private int slot(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + Character.toLowerCase(text.charAt(i));
    }
    return (hash ^ hash >>> 15) & slots.length - 1;
  }
}
