package io.hotline.extraction.events;

import io.hotline.extraction.EventStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts whoever takes the step that the status names on the acting side: {@code Russia} in {@code
 * Russia has asked the United States to hold talks} and in {@code Russia has turned down a U.S.
 * proposal}.
 */
final class Initiative {

  private final Clauses clauses;
  private final Parties parties;

  Initiative(Clauses clauses, Parties parties) {
    this.clauses = clauses;
    this.parties = parties;
  }

  /** Changes the sides of a cast, if one of its recipients is the one who acts. */
  void order(Cast cast, EventStatus status, Governors.Chain chain) {
    if (!cast.complete()) {
      return;
    }
    for (Link link : chain.links()) {
      int v = link.chunk();
      if (v < 0
          || !takes(link.operator(), status)
          || link.subject()
          || !clauses.is(v, Chunk.Kind.VERB)
          || clauses.verb(v).passive()) {
        continue;
      }
      for (Party subject : parties.ofAll(clauses.subjects(v))) {
        String country = subject.country();
        if (country != null) {
          lead(cast, country);
          return;
        }
      }
    }
  }

  private static void lead(Cast cast, String country) {
    List<Party> all = cast.all();
    List<Party> leading = all.stream().filter(p -> country.equals(p.country())).toList();
    if (leading.isEmpty() || leading.size() == all.size()) {
      return;
    }
    List<Party> others = new ArrayList<>(all);
    others.removeAll(leading);
    cast.actors.clear();
    cast.recipients.clear();
    cast.actors.addAll(leading);
    cast.recipients.addAll(others);
  }

  /** Whether the subject of an operator is whoever takes the step of that status. */
  private static boolean takes(Operator operator, EventStatus status) {
    return switch (status) {
      case REQUESTED -> operator == Operator.REQUEST;
      case REFUSED -> operator == Operator.REFUSE;
      case OFFERED -> operator == Operator.OFFER || operator == Operator.EVALUATE;
      case CANCELLED -> operator == Operator.CANCEL;
      case THREATENED_TO_HALT -> operator == Operator.THREATEN || operator == Operator.CANCEL;
      default -> false;
    };
  }
}
