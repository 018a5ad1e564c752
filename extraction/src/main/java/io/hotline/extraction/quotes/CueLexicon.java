package io.hotline.extraction.quotes;

import io.hotline.extraction.CueClass;
import io.hotline.extraction.quotes.CueWord.Kind;
import io.hotline.extraction.text.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words that may attribute, found by any of their forms. Immutable. */
final class CueLexicon {

  private final LongIndex index;

  /** For each first word the entries that begin with it, the longest first. */
  private final CueWord[][] entries;

  private CueLexicon(Map<Long, List<CueWord>> byFirst) {
    index = new LongIndex(new ArrayList<>(byFirst.keySet()));
    entries = new CueWord[byFirst.size()][];
    int i = 0;
    for (List<CueWord> words : byFirst.values()) {
      words.sort(Comparator.comparingInt((CueWord w) -> -w.rest().length));
      entries[i++] = words.toArray(CueWord[]::new);
    }
  }

  static CueLexicon load() {
    Inflection inflection = Inflection.load();
    Map<Long, List<CueWord>> byFirst = new LinkedHashMap<>();
    read("cue-verbs.tsv", Kind.VERB, inflection, byFirst);
    read("cue-nouns.tsv", Kind.NOUN, inflection, byFirst);
    read("cue-adjectives.tsv", Kind.ADJECTIVE, inflection, byFirst);
    read("cue-phrases.tsv", Kind.PHRASE, inflection, byFirst);
    return new CueLexicon(byFirst);
  }

  private static void read(
      String table, Kind kind, Inflection inflection, Map<Long, List<CueWord>> byFirst) {
    for (String[] row : QuoteResource.rows(table)) {
      String[] words = row[0].split(" ");
      long[] rest = new long[words.length - 1];
      for (int i = 0; i < rest.length; i++) {
        rest[i] = WordHash.of(words[i + 1]);
      }
      int id = WordHash.mix(WordHash.fold(WordHash.of(row[0])), kind.ordinal() + 1);
      CueWord word =
          new CueWord(id, row[0], kind, CueClass.valueOf(row[1]), row[2].equals("-"), rest);
      List<String> forms =
          switch (kind) {
            case VERB -> inflection.verb(words[0]);
            case NOUN -> inflection.noun(words[0]);
            case ADJECTIVE, PHRASE -> List.of(words[0]);
          };
      for (String form : new java.util.LinkedHashSet<>(forms)) {
        byFirst.computeIfAbsent(WordHash.of(form), k -> new ArrayList<>()).add(word);
      }
    }
  }

  /**
   * The entry that begins at token {@code t} and fits its tag.
   *
   * @param words hashes of the document's tokens
   * @param end no phrase goes beyond this token
   */
  @Nullable CueWord find(long[] words, int t, int end, Tag tag) {
    int slot = index.get(words[t]);
    if (slot < 0) {
      return null;
    }
    for (CueWord word : entries[slot]) {
      if (fits(word.kind(), tag) && follows(word.rest(), words, t + 1, end)) {
        return word;
      }
    }
    return null;
  }

  private static boolean fits(Kind kind, Tag tag) {
    return switch (kind) {
      case VERB -> tag.isVerb();
      case NOUN -> tag == Tag.NN || tag == Tag.NNS;
      case ADJECTIVE -> tag.isAdjective();
      case PHRASE -> true;
    };
  }

  private static boolean follows(long[] rest, long[] words, int t, int end) {
    if (t + rest.length > end) {
      return false;
    }
    for (int i = 0; i < rest.length; i++) {
      if (words[t + i] != rest[i]) {
        return false;
      }
    }
    return true;
  }
}
