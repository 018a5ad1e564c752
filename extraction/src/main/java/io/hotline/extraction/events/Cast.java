package io.hotline.extraction.events;

import io.hotline.extraction.ThirdPartyRole;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who stands where in one event; filled by {@link Arguments}. */
final class Cast {

  /** Somebody in the event who is no party to it. */
  record Third(Party party, ThirdPartyRole role) {}

  final List<Party> actors = new ArrayList<>();
  final List<Party> recipients = new ArrayList<>();

  /** Whoever stands after the topic; parties only if nobody else is found. */
  final List<Party> late = new ArrayList<>();

  final List<Third> thirds = new ArrayList<>();
  final List<String> reasons = new ArrayList<>();
  @Nullable Party place;

  /** Whether the words name a pair that is known from elsewhere: {@code the two leaders}. */
  boolean pair;

  /** Whether somebody stands at a party's place who acts for no state. */
  boolean privateParty;

  /** Whether the verb has an object that is no party: {@code visit relatives}. */
  boolean emptyObject;

  /** Whether somebody is only seen doing something: {@code happy to see him return}. */
  boolean watched;

  /** Whether the words name everybody it is between. */
  boolean between;

  /** Whether both sides are of one state. */
  boolean oneSided;

  /** The event told before that this one points to. */
  @Nullable Draft referent;

  /** First token after what belongs to the trigger. */
  int end;

  void actor(List<Party> parties) {
    parties.forEach(p -> put(p, actors, recipients));
  }

  void recipient(List<Party> parties) {
    parties.forEach(p -> put(p, recipients, actors));
  }

  private void put(Party party, List<Party> into, List<Party> other) {
    switch (party.kind()) {
      case PAIR -> pair = true;
      case PRIVATE -> privateParty = true;
      default -> {
        Party known = twin(party, into, other);
        if (known == null) {
          into.add(party);
        } else {
          oneSided |= !known.name().equals(party.name()) && other.contains(known);
        }
      }
    }
  }

  private static @Nullable Party twin(Party party, List<Party> into, List<Party> other) {
    for (List<Party> side : List.of(into, other)) {
      for (Party known : side) {
        if (party.same(known)) {
          return known;
        }
      }
    }
    return null;
  }

  List<Party> all() {
    List<Party> all = new ArrayList<>(actors);
    all.addAll(recipients);
    return all;
  }

  boolean complete() {
    return !actors.isEmpty() && !recipients.isEmpty() || actors.size() > 1;
  }

  /** Drops those of no known state where two states are known. */
  void tidy() {
    long states =
        all().stream().map(Party::country).filter(java.util.Objects::nonNull).distinct().count();
    if (states > 1) {
      actors.removeIf(p -> p.country() == null);
      recipients.removeIf(p -> p.country() == null);
    }
  }

  /** Moves the later actors to the other side, so that each side has somebody. */
  void balance() {
    if (recipients.isEmpty() && actors.size() > 1) {
      Party first = actors.get(0);
      List<Party> rest = List.copyOf(actors.subList(1, actors.size()));
      actors.clear();
      actors.add(first);
      for (Party party : rest) {
        if (party.country() != null && party.country().equals(first.country())) {
          actors.add(party);
        } else {
          recipients.add(party);
        }
      }
    } else if (actors.isEmpty()
        && !recipients.isEmpty()
        && (recipients.size() == 1
            || recipients.stream().map(Party::country).distinct().count() > 1)) {
      actors.add(recipients.remove(0));
    }
  }
}
