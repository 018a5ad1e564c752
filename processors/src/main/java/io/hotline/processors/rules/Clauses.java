package io.hotline.processors.rules;

import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.EventMode;
import io.hotline.schemas.record.EventStatus;
import io.hotline.schemas.record.EventType;
import io.hotline.schemas.record.Participant;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** The conditions a rule can make. */
final class Clauses {

  private Clauses() {}

  /** Every term is a participant of its own. */
  record Between(List<PartyTerm> terms) implements Clause {
    @Override
    public String key() {
      return "between";
    }

    @Override
    public boolean holds(ReadItem item, Event event) {
      return assign(0, event.getParticipants(), new BitSet());
    }

    private boolean assign(int term, List<Participant> participants, BitSet taken) {
      if (term == terms.size()) {
        return true;
      }
      for (int i = 0; i < participants.size(); i++) {
        if (!taken.get(i) && terms.get(term).covers(participants.get(i))) {
          taken.set(i);
          if (assign(term + 1, participants, taken)) {
            return true;
          }
          taken.clear(i);
        }
      }
      return false;
    }

    @Override
    public String words(ReadItem item, Event event) {
      return "between " + list(terms) + ": the parties are " + parties(event);
    }
  }

  /** One participant is of the first terms and another of the second. */
  record AnyWith(List<PartyTerm> anyOf, List<PartyTerm> withAny) implements Clause {
    @Override
    public String key() {
      return "anyOf";
    }

    @Override
    public boolean holds(ReadItem item, Event event) {
      List<Participant> participants = event.getParticipants();
      for (int i = 0; i < participants.size(); i++) {
        if (covered(anyOf, participants.get(i))) {
          if (withAny.isEmpty()) {
            return true;
          }
          for (int j = 0; j < participants.size(); j++) {
            if (j != i && covered(withAny, participants.get(j))) {
              return true;
            }
          }
        }
      }
      return false;
    }

    @Override
    public String words(ReadItem item, Event event) {
      return "any of "
          + list(anyOf)
          + (withAny.isEmpty() ? "" : " with any of " + list(withAny))
          + ": the parties are "
          + parties(event);
    }
  }

  record OfType(Set<EventType> types) implements Clause {
    @Override
    public String key() {
      return "events";
    }

    @Override
    public boolean holds(ReadItem item, Event event) {
      return types.contains(event.getEventType());
    }

    @Override
    public String words(ReadItem item, Event event) {
      return "event in " + types + ": it is " + event.getEventType();
    }
  }

  record InMode(Set<EventMode> modes) implements Clause {
    @Override
    public String key() {
      return "modes";
    }

    @Override
    public boolean holds(ReadItem item, Event event) {
      return modes.contains(event.getMode());
    }

    @Override
    public String words(ReadItem item, Event event) {
      return "mode in " + modes + ": it is " + event.getMode();
    }
  }

  record WithStatus(Set<EventStatus> in, Set<EventStatus> notIn) implements Clause {
    @Override
    public String key() {
      return "status";
    }

    @Override
    public boolean holds(ReadItem item, Event event) {
      EventStatus status = event.getStatus();
      return in.isEmpty()
          ? status != EventStatus.HISTORICAL_BACKGROUND && !notIn.contains(status)
          : in.contains(status) && !notIn.contains(status);
    }

    @Override
    public String words(ReadItem item, Event event) {
      String asked =
          (in.isEmpty() ? "not in [HISTORICAL_BACKGROUND]" : "in " + in)
              + (notIn.isEmpty() || (in.isEmpty() && notIn.equals(BACKGROUND))
                  ? ""
                  : ", not in " + notIn);
      return "status " + asked + ": it is " + event.getStatus();
    }

    private static final Set<EventStatus> BACKGROUND =
        EnumSet.of(EventStatus.HISTORICAL_BACKGROUND);
  }

  record AtLeast(double confidence) implements Clause {
    @Override
    public String key() {
      return "minConfidence";
    }

    @Override
    public boolean holds(ReadItem item, Event event) {
      return event.getConfidence() >= confidence;
    }

    @Override
    public String words(ReadItem item, Event event) {
      return "confidence at least " + confidence + ": it is " + event.getConfidence();
    }
  }

  /** The outlet that published the item, in lower case. */
  record FromSource(Set<String> in, Set<String> notIn) implements Clause {
    @Override
    public String key() {
      return "sources";
    }

    @Override
    public boolean holds(ReadItem item, Event event) {
      String source = item.item().getItem().getSource().strip().toLowerCase(Locale.ROOT);
      return (in.isEmpty() || in.contains(source)) && !notIn.contains(source);
    }

    @Override
    public String words(ReadItem item, Event event) {
      return "source "
          + Stream.of(
                  in.isEmpty() ? "" : "in " + sorted(in),
                  notIn.isEmpty() ? "" : "not in " + sorted(notIn))
              .filter(each -> !each.isEmpty())
              .collect(Collectors.joining(", "))
          + ": it is "
          + item.item().getItem().getSource();
    }

    private static List<String> sorted(Set<String> names) {
      return names.stream().sorted().toList();
    }
  }

  /**
   * The item matches a query.
   *
   * @param required words of which the item must have one; null if it could match with any
   */
  record Matching(String written, Query query, @Nullable Set<Term> required, WordTest words)
      implements Clause {
    static Matching of(String written, Query query) {
      return new Matching(written, query, RequiredTerms.of(query), WordTest.of(query));
    }

    @Override
    public String key() {
      return "query";
    }

    @Override
    public boolean holds(ReadItem item, Event event) {
      return words.mayMatch(item.terms()) && (words.exact() || item.matches(query));
    }

    @Override
    public String words(ReadItem item, Event event) {
      return "query "
          + written
          + ": the item "
          + (holds(item, event) ? "matches" : "does not match");
    }
  }

  private static boolean covered(List<PartyTerm> terms, Participant participant) {
    return terms.stream().anyMatch(term -> term.covers(participant));
  }

  static String list(List<PartyTerm> terms) {
    return terms.stream().map(PartyTerm::word).toList().toString();
  }

  private static String parties(Event event) {
    return event.getParticipants().stream()
        .map(
            participant ->
                participant.getName().equals(participant.getCountry())
                    ? participant.getCountry()
                    : participant.getCountry()
                        + " ("
                        + participant.getName()
                        + (participant.getRole() == null ? "" : ", " + participant.getRole())
                        + ")")
        .collect(Collectors.joining(", "));
  }
}
