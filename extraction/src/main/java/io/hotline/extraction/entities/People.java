package io.hotline.extraction.entities;

import io.hotline.extraction.MentionType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links names of persons: full names first, then the surnames that go with them. */
final class People {

  private final Draft draft;
  private final Words words;
  private final Linker linker;
  private final Fame fame;
  private final Description description;
  private final List<Cluster> persons = new ArrayList<>();

  People(Draft draft, Linker linker) {
    this.draft = draft;
    this.words = draft.words();
    this.linker = linker;
    this.fame = new Fame(draft, linker);
    this.description = new Description(draft, linker);
  }

  void link(List<Ref> refs) {
    Context context = new Context(draft);
    for (Ref ref : refs) {
      context.read(ref);
      if (ref.length() > 1 && !(ref.entry == null && isInitials(ref))) {
        full(ref);
      }
    }
    for (Ref ref : refs) {
      if (ref.cluster == null) {
        surname(ref);
      }
    }
    for (Cluster cluster : persons) {
      description.write(cluster);
    }
  }

  private void full(Ref ref) {
    Person person = ref.entry == null ? null : (Person) ref.entry.target();
    if (person != null && !fame.isPlausible(person, ref)) {
      person = null;
    }
    if (person == null && ref.length() > 1) {
      Cluster same = sameName(ref);
      if (same != null) {
        same.add(ref);
        return;
      }
    }
    Cluster cluster = person == null ? unknown(ref) : cluster(person);
    if (ref.length() > cluster.words.length) {
      cluster.words = linker.numbers(ref);
    }
    cluster.add(ref);
  }

  private Cluster cluster(Person person) {
    Cluster cluster = linker.cluster(person.id(), person.name(), MentionType.PERSON);
    if (cluster.target == null) {
      cluster.target = person;
      cluster.sex = person.sex();
      persons.add(cluster);
    }
    return cluster;
  }

  /** The entity of somebody the who's-who knows, named in the article or not. */
  Cluster named(Person person) {
    Cluster known = linker.find(person.id());
    if (known != null) {
      return known;
    }
    Cluster cluster = cluster(person);
    description.write(cluster);
    return cluster;
  }

  private Cluster unknown(Ref ref) {
    String name = draft.text(ref.from, ref.to);
    Cluster cluster =
        linker.cluster(linker.freshId("person:" + Facts.slug(name)), name, MentionType.PERSON);
    cluster.words = linker.numbers(ref);
    persons.add(cluster);
    return cluster;
  }

  /** An entity with the same last name and a first name that does not contradict. */
  private @Nullable Cluster sameName(Ref ref) {
    for (int i = persons.size() - 1; i >= 0; i--) {
      Cluster cluster = persons.get(i);
      Ref first = cluster.refs.isEmpty() ? null : longest(cluster);
      if (first != null
          && equal(last(first), last(ref))
          && firstNamesAgree(first, ref)
          && cluster.sexTold().agreesWith(ref.sex)) {
        return cluster;
      }
    }
    return null;
  }

  private static Ref longest(Cluster cluster) {
    Ref longest = cluster.refs.get(0);
    for (Ref ref : cluster.refs) {
      if (ref.isName() && ref.length() > longest.length()) {
        longest = ref;
      }
    }
    return longest;
  }

  private int last(Ref ref) {
    return ref.to - 1;
  }

  private boolean equal(int t, int u) {
    int number = words.number(t);
    return number >= 0
        ? number == words.number(u)
        : draft.text(t, t + 1).equalsIgnoreCase(draft.text(u, u + 1));
  }

  private boolean firstNamesAgree(Ref a, Ref b) {
    if (a.length() < 2 || b.length() < 2 || equal(a.from, b.from)) {
      return true;
    }
    String one = draft.text(a.from, a.from + 1);
    String two = draft.text(b.from, b.from + 1);
    return one.charAt(0) == two.charAt(0) && (isInitial(one) || isInitial(two));
  }

  private static boolean isInitial(String name) {
    return name.length() == 1 || name.length() == 2 && name.charAt(1) == '.';
  }

  /** {@code S.V. Lavrov}: no more is known than the surname. */
  private boolean isInitials(Ref ref) {
    for (int t = ref.from; t < last(ref); t++) {
      String name = draft.text(t, t + 1);
      for (int i = 0; i < name.length(); i++) {
        boolean letter = i % 2 == 0 ? Character.isUpperCase(name.charAt(i)) : name.charAt(i) == '.';
        if (!letter) {
          return false;
        }
      }
    }
    return true;
  }

  private void surname(Ref ref) {
    Cluster named = namedInText(ref);
    if (named == null) {
      Person alias = ref.entry == null ? null : (Person) ref.entry.target();
      Person person =
          alias != null && alias.sex().agreesWith(ref.sex) && fame.isPlausible(alias, ref)
              ? alias
              : fame.famous(ref);
      named = person == null ? unknown(ref) : cluster(person);
    }
    named.add(ref);
  }

  /** The person of this surname, or else this given name, named in full before, or else after. */
  private @Nullable Cluster namedInText(Ref ref) {
    Cluster best = null;
    int bestScore = 0;
    for (Cluster cluster : persons) {
      int score = cluster.refs.isEmpty() ? 0 : score(cluster, ref);
      if (score > bestScore || score == bestScore && best != null && isNearer(cluster, best, ref)) {
        best = cluster;
        bestScore = score;
      }
    }
    return best;
  }

  private int score(Cluster cluster, Ref ref) {
    if (!cluster.sexTold().agreesWith(ref.sex)) {
      return 0;
    }
    Ref full = longest(cluster);
    boolean surname = equal(last(full), last(ref)) || isSurnameOf(cluster, ref);
    boolean given = equal(full.from, ref.from) && full.length() > 1;
    if (!surname && !given) {
      return 0;
    }
    int score = surname ? 4 : 1;
    String country = cluster.refs.get(0).country;
    if (ref.country != null && country != null && !ref.country.equals(country)) {
      score -= 1;
    }
    return score;
  }

  private boolean isSurnameOf(Cluster cluster, Ref ref) {
    Person person = cluster.person();
    if (person == null) {
      return false;
    }
    for (Person other : draft.who().bySurname(words.number(ref.from))) {
      if (other == person) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNearer(Cluster a, Cluster b, Ref ref) {
    return distance(a, ref) < distance(b, ref);
  }

  private static int distance(Cluster cluster, Ref ref) {
    int nearest = Integer.MAX_VALUE;
    for (Ref other : cluster.refs) {
      int distance = ref.from - other.from;
      nearest = Math.min(nearest, distance >= 0 ? distance : 100_000 - distance);
    }
    return nearest;
  }
}
