package io.hotline.extraction.quotes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A list of words: those of the closed classes, those of time. Immutable. */
final class WordList {

  private final LongIndex index;

  private WordList(List<Long> hashes) {
    this.index = new LongIndex(hashes);
  }

  /** Words of the closed classes. */
  static WordList functionWords() {
    return read("function-words.tsv");
  }

  /** Words that say when. */
  static WordList timeWords() {
    return read("time-words.tsv");
  }

  /** Words by which a speaker refers to himself. */
  static WordList firstPerson() {
    return read("first-person.tsv");
  }

  private static WordList read(String table) {
    Set<Long> hashes = new LinkedHashSet<>();
    for (String[] row : QuoteResource.rows(table)) {
      hashes.add(WordHash.of(row[0]));
    }
    return new WordList(new ArrayList<>(hashes));
  }

  boolean has(long word) {
    return index.get(word) >= 0;
  }
}
