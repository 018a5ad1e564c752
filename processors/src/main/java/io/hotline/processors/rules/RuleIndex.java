package io.hotline.processors.rules;

import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.EventType;
import io.hotline.schemas.record.Participant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rules that an event could concern, so that the number of the others costs nothing: by a
 * pair of its parties and its type; rules without parties by a word that their query needs, or by
 * who is quoted. What it finds must still be asked exactly. Immutable, for any number of threads.
 */
public final class RuleIndex {

  /** A rule between larger groups is found by one side alone. */
  private static final int MOST_PAIRS = 1_000;

  /** By id; a rule's place is its number below. */
  private final List<CompiledRule> all;

  private final Map<Key, BitSet> byParties = new HashMap<>();
  private final Map<Term, BitSet> byWord = new HashMap<>();
  private final Map<String, BitSet> bySpeaker = new HashMap<>();

  /** Where a rule is found; a null stands for anything. */
  private record Key(@Nullable String first, @Nullable String second, @Nullable EventType type) {
    static Key of(String a, String b, @Nullable EventType type) {
      return a.compareTo(b) <= 0 ? new Key(a, b, type) : new Key(b, a, type);
    }
  }

  public RuleIndex(Collection<CompiledRule> rules) {
    all =
        rules.stream()
            .sorted(Comparator.comparing((CompiledRule rule) -> rule.rule().getId()))
            .toList();
    for (int number = 0; number < all.size(); number++) {
      CompiledRule rule = all.get(number);
      Set<Term> words = rule.requiredTerms();
      if (rule.sides().isEmpty() && words != null) {
        for (Term word : words) {
          byWord.computeIfAbsent(word, ignored -> new BitSet()).set(number);
        }
      } else if (rule.sides().isEmpty() && !rule.speakers().isEmpty()) {
        for (String speaker : rule.speakers()) {
          bySpeaker.computeIfAbsent(speaker, ignored -> new BitSet()).set(number);
        }
      } else {
        for (Key key : keys(rule)) {
          byParties.computeIfAbsent(key, ignored -> new BitSet()).set(number);
        }
      }
    }
  }

  private static Set<Key> keys(CompiledRule rule) {
    Set<Key> keys = new LinkedHashSet<>();
    List<EventType> types = new ArrayList<>(rule.rule().getEvents());
    if (types.isEmpty()) {
      types.add(null);
    }
    types.forEach(type -> keys(rule, type, keys));
    return keys;
  }

  private static void keys(CompiledRule rule, @Nullable EventType type, Set<Key> keys) {
    List<Set<String>> sides =
        rule.sides().stream().sorted(Comparator.comparingInt(Set::size)).toList();
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
  }

  /** Looks for the rules of one item's events. For one thread. */
  public Search search(ReadItem item) {
    return new Search(item);
  }

  /** The rules of one item; what is the same for all its events is found once. */
  public final class Search {
    private final ReadItem item;
    private @Nullable BitSet byItsText;

    private Search(ReadItem item) {
      this.item = item;
    }

    /** The rules that might match, by id. */
    public List<CompiledRule> candidates(Event event) {
      BitSet found = (BitSet) byItsText().clone();
      Set<String> parties = new TreeSet<>();
      for (Participant participant : event.getParticipants()) {
        parties.add(participant.getCountry());
        if (participant.getEntity() != null) {
          parties.add(participant.getEntity());
        }
      }
      List<String> sorted = new ArrayList<>(parties);
      find(null, null, event, found);
      for (int i = 0; i < sorted.size(); i++) {
        find(sorted.get(i), null, event, found);
        for (int j = i; j < sorted.size(); j++) {
          find(sorted.get(i), sorted.get(j), event, found);
        }
      }
      return found.stream().mapToObj(all::get).toList();
    }

    private void find(@Nullable String first, @Nullable String second, Event event, BitSet found) {
      addTo(found, byParties.get(new Key(first, second, event.getEventType())));
      addTo(found, byParties.get(new Key(first, second, null)));
    }

    private BitSet byItsText() {
      if (byItsText == null) {
        byItsText = new BitSet();
        if (!byWord.isEmpty()) {
          for (Term word : item.terms()) {
            addTo(byItsText, byWord.get(word));
          }
        }
        if (!bySpeaker.isEmpty()) {
          for (String speaker : item.speakers()) {
            addTo(byItsText, bySpeaker.get(speaker));
          }
        }
      }
      return byItsText;
    }

    private static void addTo(BitSet found, @Nullable BitSet more) {
      if (more != null) {
        found.or(more);
      }
    }
  }
}
