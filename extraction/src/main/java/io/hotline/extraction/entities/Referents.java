package io.hotline.extraction.entities;

import io.hotline.extraction.MentionType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says what a mention without a name refers to. */
final class Referents {

  /** How many mentions back a referent is looked for. */
  private static final int MEMORY = 60;

  private final Draft draft;
  private final Linker linker;
  private final WhosWho who;

  /** Names in order of text. */
  private final List<Ref> names;

  Referents(Draft draft, Linker linker, @Nullable Ref[] nameAt) {
    this.draft = draft;
    this.linker = linker;
    this.who = draft.who();
    this.names = new ArrayList<>(draft.refs());
    names.sort(Comparator.comparingInt(ref -> ref.from));
  }

  /** Fills the mention in; false if it is not worth one. */
  boolean resolve(Nominals.Phrase phrase, Ref ref) {
    ref.plural = phrase.isPlural();
    ref.country = linker.stateCode(phrase.country);
    ref.former = phrase.former;
    ref.elect = phrase.elect;
    if (phrase.entry.target() instanceof Role role) {
      ref.role = role;
      ref.title = phrase.title;
      return phrase.isPlural() ? roles(phrase, role, ref) : role(phrase, role, ref);
    }
    String kind = ((Facts.Noun) phrase.entry.target()).kind();
    return switch (kind) {
      case "STATE" -> state(phrase, ref);
      case "COUNTRY" -> country(phrase, ref);
      case "PERSON" -> phrase.isPlural() ? persons(phrase, ref, c -> true) : false;
      case "MEDIA" -> !phrase.isPlural() && last(phrase, ref, Cluster::isMedia);
      case "ORGANIZATION" -> !phrase.isPlural() && last(phrase, ref, Referents::isOrganization);
      default -> organ(phrase, kind, ref);
    };
  }

  private static boolean isOrganization(Cluster cluster) {
    return cluster.type == MentionType.ORGANIZATION
        && !cluster.isMedia()
        && !cluster.speaksForState;
  }

