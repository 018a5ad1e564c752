package io.hotline.processors.stories;

import io.hotline.schemas.record.AlertKind;
import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.EventMode;
import io.hotline.schemas.record.EventStatus;
import io.hotline.schemas.record.Participant;
import io.hotline.schemas.record.Side;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.Speaker;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One line for a person who was woken up. */
final class Summary {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Summary() {}

  static String of(
      AlertKind kind,
      Signal cause,
      EventStatus status,
      @Nullable EventStatus previous,
      int independentSources) {
    String what =
        switch (kind) {
          case FIRST_REPORT, UNKNOWN -> status.name();
          case STATUS_CHANGE -> status + " (was " + previous + ")";
          case CORROBORATED -> status + ", " + independentSources + " independent sources:";
          case CORRECTED ->
              "CORRECTED to " + cause.getEvent().getStatus() + " (was " + previous + "):";
          case RETRACTED -> "RETRACTED (was " + previous + "):";
        };
    String why =
        kind == AlertKind.RETRACTED && cause.getRetractionReason() != null
            ? " - " + cause.getRetractionReason()
            : "";
    return what
        + " "
        + mode(cause.getEvent().getMode())
        + ", "
        + parties(cause.getEvent())
        + reporters(cause.getEvent().getReportedBy())
        + " - "
        + cause.getSource()
        + ", "
        + TIME.format(cause.getPublished())
        + why;
  }

  private static String mode(EventMode mode) {
    return mode == EventMode.OTHER || mode == EventMode.UNKNOWN
        ? "contact"
        : mode.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String parties(Event event) {
    String actors = countries(event, Side.ACTOR);
    String recipients = countries(event, Side.RECIPIENT);
    String sides =
        actors.isEmpty() || recipients.isEmpty()
            ? actors + recipients
            : actors + " -> " + recipients;
    // A state's own name adds nothing to its code; people and organs have a role or a sector.
    String names =
        event.getParticipants().stream()
            .filter(party -> party.getRole() != null || party.getSector() != null)
            .map(Participant::getName)
            .distinct()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? sides : sides + " (" + names + ")";
  }

  private static String countries(Event event, Side side) {
    return event.getParticipants().stream()
        .filter(party -> (party.getSide() == Side.RECIPIENT) == (side == Side.RECIPIENT))
        .map(Participant::getCountry)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String reporters(List<Speaker> chain) {
    return chain.isEmpty()
        ? ""
        : ", reported by "
            + chain.stream().map(Summary::name).collect(Collectors.joining(" citing "));
  }

  private static String name(Speaker speaker) {
    return speaker.getName() == null ? speaker.getText() : speaker.getName();
  }
}
