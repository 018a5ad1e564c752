package io.hotline.extraction.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words that are written with a period of their own. */
final class Abbreviations {

  /** What a period after the abbreviation means. */
  enum Kind {
    /** A word follows; never ends a sentence: {@code Mr.} */
    BEFORE,
    /** An abbreviation only where a digit follows: {@code No. 10}. */
    NUMBER,
    /** May end a sentence; begins with a capital: {@code Inc.} */
    END,
    /** May end a sentence, and may be in lower case: {@code etc.} */
    ANY
  }

  private static final int MAX_LENGTH = 8;

  private final Map<String, Kind> kinds;

  private Abbreviations(Map<String, Kind> kinds) {
    this.kinds = kinds;
  }

  static Abbreviations load() {
    Map<String, Kind> kinds = new HashMap<>();
    for (String line : TextResource.lines("en/abbreviations.tsv")) {
      String[] cells = line.split("\t");
      kinds.put(cells[0], Kind.valueOf(cells[1].toUpperCase(Locale.ROOT)));
    }
    return new Abbreviations(Map.copyOf(kinds));
  }

  /** What the word from start to end (its period left out) is; null if no abbreviation. */
  @Nullable Kind kind(String text, int start, int end) {
    if (end - start > MAX_LENGTH) {
      return null;
    }
    Kind kind = kinds.get(text.substring(start, end).toLowerCase(Locale.ROOT));
    boolean capital = Character.isUpperCase(text.charAt(start));
    return kind == Kind.ANY || capital ? kind : null;
  }
}