  /** Index of the first name that begins at or after the token. */
  private int before(int token) {
    int low = 0;
    int high = names.size();
    while (low < high) {
      int middle = low + high >>> 1;
      if (names.get(middle).from < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private @Nullable Cluster lastBefore(int token, Predicate<Cluster> fits) {
    int from = before(token);
    for (int i = from - 1; i >= Math.max(0, from - MEMORY); i--) {
      Cluster cluster = names.get(i).cluster;
      if (cluster != null && fits.test(cluster)) {
        return cluster;
      }
    }
    return null;
  }

  /** The last ones before the token, the nearest last; at most {@code limit}. */
  private List<Cluster> lastOnes(int token, int limit, Predicate<Cluster> fits) {
    List<Cluster> found = new ArrayList<>(limit);
    int from = before(token);
    for (int i = from - 1; i >= Math.max(0, from - MEMORY) && found.size() < limit; i--) {
      Cluster cluster = names.get(i).cluster;
      if (cluster != null && fits.test(cluster) && !found.contains(cluster)) {
        found.add(0, cluster);
      }
    }
    return found;
  }

  private boolean last(Nominals.Phrase phrase, Ref ref, Predicate<Cluster> fits) {
    if (!phrase.definite || phrase.country != null) {
      return false;
    }
    Cluster cluster = lastBefore(phrase.from, fits);
    if (cluster == null) {
      return false;
    }
    cluster.add(ref);
    return true;
  }

  private boolean role(Nominals.Phrase phrase, Role role, Ref ref) {
    if (phrase.indefinite) {
      return ref.country != null;
    }
    Cluster cluster;
    if (role.office().equals("COUNTERPART")) {
      cluster = counterpart(phrase, ref);
    } else if (ref.country == null) {
      cluster =
          phrase.definite && !phrase.owned
              ? lastBefore(phrase.from, c -> holds(c, role, phrase))
              : null;
    } else {
      cluster = official(phrase, role, ref.country);
    }
    if (cluster != null) {
      cluster.add(ref);
      return true;
    }
    return ref.country != null || phrase.definite || phrase.owned;
  }

  /** {@code his US counterpart}: who holds the same office there. */
  private @Nullable Cluster counterpart(Nominals.Phrase phrase, Ref ref) {
    LocalDate day = draft.day();
    String country = ref.country;
    Cluster owner = lastBefore(phrase.from, c -> c.isPerson() && c.person() != null);
    Person person = owner == null ? null : owner.person();
    if (day == null || country == null || person == null) {
      return null;
    }
    Tenure own = person.officeAt(day);
    if (own == null || !own.role().speaksForState()) {
      return null;
    }
    List<Tenure> holders = who.holders(country, own.role(), own.title(), day);
    return holders.isEmpty()
        ? null
        : linker.people().named(holders.get(holders.size() - 1).person());
  }

  private @Nullable Cluster official(Nominals.Phrase phrase, Role role, String country) {
    LocalDate day = draft.day();
    boolean elect = phrase.elect || role.office().endsWith("_ELECT");
    if (day != null && !phrase.former) {
      Role sought = phrase.elect ? who.role(role.name() + "-elect") : role;
      String title = elect && sought != null ? sought.name() : phrase.title;
      List<Tenure> holders = sought == null ? List.of() : who.holders(country, sought, title, day);
      for (Tenure tenure : holders) {
        Cluster cluster = linker.find(tenure.person().id());
        if (cluster != null) {
          return cluster;
        }
      }
      boolean single =
          who.isSingle(role.office())
              || holders.size() == 1 && holders.get(0).title().equals(phrase.title);
      if (!holders.isEmpty() && single) {
        return linker.people().named(holders.get(holders.size() - 1).person());
      }
    }
    return lastBefore(phrase.from, c -> country.equals(c.country) && holds(c, role, phrase));
  }

  /** Whether a person of the article is called by the role. */
  private boolean holds(Cluster cluster, Role role, Nominals.Phrase phrase) {
    String own = cluster.role;
    if (!cluster.isPerson() || own == null) {
      return false;
    }
    boolean former = own.startsWith("former ");
    if (phrase.former != former && phrase.former) {
      return false;
    }
    String title = former ? own.substring(7) : own;
    if (title.equals(phrase.title) || title.equals(role.name())) {
      return true;
    }
    if (role.name().equals("leader")) {
      return isLeader(cluster, title);
    }
    if (isGeneral(role)) {
      return title.endsWith(" " + phrase.title)
          || role.office().isEmpty() && "GOV".equals(cluster.sector);
    }
    Tenure tenure = office(cluster);
    return tenure != null
            && (tenure.role().name().equals(role.name()) || WhosWho.isHeadOf(role, tenure))
        || title.endsWith(" " + phrase.title);
  }

  /** A word for many offices: {@code minister}, {@code official}, {@code diplomat}. */
  private static boolean isGeneral(Role role) {
    return role.office().isEmpty() || role.office().equals("MINISTER");
  }

  private @Nullable Tenure office(Cluster cluster) {
    Person person = cluster.person();
    LocalDate day = draft.day();
    return person == null || day == null ? null : person.officeAt(day);
  }

  private boolean isLeader(Cluster cluster, String title) {
    Tenure tenure = office(cluster);
    return tenure != null && tenure.rank() < 5
        || title.equals("president")
        || title.equals("prime minister")
        || title.equals("chancellor")
        || title.contains("leader");
  }

  private boolean roles(Nominals.Phrase phrase, Role role, Ref ref) {
    if (ref.country == null && (phrase.definite || phrase.two)) {
      Predicate<Cluster> fits =
          role.name().equals("leader") ? c -> true : c -> holds(c, role, phrase);
      if (persons(phrase, ref, fits)) {
        return true;
      }
    }
    return ref.country != null || phrase.two;
  }

  /** {@code both leaders}, {@code the two men}: the two persons last spoken of. */
  private boolean persons(Nominals.Phrase phrase, Ref ref, Predicate<Cluster> fits) {
    if (!phrase.two && !phrase.definite || phrase.country != null) {
      return false;
    }
    Sex sex =
        phrase.title.endsWith("women")
            ? Sex.FEMALE
            : phrase.title.equals("men") ? Sex.MALE : Sex.UNKNOWN;
    if (!phrase.two && sex != Sex.UNKNOWN) {
      return false;
    }
    List<Cluster> two =
        lastOnes(
            phrase.from,
            2,
            c ->
                c.isPerson()
                    && c.sex.agreesWith(sex)
                    && (sex != Sex.UNKNOWN || c.country != null)
                    && fits.test(c));
    if (two.size() < 2
        || sex == Sex.UNKNOWN && java.util.Objects.equals(two.get(0).country, two.get(1).country)) {
      return false;
    }
    linker.group(two).add(ref);
    return true;
  }

  private boolean state(Nominals.Phrase phrase, Ref ref) {
    boolean side = phrase.title.startsWith("side");
    if (phrase.isPlural()) {
      return side
          && phrase.country == null
          && (phrase.definite || phrase.two)
          && states(phrase, ref);
    }
    Country country = ref.country == null ? null : who.country(ref.country);
    if (country == null || phrase.former) {
      return false;
    }
    linker.state(country).add(ref);
    return true;
  }

  private boolean country(Nominals.Phrase phrase, Ref ref) {
    if (phrase.country != null) {
      return false;
    }
    if (phrase.isPlural()) {
      return (phrase.two || phrase.definite && phrase.title.startsWith("superpower"))
          && states(phrase, ref);
    }
    if (!phrase.definite || !phrase.title.equals("country")) {
      return false;
    }
    Cluster state = lastBefore(phrase.from, Cluster::isState);
    if (state == null) {
      return false;
    }
    state.add(ref);
    return true;
  }

  /** {@code the two countries}, {@code both sides}: the two states last spoken of. */
  private boolean states(Nominals.Phrase phrase, Ref ref) {
    List<Cluster> states = lastOnes(phrase.from, 2, Cluster::isState);
    if (states.size() < 2) {
      List<Cluster> persons =
          lastOnes(phrase.from, 2, c -> c.country != null && who.country(c.country) != null);
      states = new ArrayList<>();
      for (Cluster person : persons) {
        Country country = person.country == null ? null : who.country(person.country);
        if (country != null && !states.contains(linker.state(country))) {
          states.add(linker.state(country));
        }
      }
    }
    if (states.size() < 2) {
      return false;
    }
    linker.group(states).add(ref);
    return true;
  }

  private boolean organ(Nominals.Phrase phrase, String kind, Ref ref) {
    if (phrase.isPlural() || phrase.owned) {
      return false;
    }
    Institution institution = ref.country == null ? null : who.organ(ref.country, kind);
    if (institution != null) {
      linker.organizations().institution(institution).add(ref);
      return true;
    }
    if (ref.country != null) {
      Cluster cluster =
          linker.cluster(
              "org:" + Facts.slug(ref.country + " " + phrase.title),
              draft.text(phrase.from, phrase.to),
              MentionType.ORGANIZATION);
      cluster.country = ref.country;
      cluster.sector = "GOV";
      cluster.speaksForState = true;
      cluster.add(ref);
      return true;
    }
    Cluster before =
        phrase.definite
            ? lastBefore(
                phrase.from,
                c -> c.target instanceof Institution known && known.kind().equals(kind))
            : null;
    if (before != null) {
      before.add(ref);
    }
    return before != null;
  }

  /** A noun for a people: with {@code the}, its state; else some of them. */
  void people(Ref ref, Country country, boolean definite) {
    ref.plural = true;
    ref.country = linker.stateCode(country.code());
    if (definite) {
      linker.state(country).add(ref);
    }
  }
}
