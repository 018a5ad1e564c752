package io.hotline.processors.stories;

import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.EventMode;
import io.hotline.schemas.record.EventStatus;
import io.hotline.schemas.record.EventTime;
import io.hotline.schemas.record.Participant;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.SignalState;
import io.hotline.schemas.record.ThirdParty;
import io.hotline.schemas.record.ThirdPartyRole;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One contact, while the reports of it are told apart from those of others: how, who, where and
 * when. What was announced for April and reported as done in April is one development, whatever the
 * silence between; a call of the ministers is not the call of the presidents on the same day. For
 * one thread.
 */
final class Development {

  /** Reports of what took place follow within this time. */
  private static final Duration REPORTED_WITHIN = Duration.ofDays(3);

  /** Days are said loosely, and end at other hours elsewhere. */
  private static final Duration LOOSE = Duration.ofDays(1);

  /** A date that moves by less is the same plan. */
  private static final Duration MOVED_BY = Duration.ofDays(14);

  /** What is said again and again to come, and never when, is news again after this time. */
  private static final Duration LONGEST_UNDATED = Duration.ofDays(30);

  private final ModeFamily family;
  private final Instant first;
  private final People people = new People();
  private final Set<String> places = new HashSet<>();
  private Instant last;
  private @Nullable Instant settledSince;
  private boolean negotiated;
  private @Nullable Window occurred;
  private @Nullable Window planned;

  /** From, inclusive, to, exclusive. */
  private record Window(Instant from, Instant to) {
    static @Nullable Window of(Signal signal) {
      EventTime time = signal.getEvent().getEventTime();
      return time == null ? null : new Window(time.getFrom(), time.getTo());
    }

    boolean holds(Window other) {
      return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    Duration gap(Window other) {
      Duration before = Duration.between(to, other.from);
      Duration after = Duration.between(other.to, from);
      Duration gap = before.compareTo(after) > 0 ? before : after;
      return gap.isNegative() ? Duration.ZERO : gap;
    }
  }

  Development(Signal signal) {
    this.family = ModeFamily.of(signal.getEvent().getMode());
    this.first = signal.getPublished();
    this.last = first;
    add(signal);
  }

  ModeFamily family() {
    return family;
  }

  Instant last() {
    return last;
  }

  People people() {
    return people;
  }

  /** How well a report fits, the more the better; empty if it is of another contact. */
  OptionalInt fit(Signal signal) {
    Event event = signal.getEvent();
    People theirs = People.of(event);
    Set<String> there = places(event);
    boolean elsewhere =
        !there.isEmpty() && !places.isEmpty() && Collections.disjoint(there, places);
    if (ModeFamily.of(event.getMode()) != family
        || isOfOthers(signal, theirs)
        || elsewhere
        || !isOpenFor(signal)
        || isOfAnotherTime(signal)) {
      return OptionalInt.empty();
    }
    Window when = Window.of(signal);
    boolean dated =
        when != null
            && (planned != null && planned.gap(when).isZero()
                || occurred != null && occurred.gap(when).isZero());
    boolean samePlace = !there.isEmpty() && !Collections.disjoint(there, places);
    return OptionalInt.of(2 * people.shared(theirs) + (dated ? 2 : 0) + (samePlace ? 1 : 0));
  }

  /** Whether this may still be heard of: longer while it is to come than once it is settled. */
  private boolean isOpenFor(Signal signal) {
    Instant published = signal.getPublished();
    Instant end =
        settledSince == null
            ? earlier(last.plus(Stories.LONGEST_STORY), first.plus(LONGEST_UNDATED))
            : earlier(last.plus(silence(signal)), settledSince.plus(newsFor(signal)));
    if (settledSince == null && planned != null) {
      Instant kept = planned.to().plus(Stories.LONGEST_SILENCE);
      end = later(end, earlier(kept, first.plus(Stories.LONGEST_PLAN)));
    }
    if (!published.isAfter(end) || isStillPlanned(signal)) {
      return true;
    }
    Window when = Window.of(signal);
    return settledSince != null
        && when != null
        && occurred != null
        && occurred.gap(when).isZero()
        && !published.isAfter(last.plus(Stories.LONGEST_STORY));
  }

