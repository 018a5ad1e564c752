package io.hotline.extraction.quotes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Words of the closed classes. Immutable. */
final class FunctionWords {

  private final LongIndex index;

  private FunctionWords(List<Long> hashes) {
    this.index = new LongIndex(hashes);
  }

  static FunctionWords load() {
    Set<Long> hashes = new LinkedHashSet<>();
    for (String[] row : QuoteResource.rows("function-words.tsv")) {
      hashes.add(WordHash.of(row[0]));
    }
    return new FunctionWords(new ArrayList<>(hashes));
  }

  boolean has(long word) {
    return index.get(word) >= 0;
  }
}
