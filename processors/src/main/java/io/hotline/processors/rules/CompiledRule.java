package io.hotline.processors.rules;

import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.Participant;
import io.hotline.schemas.record.TopicRule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** A rule ready to be asked. Immutable, for any number of threads. */
public final class CompiledRule {

  private final TopicRule rule;
  private final List<PartyTerm> between;
  private final List<PartyTerm> anyOf;
  private final List<PartyTerm> withAny;
  private final List<Clause> clauses;

  private CompiledRule(
      TopicRule rule,
      List<PartyTerm> between,
      List<PartyTerm> anyOf,
      List<PartyTerm> withAny,
      List<Clause> clauses) {
    this.rule = rule;
    this.between = between;
    this.anyOf = anyOf;
    this.withAny = withAny;
    this.clauses = clauses;
  }

  /**
   * Compiles a rule.
   *
   * @throws IllegalArgumentException if the rule says what {@link Rules#parse} would refuse, as one
   *     that was not written through it can
   */
  static CompiledRule of(TopicRule rule, Parties parties) {
    List<PartyTerm> between = terms(rule, rule.getBetween(), parties);
    List<PartyTerm> anyOf = terms(rule, rule.getAnyOf(), parties);
    List<PartyTerm> withAny = terms(rule, rule.getWithAny(), parties);
    List<Clause> clauses = new ArrayList<>();
    // The cheap ones first, the query last.
    if (!rule.getEvents().isEmpty()) {
      clauses.add(new Clauses.OfType(EnumSet.copyOf(rule.getEvents())));
    }
    if (!rule.getModes().isEmpty()) {
      clauses.add(new Clauses.InMode(EnumSet.copyOf(rule.getModes())));
    }
    clauses.add(
        new Clauses.WithStatus(Set.copyOf(rule.getStatusIn()), Set.copyOf(rule.getStatusNotIn())));
    if (rule.getMinConfidence() > 0) {
      clauses.add(new Clauses.AtLeast(rule.getMinConfidence()));
    }
    if (!between.isEmpty()) {
      clauses.add(0, new Clauses.Between(between));
    }
    if (!anyOf.isEmpty()) {
      clauses.add(0, new Clauses.AnyWith(anyOf, withAny));
    }
    if (!rule.getSourcesIn().isEmpty() || !rule.getSourcesNotIn().isEmpty()) {
      clauses.add(
          new Clauses.FromSource(lower(rule.getSourcesIn()), lower(rule.getSourcesNotIn())));
    }
    if (!rule.getQuotedBy().isEmpty() || rule.getQuoteContains() != null) {
      clauses.add(
          new Quoted(
              terms(rule, rule.getQuotedBy(), parties),
              rule.getQuoteContains(),
              rule.getQuoteContains() == null
                  ? null
                  : query(
                      rule, rule.getQuoteContains(), ItemIndex.QUOTES, Set.of(ItemIndex.QUOTES))));
    }
    if (rule.getQuery() != null) {
      Query query = query(rule, rule.getQuery(), ItemIndex.TEXT, ItemIndex.FIELDS);
      clauses.add(Clauses.Matching.of(rule.getQuery(), query));
    }
    return new CompiledRule(rule, between, anyOf, withAny, List.copyOf(clauses));
  }

  private static Set<String> lower(List<String> names) {
    return names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Query query(TopicRule rule, String written, String field, Set<String> allowed) {
    try {
      return Queries.parse(written, field, allowed);
    } catch (ParseException e) {
      throw new IllegalArgumentException(
          "rule '" + rule.getId() + "': query: " + e.getMessage(), e);
    }
  }

  private static List<PartyTerm> terms(TopicRule rule, List<String> words, Parties parties) {
    return words.stream()
        .map(
            word ->
                parties
                    .term(word)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "rule '" + rule.getId() + "': '" + word + "' is no party")))
        .toList();
  }

  public TopicRule rule() {
    return rule;
  }

  /** Whether all clauses hold. */
  public boolean matches(ReadItem item, Event event) {
    for (Clause clause : clauses) {
      if (!clause.holds(item, event)) {
        return false;
      }
    }
    return true;
  }

  /** What each clause says, also those after the first that does not hold. */
  public List<Finding> explain(ReadItem item, Event event) {
    return clauses.stream()
        .map(
            clause ->
                new Finding(clause.key(), clause.holds(item, event), clause.words(item, event)))
        .toList();
  }

  /**
   * The parties that the rule is about, as far as they take part: country codes, sorted. All of
   * them, if the rule names none.
   */
  public List<String> partiesIn(Event event) {
    List<PartyTerm> terms = Stream.of(between, anyOf, withAny).flatMap(List::stream).toList();
    boolean all = between.isEmpty() && withAny.isEmpty();
    return event.getParticipants().stream()
        .filter(party -> all || terms.stream().anyMatch(term -> term.covers(party)))
        .map(Participant::getCountry)
        .distinct()
        .sorted()
        .toList();
  }

  /** The sides of the rule, for the index: each must be among the parties. */
  List<Set<String>> sides() {
    if (!between.isEmpty()) {
      return between.stream().map(PartyTerm::meant).toList();
    }
    return Stream.of(anyOf, withAny)
        .filter(terms -> !terms.isEmpty())
        .map(CompiledRule::union)
        .toList();
  }

  /**
   * For the index: words of which an item must have one, if the rule has a query that needs any;
   * null if the rule cannot be found by words.
   */
  @Nullable Set<Term> requiredTerms() {
    for (Clause clause : clauses) {
      if (clause instanceof Clauses.Matching query) {
        return query.required();
      }
    }
    return null;
  }

  /** For the index: one of these must be quoted; empty if nobody must. */
  Set<String> speakers() {
    for (Clause clause : clauses) {
      if (clause instanceof Quoted quoted) {
        return union(quoted.by());
      }
    }
    return Set.of();
  }

  private static Set<String> union(List<PartyTerm> terms) {
    return terms.stream()
        .flatMap(term -> term.meant().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
