package io.hotline.processors.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What an item's words alone say of a query. For plain words with AND, OR and NOT that is the
 * answer; for phrases and patterns it is a condition, which most items do not meet. A search of an
 * index costs twenty times as much.
 *
 * @param exact whether what meets the condition matches
 */
record WordTest(boolean exact, Condition condition) {

  /** A condition on words. */
  @FunctionalInterface
  interface Condition {
    boolean holds(Set<Term> words);
  }

  private static final WordTest ANY = new WordTest(false, words -> true);

  boolean mayMatch(Set<Term> words) {
    return condition.holds(words);
  }

  static WordTest of(Query query) {
    if (query instanceof TermQuery term) {
      return new WordTest(true, words -> words.contains(term.getTerm()));
    }
    if (query instanceof PhraseQuery phrase) {
      Set<Term> terms = Set.copyOf(List.of(phrase.getTerms()));
      return new WordTest(false, words -> words.containsAll(terms));
    }
    if (query instanceof BoostQuery boosted) {
      return of(boosted.getQuery());
    }
    if (query instanceof ConstantScoreQuery constant) {
      return of(constant.getQuery());
    }
    return query instanceof BooleanQuery several ? of(several) : ANY;
  }

  private static WordTest of(BooleanQuery query) {
    List<Condition> must = new ArrayList<>();
    List<Condition> should = new ArrayList<>();
    List<Condition> mustNot = new ArrayList<>();
    boolean exact = true;
    for (BooleanClause clause : query) {
      WordTest test = of(clause.getQuery());
      exact &= test.exact();
      if (!clause.isProhibited()) {
        (clause.isRequired() ? must : should).add(test.condition());
      } else if (test.exact()) {
        mustNot.add(test.condition());
      }
    }
    // As Lucene has it: of what only should match one must, unless something else must match.
    int atLeast = Math.max(query.getMinimumNumberShouldMatch(), must.isEmpty() ? 1 : 0);
    return new WordTest(
        exact,
        words ->
            must.stream().allMatch(each -> each.holds(words))
                && mustNot.stream().noneMatch(each -> each.holds(words))
                && (atLeast == 0
                    || should.stream().filter(each -> each.holds(words)).count() >= atLeast));
  }
}
