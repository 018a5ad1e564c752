package io.hotline.extraction.entities;

import io.hotline.extraction.text.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The phrases of the gazetteer in a document: the longest at each place, left to right. */
final class Scan implements Gazetteer.Found {

  /**
   * A phrase found.
   *
   * @param from first token
   * @param to token after the last
   * @param entries what it may stand for; at least one
   */
  record Hit(int from, int to, List<Entry> entries) {

    int length() {
      return to - from;
    }

    @Nullable Entry of(Entry.Kind kind) {
      for (Entry entry : entries) {
        if (entry.kind() == kind) {
          return entry;
        }
      }
      return null;
    }
  }

  /** Names of persons, states, institutions and places. */
  final List<Hit> names = new ArrayList<>();

  /** Adjectives of nationality and nouns for a people. */
  final List<Hit> countryWords = new ArrayList<>();

  /** Roles and nouns. */
  final List<Hit> nouns = new ArrayList<>();

  private final Document document;
  private final Words words;
  private boolean shouted;
  private int sentenceStart;
  private int sentenceEnd;

  private int nameEnd;
  private List<Entry> nameEntries = new ArrayList<>(2);
  private int nounEnd;
  private List<Entry> nounEntries = new ArrayList<>(2);
  private int countryEnd;
  private List<Entry> countryEntries = new ArrayList<>(2);

  private final @Nullable Hit[] nameAt;
  private final @Nullable Hit[] countryWordAt;
  private final @Nullable Hit[] nounAt;

  private Scan(Document document, Words words) {
    this.document = document;
    this.words = words;
    this.nameAt = new @Nullable Hit[words.count() + 1];
    this.countryWordAt = new @Nullable Hit[words.count() + 1];
    this.nounAt = new @Nullable Hit[words.count() + 1];
  }

  /** The name that holds the token; null if none does. */
  @Nullable Hit nameAt(int token) {
    return token < 0 ? null : nameAt[token];
  }

  /** The word of nationality that holds the token; null if none does. */
  @Nullable Hit countryWordAt(int token) {
    return token < 0 ? null : countryWordAt[token];
  }

  /** The role or noun that holds the token; null if none does. */
  @Nullable Hit nounAt(int token) {
    return token < 0 ? null : nounAt[token];
  }

  private static void mark(@Nullable Hit[] at, Hit hit) {
    for (int t = hit.from(); t < hit.to(); t++) {
      at[t] = hit;
    }
  }

  static Scan of(Document document, Words words, Gazetteer gazetteer) {
    Scan scan = new Scan(document, words);
    for (int s = 0; s < document.sentenceCount(); s++) {
      scan.sentence(s, gazetteer);
    }
    return scan;
  }

  private void sentence(int s, Gazetteer gazetteer) {
    shouted = words.isShouted(s);
    sentenceStart = document.firstToken(s);
    sentenceEnd = document.endToken(s);
    int nextName = sentenceStart;
    int nextNoun = sentenceStart;
    int nextCountry = sentenceStart;
    for (int t = sentenceStart; t < sentenceEnd; t++) {
      if (words.number(t) < 0) {
        continue;
      }
      nameEnd = nounEnd = countryEnd = t;
      gazetteer.at(words, t, sentenceEnd, this);
      if (nameEnd > t && t >= nextName) {
        Hit hit = new Hit(t, nameEnd, nameEntries);
        names.add(hit);
        mark(nameAt, hit);
        nameEntries = new ArrayList<>(2);
        nextName = nameEnd;
      }
      if (nounEnd > t && t >= nextNoun) {
        Hit hit = new Hit(t, nounEnd, nounEntries);
        nouns.add(hit);
        mark(nounAt, hit);
        nounEntries = new ArrayList<>(2);
        nextNoun = nounEnd;
      }
      if (countryEnd > t && t >= nextCountry && t >= nextName) {
        Hit hit = new Hit(t, countryEnd, countryEntries);
        countryWords.add(hit);
        mark(countryWordAt, hit);
        countryEntries = new ArrayList<>(2);
        nextCountry = countryEnd;
      }
    }
  }

  @Override
  public void phrase(Entry entry, int from, int to) {
    if (!fits(entry, from, to)) {
      return;
    }
    if (entry.kind().isName()) {
      if (to > nameEnd) {
        nameEnd = to;
        nameEntries.clear();
      }
      nameEntries.add(entry);
    } else if (entry.kind().isCountryWord()) {
      if (to > countryEnd) {
        countryEnd = to;
        countryEntries.clear();
      }
      countryEntries.add(entry);
    } else {
      if (to > nounEnd) {
        nounEnd = to;
        nounEntries.clear();
      }
      nounEntries.add(entry);
    }
  }

  private boolean fits(Entry entry, int from, int to) {
    if (entry.capitals() == 0) {
      return true;
    }
    if (shouted) {
      return to - from > 1
          || !words.is(from, Trait.PRONOUN | Trait.NOT_NAME)
          || words.is(from, Trait.WE) && standsAsName(from);
    }
    int n = Math.min(to - from, 31);
    for (int i = 0; i < n; i++) {
      if ((entry.acronyms() >> i & 1) != 0
          ? !words.isAllCapitals(from + i)
          : (entry.capitals() >> i & 1) != 0 && !words.isCapital(from + i)) {
        return false;
      }
    }
    return true;
  }

  /** In a line of capitals {@code US} is the country where a noun or verb follows. */
  private boolean standsAsName(int t) {
    return t == sentenceStart
        || t + 1 < sentenceEnd && words.isWord(t + 1) && !words.is(t + 1, Trait.NOT_NAME);
  }
}
