package io.hotline.processors.rules;

import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.EventType;
import io.hotline.schemas.record.Participant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rules that an event could concern: by a pair of its parties and its type, so that the
 * number of rules about others costs nothing. What it finds must still be asked exactly. Immutable,
 * for any number of threads.
 */
public final class RuleIndex {

  /** A rule between larger groups is found by one side alone. */
  private static final int MOST_PAIRS = 1_000;

  private final Map<Key, List<CompiledRule>> rules = new HashMap<>();

  /** Where a rule is found; a null stands for anything. */
  private record Key(@Nullable String first, @Nullable String second, @Nullable EventType type) {
    static Key of(String a, String b, @Nullable EventType type) {
      return a.compareTo(b) <= 0 ? new Key(a, b, type) : new Key(b, a, type);
    }
  }

  public RuleIndex(Collection<CompiledRule> all) {
    for (CompiledRule rule : all) {
      List<EventType> types = new ArrayList<>(rule.rule().getEvents());
      if (types.isEmpty()) {
        types.add(null);
      }
      for (EventType type : types) {
        keys(rule, type)
            .forEach(key -> rules.computeIfAbsent(key, ignored -> new ArrayList<>()).add(rule));
      }
    }
  }

  private static Set<Key> keys(CompiledRule rule, @Nullable EventType type) {
    List<Set<String>> sides =
        rule.sides().stream().sorted(Comparator.comparingInt(Set::size)).toList();
    Set<Key> keys = new LinkedHashSet<>();
    if (sides.isEmpty()) {
      keys.add(new Key(null, null, type));
    } else if (sides.size() == 1 || sides.get(0).size() * sides.get(1).size() > MOST_PAIRS) {
      sides.get(0).forEach(party -> keys.add(new Key(party, null, type)));
    } else {
      for (String a : sides.get(0)) {
        for (String b : sides.get(1)) {
          keys.add(Key.of(a, b, type));
        }
      }
    }
    return keys;
  }

  /** The rules that might match, by id. */
  public List<CompiledRule> candidates(Event event) {
    Set<String> parties = new TreeSet<>();
    for (Participant participant : event.getParticipants()) {
      parties.add(participant.getCountry());
      if (participant.getEntity() != null) {
        parties.add(participant.getEntity());
      }
    }
    List<String> sorted = new ArrayList<>(parties);
    Set<CompiledRule> found = new LinkedHashSet<>();
    find(null, null, event, found);
    for (int i = 0; i < sorted.size(); i++) {
      find(sorted.get(i), null, event, found);
      for (int j = i; j < sorted.size(); j++) {
        find(sorted.get(i), sorted.get(j), event, found);
      }
    }
    return found.stream().sorted(Comparator.comparing(rule -> rule.rule().getId())).toList();
  }

  private void find(
      @Nullable String first, @Nullable String second, Event event, Set<CompiledRule> found) {
    found.addAll(rules.getOrDefault(new Key(first, second, event.getEventType()), List.of()));
    found.addAll(rules.getOrDefault(new Key(first, second, null), List.of()));
  }
}
