package io.hotline.extraction.events;

import io.hotline.extraction.events.Chunk.Kind;
import io.hotline.extraction.events.Lexicon.OperatorEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the operator that a word is, by the words that stand beside it. */
final class OperatorFinder {

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Words words;

  OperatorFinder(Lexicon lexicon, Clauses clauses, Words words) {
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.words = words;
  }

  boolean reports(int i) {
    if (clauses.is(i, Kind.VERB)) {
      Operator operator = ofVerb(i);
      return operator != null
          && operator != Operator.ACT
          && operator != Operator.OFFER
          && operator != Operator.CANCEL;
    }
    return clauses.is(i, Kind.NOUN) && ofNoun(i) == Operator.REPORTNOUN;
  }

  /**
   * Whether verb group {@code v} governs what follows {@code preposition}, or is only beside it.
   */
  boolean takesPreposition(int v, int p, String preposition) {
    VerbGroup verb = clauses.verb(v);
    if (!lexicon.is("adjunct-preposition", preposition)) {
      return true;
    }
    for (OperatorEntry entry : lexicon.verbOperators(verb.lemma())) {
      if (entry.rest().contains(preposition) && p - v <= 3) {
        return true;
      }
    }
    return p == v + 1 && lexicon.is("takes-" + preposition, verb.lemma());
  }

  @Nullable Operator ofAdjective(int a) {
    Chunk chunk = clauses.chunk(a);
    for (int t = chunk.to() - 1; t >= chunk.from(); t--) {
      List<OperatorEntry> entries = lexicon.adjectiveOperators(words.lower(t));
      if (!entries.isEmpty()) {
        return entries.get(0).operator();
      }
      Operator done = ofParticiple(words.lower(t));
      if (done != null) {
        return done;
      }
    }
    return null;
  }

  /** {@code was postponed}, whatever part of speech it was taken for. */
  private @Nullable Operator ofParticiple(String lower) {
    if (!lower.endsWith("ed")) {
      return null;
    }
    for (OperatorEntry entry : lexicon.verbOperators(lower)) {
      boolean done =
          entry.operator() == Operator.CANCEL
              || entry.operator() == Operator.REFUSE
              || entry.operator() == Operator.PLAN;
      if (done && entry.rest().isEmpty()) {
        return entry.operator();
      }
    }
    return null;
  }

  @Nullable Operator ofNoun(int n) {
    List<OperatorEntry> entries = lexicon.nounOperators(clauses.head(n));
    return entries.isEmpty() ? null : entries.get(0).operator();
  }

  @Nullable Operator ofIdiomAfter(int from) {
    for (Lexicon.Phrase idiom : lexicon.idioms()) {
      for (int t = from; t < from + 3; t++) {
        if (idiom.standsAt(words, t)) {
          return Operator.valueOf(idiom.meaning());
        }
      }
    }
    return null;
  }

  /** Whether an onlooker says it: what analysts say will happen is a guess. */
  boolean outsider(int v) {
    for (int n : clauses.subjects(v)) {
      if (lexicon.is("outsider", clauses.head(n))) {
        return true;
      }
    }
    return false;
  }

  @Nullable Operator ofVerb(int v) {
    Chunk chunk = clauses.chunk(v);
    int after = chunk.head() + 1;
    for (OperatorEntry entry : lexicon.verbOperators(words.lower(chunk.head()))) {
      if (follows(entry.rest(), after)) {
        return entry.operator();
      }
    }
    return null;
  }

  private boolean follows(List<String> rest, int after) {
    int t = after;
    for (String word : rest) {
      if (word.startsWith("=")) {
        if (!words.lower(t++).equals(word.substring(1))) {
          return false;
        }
        continue;
      }
      int limit = lexicon.is("separable", word) ? t + 7 : t + 2;
      while (t < limit && !words.lower(t).equals(word)) {
        t++;
      }
      if (!words.lower(t).equals(word)) {
        return false;
      }
      t++;
    }
    return true;
  }
}
