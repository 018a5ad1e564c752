package io.hotline.processors.stories;

import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.Participant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The persons who are named on each side of a contact, by surname. A side that only its state or
 * its "officials" are named for is open: it may be anybody. For one thread.
 */
final class People {

  /** Names of this length may differ by a letter: transliterations and slips. */
  private static final int LONG_NAME = 6;

  private final Map<String, Set<String>> named = new HashMap<>();

  static People of(Event event) {
    People people = new People();
    for (Participant party : event.getParticipants()) {
      if (isPerson(party)) {
        people
            .named
            .computeIfAbsent(party.getCountry(), ignored -> new HashSet<>())
            .add(surname(party.getName()));
      }
    }
    return people;
  }

  private static boolean isPerson(Participant party) {
    String entity = party.getEntity();
    return party.getRole() != null
        && entity != null
        && (entity.startsWith("Q") || entity.startsWith("person:"));
  }

  private static String surname(String name) {
    String[] words = name.strip().toLowerCase(Locale.ROOT).split("\\s+");
    return words[words.length - 1];
  }

  void add(People more) {
    more.named.forEach(
        (country, names) ->
            named.computeIfAbsent(country, ignored -> new HashSet<>()).addAll(names));
  }

  /** On how many sides somebody is named. */
  int sides() {
    return named.size();
  }

  /** Whether a side has other persons here than there. */
  boolean differFrom(People others) {
    return named.entrySet().stream()
        .anyMatch(
            side -> {
              Set<String> there = others.named.getOrDefault(side.getKey(), Set.of());
              return !there.isEmpty() && !meet(side.getValue(), there);
            });
  }

  /** On how many sides somebody is named here and there. */
  int shared(People others) {
    return (int)
        named.entrySet().stream()
            .filter(
                side -> meet(side.getValue(), others.named.getOrDefault(side.getKey(), Set.of())))
            .count();
  }

  private static boolean meet(Set<String> some, Set<String> others) {
    return some.stream().anyMatch(one -> others.stream().anyMatch(other -> same(one, other)));
  }

  private static boolean same(String one, String other) {
    return one.equals(other)
        || (Math.min(one.length(), other.length()) >= LONG_NAME && differByALetter(one, other));
  }

  private static boolean differByALetter(String one, String other) {
    if (one.length() > other.length()) {
      return differByALetter(other, one);
    }
    int start = 0;
    while (start < one.length() && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    return one.length() == other.length()
        ? one.substring(Math.min(start + 1, one.length()))
            .equals(other.substring(Math.min(start + 1, other.length())))
        : one.substring(start).equals(other.substring(Math.min(start + 1, other.length())));
  }
}
