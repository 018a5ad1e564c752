package io.hotline.processors.stories;

import io.hotline.schemas.record.EventStatus;
import io.hotline.schemas.record.EventTime;
import io.hotline.schemas.record.Signal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one development stands, while its story is told. For one thread. */
final class Strand {

  private final List<Signal> told = new ArrayList<>();
  private @Nullable Signal turningPoint;
  private EventStatus status = EventStatus.UNKNOWN;
  private Sources sources = new Sources();
  private int lastNegative = -1;

  /** What one more report does to a strand. */
  enum Effect {
    FIRST,
    CHANGE,
    /** One more independent source. */
    SUPPORT,
    NONE
  }

  EventStatus status() {
    return status;
  }

  int independentSources() {
    return sources.independent();
  }

  Effect tell(Signal signal) {
    EventStatus next = signal.getEvent().getStatus();
    boolean first = turningPoint == null;
    boolean change = !first && isChange(signal, next);
    told.add(signal);
    if (first || change) {
      turningPoint = signal;
      status = next;
      recount();
      if (StatusOrder.isNegative(next)) {
        lastNegative = told.size() - 1;
      }
      return first ? Effect.FIRST : Effect.CHANGE;
    }
    if (!supports(signal)) {
      return Effect.NONE;
    }
    int before = sources.independent();
    sources.add(signal);
    return sources.independent() > before ? Effect.SUPPORT : Effect.NONE;
  }

  private boolean isChange(Signal signal, EventStatus next) {
    if (next == status || next == EventStatus.UNKNOWN) {
      return false;
    }
    if (StatusOrder.isNegative(next)) {
      return true;
    }
    if (StatusOrder.isNegative(status)) {
      return StatusOrder.progress(next) > 1 && !isRepetition(signal, next);
    }
    return StatusOrder.progress(next) > StatusOrder.progress(status)
        || (status == EventStatus.OCCURRED && isPlannedFor(signal, next));
  }

  /** It was said to have taken place, and now to come on a day that is still to come. */
  private static boolean isPlannedFor(Signal signal, EventStatus next) {
    EventTime time = signal.getEvent().getEventTime();
    return next == EventStatus.PLANNED
        && time != null
        && !time.getFrom().isBefore(signal.getPublished());
  }

  /** After a denial: whether this only says again what a source said before the denial. */
  private boolean isRepetition(Signal signal, EventStatus next) {
    Sources before = new Sources();
    told.stream()
        .filter(
            former ->
                StatusOrder.progress(former.getEvent().getStatus()) >= StatusOrder.progress(next))
        .forEach(before::add);
    return !before.isNew(signal);
  }

  /** Whether a report says what the strand now stands at, or more. */
  private boolean supports(Signal signal) {
    EventStatus said = signal.getEvent().getStatus();
    return StatusOrder.isNegative(status)
        ? said == status
        : StatusOrder.progress(said) > 0
            && StatusOrder.progress(said) >= StatusOrder.progress(status);
  }

  private void recount() {
    sources = new Sources();
    told.subList(StatusOrder.isNegative(status) ? 0 : lastNegative + 1, told.size()).stream()
        .filter(this::supports)
        .forEach(sources::add);
    if (sources.independent() == 0 && turningPoint != null) {
      sources.add(turningPoint); // a status without progress supports itself
    }
  }
}