  /** A meeting is over in days; a letter is talked of for a week; talks go on for weeks. */
  private Duration silence(Signal signal) {
    return goesOn(signal)
        ? Stories.LONGEST_STORY
        : family == ModeFamily.MESSAGE ? Stories.STALE_AFTER : Stories.LONGEST_SILENCE;
  }

  private Duration newsFor(Signal signal) {
    return goesOn(signal) ? LONGEST_UNDATED : Stories.STALE_AFTER;
  }

  /** Whether these are talks, and the report is of talks. */
  private boolean goesOn(Signal signal) {
    return negotiated && signal.getEvent().getMode() == EventMode.NEGOTIATION;
  }

  /** Talks of states are told now by one official and now by another of the same side. */
  private boolean isOfOthers(Signal signal, People theirs) {
    return people.differFrom(theirs) && !(goesOn(signal) && theirs.sides() < 2);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private boolean isOfAnotherTime(Signal signal) {
    if (isStillPlanned(signal)) {
      return false;
    }
    Window when = Window.of(signal);
    boolean done = signal.getEvent().getStatus() == EventStatus.OCCURRED;
    if (occurred != null) {
      return when != null
          && (done
              ? occurred.gap(when).compareTo(LOOSE) > 0
              : isStillToCome(signal, when) && occurred.gap(when).compareTo(Duration.ZERO) > 0);
    }
    if (planned == null) {
      return false;
    }
    if (done) {
      Instant latest = when == null ? signal.getPublished() : when.to();
      return latest.isBefore(planned.from().minus(LOOSE));
    }
    return when != null && planned.gap(when).compareTo(MOVED_BY) > 0;
  }

  /**
   * Whether a report says of what was planned that it is still to come, when it was planned for.
   */
  private boolean isStillPlanned(Signal signal) {
    Window when = Window.of(signal);
    return StatusOrder.progress(signal.getEvent().getStatus()) > 0
        && signal.getEvent().getStatus() != EventStatus.OCCURRED
        && when != null
        && planned != null
        && planned.holds(when)
        && isStillToCome(signal, when);
  }

  private static boolean isStillToCome(Signal signal, Window when) {
    return !when.from().isBefore(signal.getPublished());
  }

  /** Takes a report in. What was retracted says who and when it was reported, and no more. */
  void add(Signal signal) {
    people.add(People.of(signal.getEvent()));
    places.addAll(places(signal.getEvent()));
    last = signal.getPublished().isAfter(last) ? signal.getPublished() : last;
    if (signal.getState() == SignalState.RETRACTED) {
      return;
    }
    negotiated |= signal.getEvent().getMode() == EventMode.NEGOTIATION;
    EventStatus status = signal.getEvent().getStatus();
    Window when = Window.of(signal);
    if (status == EventStatus.OCCURRED) {
      settledSince = settledSince == null ? signal.getPublished() : settledSince;
      if (occurred == null) {
        Instant published = signal.getPublished();
        occurred = when == null ? new Window(published.minus(REPORTED_WITHIN), published) : when;
      }
    } else if (StatusOrder.isNegative(status)) {
      settledSince = settledSince == null ? signal.getPublished() : settledSince;
    } else if (occurred == null || isStillPlanned(signal)) {
      occurred = null; // so it had not, whoever said so
      settledSince = null;
      planned = when == null || (planned != null && when.holds(planned)) ? planned : when;
    }
  }

  /** Cities, and the states that host; the state of a party as a whole is no place. */
  private static Set<String> places(Event event) {
    Set<String> places = new HashSet<>();
    String location = event.getLocation();
    if (location != null && event.getParticipants().stream().noneMatch(is(location))) {
      places.add(location.toLowerCase(Locale.ROOT));
      for (ThirdParty party : event.getThirdParties()) {
        if (party.getRole() == ThirdPartyRole.HOST) {
          places.add(party.getCountry());
        }
      }
    }
    return places;
  }

  private static Predicate<Participant> is(String location) {
    return party ->
        party.getCountry().equals(party.getEntity()) && party.getName().equalsIgnoreCase(location);
  }
}
