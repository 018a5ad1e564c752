package io.hotline.extraction.events;

import io.hotline.extraction.EventStatus;
import io.hotline.extraction.events.Chunk.Kind;
import java.util.List;

/**
 * Finds sentences that take back what a sentence before them told: {@code The Kremlin said the
 * report was untrue}, {@code Peskov denied this}. The event told before is then denied; there is no
 * second one.
 */
final class Retractions {

  /** How many sentences back the report may stand. */
  private static final int REACH = 3;

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final List<Draft> drafts;
  private final int before;

  /**
   * @param before how many drafts there were before the sentence
   */
  Retractions(Lexicon lexicon, Clauses clauses, List<Draft> drafts, int before) {
    this.before = before;
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.drafts = drafts;
  }

  /** Applies the sentence to the drafts before it, if it takes one back and told none itself. */
  void apply(boolean noSuchContact) {
    boolean told = drafts.size() > before;
    int last = told && !noSuchContact ? before - 1 : drafts.size() - 1;
    if (last < 0) {
      return;
    }
    Draft draft = drafts.get(last);
    int distance = clauses.words().sentence() - draft.sentence();
    if (distance > REACH || distance == 0 && !noSuchContact || !open(draft.status())) {
      return;
    }
    if (noSuchContact || (told ? withdraws() : denies() || withdraws())) {
      drafts.set(last, draft.with(EventStatus.DENIED));
    }
  }

  private static boolean open(EventStatus status) {
    return status == EventStatus.OCCURRED
        || status == EventStatus.PLANNED
        || status == EventStatus.SPECULATED
        || status == EventStatus.REQUESTED
        || status == EventStatus.HISTORICAL_BACKGROUND;
  }

  /** {@code The agency withdrew the item}. */
  private boolean withdraws() {
    for (int v = 0; v < clauses.size(); v++) {
      if (clauses.finite(v)
          && !clauses.verb(v).negated()
          && clauses.verb(v).modality() == VerbGroup.Modality.NONE
          && lexicon.is("retract-verb", clauses.verb(v).lemma())) {
        int object = v + 1;
        if (clauses.is(object, Kind.NOUN) && lexicon.is("report-noun", clauses.head(object))) {
          return true;
        }
        if (clauses.verb(v).passive()
            && clauses.subjects(v).stream()
                .anyMatch(n -> lexicon.is("report-noun", clauses.head(n)))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean denies() {
    for (int v = 0; v < clauses.size(); v++) {
      if (!clauses.finite(v)) {
        continue;
      }
      VerbGroup verb = clauses.verb(v);
      boolean about = false;
      for (int n : clauses.subjects(v)) {
        about |= pointer(n);
      }
      if (verb.lemma().equals("be") && about && untrue(v, verb.negated())) {
        return true;
      }
      boolean denial =
          lexicon.verbOperators(verb.lemma()).stream()
              .anyMatch(
                  o ->
                      o.rest().isEmpty()
                          && (o.operator() == Operator.DENY
                              || o.operator() == Operator.DISAVOW
                              || o.operator() == Operator.REFUSE));
      if (denial && !verb.negated() && (verb.passive() ? about : pointer(v + 1))) {
        return true;
      }
    }
    return false;
  }

  private boolean pointer(int n) {
    return clauses.is(n, Kind.NOUN)
        && (lexicon.is("pointer", clauses.head(n)) || lexicon.is("report-noun", clauses.head(n)));
  }

  private boolean untrue(int v, boolean negated) {
    int to = clauses.chunk(v).to();
    for (int t = to; t < to + 4; t++) {
      for (Lexicon.OperatorEntry entry : lexicon.adjectiveOperators(clauses.words().lower(t))) {
        if (entry.operator() == Operator.UNTRUE && !negated
            || entry.operator() == Operator.TRUE && negated) {
          return true;
        }
      }
      if (!negated && lexicon.is("fiction", clauses.words().lower(t))) {
        return true;
      }
    }
    return false;
  }
}
