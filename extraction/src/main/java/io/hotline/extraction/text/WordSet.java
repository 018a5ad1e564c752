package io.hotline.extraction.text;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A list of words that is data, one a line; case does not matter. */
final class WordSet {

  private final Set<String> words;

  private WordSet(Set<String> words) {
    this.words = words;
  }

  /** Loads {@code en/<name>} from beside this class. */
  static WordSet load(String name) {
    return new WordSet(
        TextResource.lines("en/" + name).stream()
            .map(line -> line.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()));
  }

  boolean contains(String text, int start, int end) {
    return words.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }
}
