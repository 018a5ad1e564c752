package io.hotline.extraction.events;

import io.hotline.extraction.Event;
import io.hotline.extraction.EventMode;
import io.hotline.extraction.EventStatus;
import io.hotline.extraction.EventTime;
import io.hotline.extraction.EventType;
import io.hotline.extraction.Participant;
import io.hotline.extraction.Side;
import io.hotline.extraction.Span;
import io.hotline.extraction.Speaker;
import io.hotline.extraction.ThirdParty;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way: all that is known of it but who reports it.
 *
 * @param anaphoric whether it points back to an event told before: {@code the call}
 * @param token the trigger
 * @param confidence 0..1
 */
record Draft(
    int sentence,
    int token,
    Trigger trigger,
    EventMode mode,
    EventStatus status,
    Cast cast,
    @Nullable EventTime time,
    @Nullable String location,
    List<ThirdParty> thirds,
    Span evidence,
    List<Span> cues,
    boolean anaphoric,
    boolean headline,
    double confidence,
    List<String> reasons) {

  /** The code of a party whose state nobody knows: user-assigned in ISO 3166-1. */
  static final String NO_COUNTRY = "XXX";

  Set<String> countries() {
    Set<String> countries = new TreeSet<>();
    for (Party party : cast.all()) {
      countries.add(code(party));
    }
    return countries;
  }

  static String code(Party party) {
    return party.country() == null ? NO_COUNTRY : party.country();
  }

  Draft with(EventStatus other) {
    return new Draft(
        sentence,
        token,
        trigger,
        mode,
        other,
        cast,
        time,
        location,
        thirds,
        evidence,
        cues,
        anaphoric,
        headline,
        confidence,
        reasons);
  }

  /** This draft, with what only the other one knows. */
  Draft enrichedBy(Draft other) {
    EventMode better = mode == EventMode.OTHER ? other.mode : mode;
    return new Draft(
        sentence,
        token,
        trigger,
        better,
        status,
        cast,
        time != null ? time : other.time,
        location != null ? location : other.location,
        thirds.isEmpty() ? other.thirds : thirds,
        evidence,
        cues,
        anaphoric,
        headline,
        confidence,
        reasons);
  }

  Event toEvent(List<Speaker> reportedBy) {
    List<Participant> participants = new ArrayList<>();
    for (Party party : cast.actors) {
      participants.add(participant(party, Side.ACTOR));
    }
    for (Party party : cast.recipients) {
      participants.add(participant(party, Side.RECIPIENT));
    }
    return new Event(
        type(),
        cameo(),
        mode,
        status,
        participants,
        thirds,
        reportedBy,
        time,
        location,
        evidence,
        List.copyOf(new LinkedHashSet<>(cues)),
        confidence,
        reasons);
  }

  private Participant participant(Party party, Side side) {
    return new Participant(
        code(party),
        side,
        party.name(),
        party.role(),
        party.sector(),
        party.entity(),
        party.span());
  }

  private EventType type() {
    return switch (status) {
      case REQUESTED -> EventType.REQUEST;
      case REFUSED, CANCELLED -> EventType.REJECT;
      case THREATENED_TO_HALT -> EventType.THREATEN;
      case PLANNED, OFFERED -> EventType.AGREE;
      default -> EventType.CONSULT;
    };
  }

  private String cameo() {
    return switch (status) {
      case REQUESTED -> "106";
      case REFUSED -> "125";
      case CANCELLED -> trigger.cameo().equals("045") ? "165" : "164";
      case THREATENED_TO_HALT -> trigger.cameo().equals("045") ? "135" : "134";
      case PLANNED, OFFERED -> trigger.cameo().equals("045") ? "039" : "036";
      default -> trigger.cameo();
    };
  }
}
