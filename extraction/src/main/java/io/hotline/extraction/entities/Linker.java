package io.hotline.extraction.entities;

import io.hotline.extraction.MentionType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides whom and what the names of an article name, and which of them name the same. */
final class Linker {

  private final Draft draft;
  private final Words words;
  private final WhosWho who;
  private final Map<String, Cluster> byId = new HashMap<>();
  private final People people;
  private final Organizations organizations;

  private Linker(Draft draft) {
    this.draft = draft;
    this.words = draft.words();
    this.who = draft.who();
    this.people = new People(draft, this);
    this.organizations = new Organizations(draft, this);
  }

  static Linker link(Draft draft) {
    Linker linker = new Linker(draft);
    List<Ref> persons = new ArrayList<>();
    for (Ref ref : draft.refs()) {
      if (ref.type == MentionType.PERSON) {
        persons.add(ref);
      } else {
        linker.thing(ref);
      }
    }
    linker.people.link(persons);
    return linker;
  }

  /** The entity with an id, which is made if the article has none yet. */
  Cluster cluster(String id, String name, MentionType type) {
    return byId.computeIfAbsent(
        id,
        key -> {
          Cluster cluster = new Cluster(key, name, type);
          draft.clusters().add(cluster);
          return cluster;
        });
  }

  /** An id that no other entity of the article has. */
  String freshId(String base) {
    String id = base;
    for (int i = 2; byId.containsKey(id); i++) {
      id = base + "-" + i;
    }
    return id;
  }

  /** The entity with an id; null if the article has none. */
  @Nullable Cluster find(String id) {
    return byId.get(id);
  }

  /** The entity that is several together. */
  Cluster group(List<Cluster> members) {
    List<Cluster> sorted = new ArrayList<>(members);
    sorted.sort(Comparator.comparing(member -> member.id));
    String id = "group:" + String.join("+", sorted.stream().map(member -> member.id).toList());
    String name = String.join(" and ", members.stream().map(member -> member.name).toList());
    Cluster group = cluster(id, name, members.get(0).type);
    if (!group.isGroup()) {
      group.members.addAll(members);
    }
    return group;
  }

  People people() {
    return people;
  }

  Organizations organizations() {
    return organizations;
  }

  int[] numbers(Ref ref) {
    int[] numbers = new int[ref.length()];
    Arrays.setAll(numbers, i -> words.number(ref.from + i));
    return numbers;
  }

  /** The state of a country on the day of publication. */
  Cluster state(Country country) {
    LocalDate day = draft.day();
    Country state = day == null ? country : who.stateAt(country, day);
    boolean same = state == country || sameCapital(state, country);
    Country named = same ? state : country;
    Cluster cluster = cluster(named.code(), named.name(), MentionType.GPE);
    if (cluster.target == null) {
      cluster.target = named;
      cluster.country = state.code();
      cluster.sector = "GOV";
      cluster.speaksForState =
          same && (day == null ? named.term().to() == null : named.term().contains(day));
    }
    return cluster;
  }

  private static boolean sameCapital(Country a, Country b) {
    return !a.capitals().isEmpty() && b.capitals().contains(a.capitals().get(0));
  }

  /** Code of the state that spoke for a country on the day of publication. */
  @Nullable String stateCode(@Nullable String code) {
    Country country = code == null ? null : who.country(code);
    LocalDate day = draft.day();
    return country == null || day == null ? code : who.stateAt(country, day).code();
  }

  private void thing(Ref ref) {
    Entry entry = ref.entry;
    if (entry == null) {
      organizations.link(ref);
    } else if (isInState(ref)) {
      place(ref, draft.text(ref.from, ref.to), "USA");
    } else if (entry.target() instanceof Country country) {
      if (entry.kind() == Entry.Kind.CAPITAL && !actsForState(ref)) {
        place(ref, draft.text(ref.from, ref.to), stateCode(country.code()));
      } else {
        state(country).add(ref);
      }
    } else if (entry.target() instanceof Institution institution) {
      organizations.institution(institution).add(ref);
      organizations.acronymBehind(ref);
    } else if (entry.target() instanceof Place place) {
      place(ref, place.name(), stateCode(place.country()));
    }
  }

  private void place(Ref ref, String name, @Nullable String country) {
    Cluster cluster = cluster("place:" + Facts.slug(name), name, ref.type);
    cluster.country = country;
    cluster.add(ref);
  }

  /** {@code Paris, Texas,}: a place in a state of the Union. */
  private boolean isInState(Ref ref) {
    int next = ref.to + 1;
    if (!draft.is(ref.to, ',') || !draft.in(next, ref.sentence)) {
      return false;
    }
    Scan.Hit name = draft.scan().nameAt(next);
    Entry place = name == null ? null : name.of(Entry.Kind.PLACE);
    return name != null
        && place != null
        && place.country().equals("USA")
        && ref.type == MentionType.GPE
        && (!draft.in(name.to(), ref.sentence) || !words.isWord(name.to()))
        && !isListed(ref);
  }

  /** {@code Kansas, Ohio, Texas and Iowa}. */
  private boolean isListed(Ref ref) {
    return draft.is(ref.from - 1, ',')
        || ref.entry != null
            && ref.entry.target() instanceof Place place
            && "USA".equals(place.country());
  }

  /** Whether a capital stands for its state here: {@code Moscow said}, not {@code in Moscow}. */
  private boolean actsForState(Ref ref) {
    int before = ref.from - 1;
    if (draft.begins(ref.from, ref.sentence) && isDateline(ref)) {
      return false;
    }
    if (draft.in(before, ref.sentence) && words.is(before, Trait.PLACE_PREPOSITION)) {
      return isEnvoyTo(before, ref.sentence);
    }
    int next = ref.to;
    if (!draft.in(next, ref.sentence)) {
      return true;
    }
    if (draft.is(next, ',')) {
      Scan.Hit name = draft.scan().nameAt(next + 1);
      if (name != null
          && (name.of(Entry.Kind.COUNTRY) != null || name.of(Entry.Kind.PLACE) != null)
          && draft.is(name.to(), ',')) {
        return false;
      }
    }
    return words.is(next, Trait.LINK) || !(words.isLower(next) && draft.tags().tag(next).isNoun());
  }

  /** {@code ambassador to Moscow}. */
  private boolean isEnvoyTo(int preposition, int sentence) {
    Scan.Hit noun = draft.scan().nounAt(preposition - 1);
    return noun != null
        && draft.in(preposition - 1, sentence)
        && noun.of(Entry.Kind.ROLE) != null
        && draft.text(preposition, preposition + 1).equals("to");
  }

  /** {@code MOSCOW, April 7 -}, {@code WASHINGTON (Reuters)}. */
  private boolean isDateline(Ref ref) {
    int next = ref.to;
    return draft.is(next, '(')
        || draft.is(next, '-')
        || draft.is(next, '\u2013')
        || draft.is(next, '\u2014')
        || draft.is(next, ',') && words.is(next + 1, Trait.MONTH)
        || words.isAllCapitals(ref.from) && !words.isShouted(ref.sentence);
  }
}
