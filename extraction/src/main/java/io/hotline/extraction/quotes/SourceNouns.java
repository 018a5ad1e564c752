package io.hotline.extraction.quotes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nouns that name a source by what it is. Immutable. */
final class SourceNouns {

  /** What a source noun tells. */
  enum Kind {
    /** A person whose name the text withholds. */
    ANONYMOUS,
    /** A person known by an office or calling. */
    ROLE,
    /** Who reports what others say. */
    MEDIUM
  }

  private final LongIndex index;
  private final List<Kind> kinds;

  private SourceNouns(Map<Long, Kind> nouns) {
    index = new LongIndex(new ArrayList<>(nouns.keySet()));
    kinds = List.copyOf(nouns.values());
  }

  static SourceNouns load() {
    Inflection inflection = Inflection.load();
    Map<Long, Kind> nouns = new LinkedHashMap<>();
    for (String[] row : QuoteResource.rows("source-nouns.tsv")) {
      for (String form : inflection.noun(row[0])) {
        nouns.putIfAbsent(WordHash.of(form), Kind.valueOf(row[1]));
      }
    }
    return new SourceNouns(nouns);
  }

  /** 1 and up for the kinds in order, by the word's hash; 0 if the word tells nothing. */
  int code(long word) {
    int i = index.get(word);
    return i < 0 ? 0 : kinds.get(i).ordinal() + 1;
  }

  @Nullable Kind kind(String word) {
    int i = index.get(WordHash.of(word));
    return i < 0 ? null : kinds.get(i);
  }
}
