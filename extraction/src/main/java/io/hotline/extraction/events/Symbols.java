package io.hotline.extraction.events;

import io.hotline.extraction.tagging.Clusters;
import io.hotline.extraction.tagging.Hashes;
import io.hotline.extraction.text.Document;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What {@link SentenceFeatures} sees of a word alone, remembered, so that a word seen before costs
 * one look. Bounded: a new word takes the place of an older one.
 *
 * <p>Safe for any number of threads without a lock: an entry is immutable, so a racing reader sees
 * a whole one of its own word or makes it anew.
 */
final class Symbols {

  /** Among the symbols, for a word that has none. */
  static final int NONE = 0;

  /** A power of two. */
  private static final int SLOTS = 1 << 14;

  /**
   * A word.
   *
   * @param symbol the hash of its stem, or of the kind of sign that it is; {@link #NONE} for a sign
   *     that says nothing
   * @param kin the cluster of its vector; 0 for none
   * @param company the cluster by its neighbours; 0 for none
   * @param trigger whether it may name a contact
   */
  record Symbol(String token, int symbol, int kin, int company, boolean trigger) {}

  private final @Nullable Symbol[] seen = new @Nullable Symbol[SLOTS];
  private final Lexicon lexicon;
  private final Clusters clusters;

  Symbols(Lexicon lexicon, Clusters clusters) {
    this.lexicon = lexicon;
    this.clusters = clusters;
  }

  /** What token {@code t} is. */
  Symbol of(Document document, int t) {
    String text = document.text();
    int start = document.tokenStart(t);
    int end = document.tokenEnd(t);
    int slot = (int) Hashes.of(text, start, end) & SLOTS - 1;
    Symbol symbol = seen[slot];
    if (symbol == null
        || symbol.token.length() != end - start
        || !text.startsWith(symbol.token, start)) {
      symbol = make(text.substring(start, end));
      seen[slot] = symbol;
    }
    return symbol;
  }

  private Symbol make(String token) {
    String lower = token.toLowerCase(Locale.ROOT);
    boolean trigger = lexicon.mayTrigger(lower);
    char first = lower.charAt(0);
    if (Character.isDigit(first)) {
      return new Symbol(token, "<number>".hashCode(), 0, 0, trigger);
    } else if (Character.isLetter(first) || first == '?') {
      int kin = clusters.vectorCluster(lower);
      int company = clusters.neighbourCluster(lower);
      return new Symbol(token, SentenceFeatures.stem(lower).hashCode(), kin, company, trigger);
    } else if (first == '"' || first == '\u201c' || first == '\u201d') {
      return new Symbol(token, "<quote>".hashCode(), 0, 0, trigger);
    }
    return new Symbol(token, NONE, 0, 0, trigger);
  }
}
