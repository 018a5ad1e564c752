package io.hotline.extraction.quotes;

import java.util.ArrayList;
import java.util.List;

/** Words by which a speaker refers to himself. Immutable. */
final class FirstPerson {

  private final LongIndex index;

  private FirstPerson(List<Long> words) {
    index = new LongIndex(words);
  }

  static FirstPerson load() {
    List<Long> words = new ArrayList<>();
    for (String[] row : QuoteResource.rows("first-person.tsv")) {
      words.add(WordHash.of(row[0]));
    }
    return new FirstPerson(words);
  }

  boolean is(Lattice l, int item) {
    return !l.isQuoted(item) && index.get(WordHash.of(l.word(item))) >= 0;
  }
}
