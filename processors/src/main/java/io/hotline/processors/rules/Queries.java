package io.hotline.processors.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/**
 * Reads the queries of rules, in Lucene's classic syntax, and keeps them within a budget.
 *
 * <p>A query is asked of one item in memory, and what that can cost is decided by how it is
 * written. The budget is therefore on the query and not on the clock: a rule that was stopped after
 * so many milliseconds would give other signals on another day.
 */
final class Queries {

  static final int LONGEST = 4_000;
  static final int DEEPEST = 20;
  static final int MOST_WORDS = 256;

  /** Wildcards, fuzzy words, regular expressions and ranges: each looks at all words of an item. */
  static final int MOST_PATTERNS = 16;

  static final int MOST_SLOP = 50;

  /** Of a phrase with a distance: its words are tried in every order. */
  static final int MOST_SLOPPY_WORDS = 10;

  private Queries() {}

  /**
   * Reads a query.
   *
   * @param field where words without a field are looked for
   * @param allowed the fields it may name
   * @throws ParseException saying what is wrong
   */
  static Query parse(String query, String field, Set<String> allowed) throws ParseException {
    if (query.length() > LONGEST) {
      throw new ParseException("it has " + query.length() + " characters, more than " + LONGEST);
    }
    checkDepth(query);
    Query parsed;
    try {
      parsed = new QueryParser(field, ItemIndex.WORDS).parse(query);
    } catch (ParseException e) {
      throw refused(firstLine(e), e);
    } catch (RuntimeException e) {
      // Lucene refuses some patterns only when it builds them: too many states, too many clauses.
      throw refused("'" + query + "' cannot be asked: " + firstLine(e), e);
    }
    Parts parts = new Parts(allowed);
    parsed.visit(parts);
    parts.check();
    return parsed;
  }

  /** Before parsing: the parser calls itself for each parenthesis, and a stack has an end. */
  private static void checkDepth(String query) throws ParseException {
    int depth = 0;
    for (int i = 0; i < query.length(); i++) {
      depth += query.charAt(i) == '(' ? 1 : query.charAt(i) == ')' ? -1 : 0;
      if (depth > DEEPEST) {
        throw new ParseException("parentheses within parentheses more than " + DEEPEST + " deep");
      }
    }
  }

  private static ParseException refused(String message, Exception cause) {
    ParseException refused = new ParseException(message);
    refused.initCause(cause);
    return refused;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getClass().getSimpleName());
  }

  /** What a query is made of. */
  private static final class Parts extends QueryVisitor {
    private final Set<String> allowed;
    private final Set<String> fields = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private int words;
    private int patterns;

    Parts(Set<String> allowed) {
      this.allowed = allowed;
    }

    @Override
    public void consumeTerms(Query query, Term... terms) {
      for (Term term : terms) {
        fields.add(term.field());
      }
      words += terms.length;
      int slop =
          query instanceof PhraseQuery phrase
              ? phrase.getSlop()
              : query instanceof MultiPhraseQuery phrase ? phrase.getSlop() : 0;
      if (slop > MOST_SLOP) {
        faults.add("a phrase with a distance of " + slop + ", more than " + MOST_SLOP);
      }
      if (slop > 0 && terms.length > MOST_SLOPPY_WORDS) {
        faults.add(
            "a phrase of "
                + terms.length
                + " words with a distance, more than "
                + MOST_SLOPPY_WORDS);
      }
    }

    @Override
    public void consumeTermsMatching(
        Query query, String field, Supplier<ByteRunAutomaton> automaton) {
      fields.add(field);
      patterns++;
    }

    @Override
    public void visitLeaf(Query query) {
      patterns++;
    }

    @Override
    public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
      return this; // also into what must not be: it costs as much
    }

    void check() throws ParseException {
      for (String field : fields) {
        if (!allowed.contains(field)) {
          faults.add(
              0,
              "unknown field '"
                  + field
                  + "'"
                  + Spelling.hint(field, allowed)
                  + "; known are "
                  + new TreeSet<>(allowed));
        }
      }
      if (words > MOST_WORDS) {
        faults.add(words + " words, more than " + MOST_WORDS);
      }
      if (patterns > MOST_PATTERNS) {
        faults.add(
            patterns
                + " wildcards, ranges and other patterns, more than "
                + MOST_PATTERNS
                + "; each looks at every word of an item");
      }
      if (words + patterns == 0) {
        faults.add("it asks for no word that is looked for");
      }
      if (!faults.isEmpty()) {
        throw new ParseException(String.join("; ", faults));
      }
    }
  }
}
