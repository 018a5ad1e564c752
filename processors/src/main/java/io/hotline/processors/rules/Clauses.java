package io.hotline.processors.rules;

import io.hotline.schemas.record.CueClass;
import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.EventMode;
import io.hotline.schemas.record.EventStatus;
import io.hotline.schemas.record.EventType;
import io.hotline.schemas.record.Participant;
import io.hotline.schemas.record.Quote;
import io.hotline.schemas.record.Span;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.search.Query;

/** The conditions a rule can make. */
final class Clauses {

  /** What is only thought, meant or shown was not said. */
  private static final Set<CueClass> UNSAID =
      EnumSet.of(CueClass.ATTITUDE, CueClass.INTENTION, CueClass.EVIDENCE);

  private Clauses() {}

  /** Every term is a participant of its own. */
  record Between(List<PartyTerm> terms) implements Clause {
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
    public boolean holds(ReadItem item, Event event) {
      return event.getConfidence() >= confidence;
    }

    @Override
    public String words(ReadItem item, Event event) {
      return "confidence at least " + confidence + ": it is " + event.getConfidence();
    }
  }

  /** The event's sentence stands in what one of these said. */
  record QuotedBy(List<PartyTerm> terms) implements Clause {
    @Override
    public boolean holds(ReadItem item, Event event) {
      return item.item().getQuotes().stream()
          .anyMatch(
              quote ->
                  overlap(quote.getSpan(), event.getSentence())
                      && isSaid(quote)
                      && isSpokenByOne(item, quote));
    }

    private boolean isSpokenByOne(ReadItem item, Quote quote) {
      return quote.getSpeaker() != null
          && item.entity(quote.getSpeaker().getEntity())
              .filter(entity -> terms.stream().anyMatch(term -> term.covers(entity)))
              .isPresent();
    }

    private static boolean isSaid(Quote quote) {
      return quote.getCue() == null || !UNSAID.contains(quote.getCue().getCueClass());
    }

    private static boolean overlap(Span a, Span b) {
      return a.getStart() < b.getEnd() && b.getStart() < a.getEnd();
    }

    @Override
    public String words(ReadItem item, Event event) {
      String speakers =
          item.item().getQuotes().stream()
              .filter(quote -> overlap(quote.getSpan(), event.getSentence()))
              .map(
                  quote ->
                      quote.getSpeaker() == null
                          ? "nobody who is named"
                          : quote.getSpeaker().getName() == null
                              ? quote.getSpeaker().getText()
                              : quote.getSpeaker().getName())
              .distinct()
              .collect(Collectors.joining(", "));
      return "quoted by "
          + list(terms)
          + ": the sentence quotes "
          + (speakers.isEmpty() ? "nobody" : speakers);
    }
  }

  record Matching(String written, Query query) implements Clause {
    @Override
    public boolean holds(ReadItem item, Event event) {
      return item.matches(query);
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

  private static String list(List<PartyTerm> terms) {
    return terms.stream().map(PartyTerm::word).toList().toString();
  }

  private static String parties(Event event) {
    return event.getParticipants().stream()
        .map(
            participant ->
                participant.getName().equals(participant.getCountry())
                    ? participant.getCountry()
                    : participant.getCountry() + " (" + participant.getName() + ")")
        .collect(Collectors.joining(", "));
  }
}
