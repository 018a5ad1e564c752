package io.hotline.processors.rules;

import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * The words of which an item must have at least one for a query to match it: the presearcher's half
 * of Lucene's Monitor, for the queries that the classic syntax can say.
 */
final class RequiredTerms {

  private RequiredTerms() {}

  /**
   * The words, or null if the query could match an item with any. Of several choices, as in {@code
   * call AND Kremlin}, the one with the longest words, which are seldom the commonest.
   */
  static @Nullable Set<Term> of(Query query) {
    if (query instanceof TermQuery term) {
      return Set.of(term.getTerm());
    }
    if (query instanceof BoostQuery boosted) {
      return of(boosted.getQuery());
    }
    if (query instanceof ConstantScoreQuery constant) {
      return of(constant.getQuery());
    }
    if (query instanceof SynonymQuery synonyms) {
      return Set.copyOf(synonyms.getTerms());
    }
    if (query instanceof PhraseQuery phrase) {
      Set<Term> best = null;
      for (Term term : phrase.getTerms()) {
        best = better(best, Set.of(term));
      }
      return best;
    }
    if (query instanceof MultiPhraseQuery phrase) {
      Set<Term> best = null;
      for (Term[] terms : phrase.getTermArrays()) {
        best = better(best, Set.of(terms));
      }
      return best;
    }
    return query instanceof BooleanQuery all ? of(all) : null;
  }

  private static @Nullable Set<Term> of(BooleanQuery query) {
    Set<Term> best = null;
    Set<Term> either = new HashSet<>();
    boolean anything = false;
    boolean must = false;
    for (BooleanClause clause : query) {
      if (clause.getOccur() == BooleanClause.Occur.MUST_NOT) {
        continue;
      }
      Set<Term> terms = of(clause.getQuery());
      if (clause.isRequired()) {
        must = true;
        best = better(best, terms);
      } else if (terms == null) {
        anything = true;
      } else {
        either.addAll(terms);
      }
    }
    if (must) {
      return best;
    }
    return anything ? null : either; // of nothing but what must not be, Lucene finds nothing
  }

  private static @Nullable Set<Term> better(@Nullable Set<Term> one, @Nullable Set<Term> other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return shortest(other) > shortest(one) ? other : one;
  }

  private static int shortest(Set<Term> terms) {
    return terms.stream().mapToInt(term -> term.text().length()).min().orElse(Integer.MAX_VALUE);
  }
}
