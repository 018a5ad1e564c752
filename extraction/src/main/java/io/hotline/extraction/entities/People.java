package io.hotline.extraction.entities;

import io.hotline.extraction.MentionType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links names of persons: full names first, then the surnames that go with them. */
final class People {

  /** Nobody returns to the news later than this after the last office, in years. */
  private static final int MEMORY = 45;

  private final Draft draft;
  private final Words words;
  private final Linker linker;
  private final List<Cluster> persons = new ArrayList<>();

  People(Draft draft, Linker linker) {
    this.draft = draft;
    this.words = draft.words();
    this.linker = linker;
  }

  void link(List<Ref> refs) {
    Context context = new Context(draft);
    for (Ref ref : refs) {
      context.read(ref);
      if (ref.length() > 1) {
        full(ref);
      }
    }
    for (Ref ref : refs) {
      if (ref.cluster == null) {
        surname(ref);
      }
    }
    for (Cluster cluster : persons) {
      describe(cluster);
    }
  }

  private void full(Ref ref) {
    Person person = ref.entry == null ? null : (Person) ref.entry.target();
    if (person != null && !isPlausible(person, ref)) {
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
    describe(cluster);
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

  /** Somebody of this name can be who the who's-who means: the time and the role fit. */
  private boolean isPlausible(Person person, Ref ref) {
    LocalDate day = draft.day();
    boolean fits = day == null;
    for (Tenure tenure : person.tenures()) {
      LocalDate end = tenure.term().to();
      if (day != null
          && tenure.term().begunBy(day.plusYears(2))
          && (end == null || end.plusYears(MEMORY).isAfter(day))) {
        fits = true;
      }
    }
    Role role = ref.role;
    return fits && (role == null || !isPrivate(role) || hasSector(person, role.sector()));
  }

  private static boolean isPrivate(Role role) {
    return role.sector().equals("CVL") || role.sector().equals("MED");
  }

  private static boolean hasSector(Person person, String sector) {
    return person.tenures().stream().anyMatch(t -> t.role().sector().equals(sector));
  }

  /** An entity with the same last name and a first name that does not contradict. */
  private @Nullable Cluster sameName(Ref ref) {
    for (int i = persons.size() - 1; i >= 0; i--) {
      Cluster cluster = persons.get(i);
      Ref first = cluster.refs.isEmpty() ? null : longest(cluster);
      if (first != null
          && equal(last(first), last(ref))
          && firstNamesAgree(first, ref)
          && sexOf(cluster).agreesWith(ref.sex)) {
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

  private static Sex sexOf(Cluster cluster) {
    if (cluster.sex != Sex.UNKNOWN) {
      return cluster.sex;
    }
    for (Ref ref : cluster.refs) {
      if (ref.sex != Sex.UNKNOWN) {
        return ref.sex;
      }
    }
    return Sex.UNKNOWN;
  }

  private void surname(Ref ref) {
    Cluster named = namedInText(ref);
    if (named == null) {
      Person alias = ref.entry == null ? null : (Person) ref.entry.target();
      Person person =
          alias != null && alias.sex().agreesWith(ref.sex) && isPlausible(alias, ref)
              ? alias
              : famous(ref);
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
    if (!sexOf(cluster).agreesWith(ref.sex)) {
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

  /** An office-holder who needs no first name: one whose role fits, or the head of a state. */
  private @Nullable Person famous(Ref ref) {
    LocalDate day = draft.day();
    Person best = null;
    double bestScore = 1;
    for (Person person : draft.who().bySurname(words.number(last(ref)))) {
      if (!person.sex().agreesWith(ref.sex) || !isPlausible(person, ref)) {
        continue;
      }
      double score = day == null ? fame(person, ref) : fameAt(person, ref, day);
      if (score > bestScore) {
        best = person;
        bestScore = score;
      }
    }
    return best;
  }

  private double fame(Person person, Ref ref) {
    double best = 0;
    for (Tenure tenure : person.tenures()) {
      best = Math.max(best, fit(tenure, ref) + (tenure.rank() < 2 ? 0.5 : 0));
    }
    return best;
  }

  private double fameAt(Person person, Ref ref, LocalDate day) {
    double best = 0;
    for (Tenure tenure : person.tenures()) {
      if (tenure.term().mayContain(day)) {
        double rank = tenure.rank() < 6 ? 1.2 : tenure.rank() < 16 ? 0.6 : 0.2;
        best = Math.max(best, fit(tenure, ref) + rank + weight(tenure.country()));
      } else if (ref.former && tenure.term().endedBefore(day)) {
        best = Math.max(best, fit(tenure, ref));
      } else if (tenure.rank() < 2 && tenure.term().begunBy(day)) {
        best = Math.max(best, fit(tenure, ref) + weight(tenure.country()) * 0.8);
      }
    }
    return best;
  }

  private double fit(Tenure tenure, Ref ref) {
    double fit = 0;
    Role role = ref.role;
    if (role != null) {
      fit +=
          role.name().equals(tenure.role().name()) || role.office().equals(tenure.office())
              ? 1
              : -0.5;
    }
    String country = linker.stateCode(ref.country);
    if (country != null) {
      fit += country.equals(tenure.country()) ? 1 : -2;
    } else if (draft.clusters().stream().anyMatch(c -> tenure.country().equals(c.country))) {
      fit += 0.4;
    }
    return fit;
  }

  /** States whose office-holders go by their surname everywhere. */
  static double weight(String country) {
    return switch (country) {
      case "USA", "RUS", "SUN" -> 0.8;
      case "GBR", "FRA", "DEU", "CHN", "UKR", "ISR", "IRN", "JPN", "IND", "TUR" -> 0.4;
      default -> 0;
    };
  }

  /** Says what an entity is, from the who's-who and from what the text calls it. */
  private void describe(Cluster cluster) {
    Person person = cluster.person();
    Tenure tenure = person == null ? null : tenure(person, cluster);
    cluster.sex = sexOf(cluster);
    if (tenure != null && person != null) {
      LocalDate day = draft.day();
      boolean now = day == null || tenure.term().mayContain(day);
      cluster.country = tenure.country();
      cluster.role = now ? tenure.title() : "former " + tenure.title();
      cluster.sector = now ? tenure.role().sector() : "ELI";
      cluster.speaksForState = now && tenure.role().speaksForState() && !isElect(tenure);
      return;
    }
    for (Ref ref : cluster.refs) {
      if (cluster.country == null) {
        cluster.country = linker.stateCode(ref.country);
      }
      Role role = ref.role;
      if (role != null && cluster.role == null) {
        cluster.role = ref.former ? "former " + ref.title : ref.title;
        cluster.sector = ref.former ? "ELI" : role.sector();
        cluster.speaksForState = role.speaksForState() && !ref.former && !ref.elect;
      }
    }
    cluster.speaksForState &= cluster.country != null;
  }

  private static boolean isElect(Tenure tenure) {
    return tenure.office().endsWith("_ELECT") || tenure.office().equals("DESIGNATE");
  }

  /** The office held on the day; of several, the one the text names. */
  private @Nullable Tenure tenure(Person person, Cluster cluster) {
    LocalDate day = draft.day();
    if (day == null) {
      for (Tenure tenure : person.tenures()) {
        if (called(tenure, cluster)) {
          return tenure;
        }
      }
      return null;
    }
    Tenure best = null;
    for (Tenure tenure : person.tenures()) {
      if (tenure.term().mayContain(day)
          && (best == null
              || called(tenure, cluster) && !called(best, cluster)
              || tenure.rank() < best.rank() && called(tenure, cluster) == called(best, cluster))) {
        best = tenure;
      }
    }
    return best == null ? person.lastOfficeBefore(day) : best;
  }

  private static boolean called(Tenure tenure, Cluster cluster) {
    for (Ref ref : cluster.refs) {
      Role role = ref.role;
      if (role != null
          && ref.elect == isElect(tenure)
          && (tenure.title().equals(ref.title)
              || role.name().equals(tenure.role().name())
              || role.office().equals(tenure.office()) && !role.office().isEmpty())) {
        return true;
      }
    }
    return false;
  }
}
