package io.hotline.extraction.entities;

import io.hotline.extraction.MentionType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says what a mention without a name refers to. */
final class Referents {

  private final Draft draft;
  private final Linker linker;
  private final WhosWho who;

  private final Antecedents antecedents;
  private final Titles titles;

  Referents(Draft draft, Linker linker) {
    this.draft = draft;
    this.linker = linker;
    this.who = draft.who();
    this.antecedents = new Antecedents(draft.refs());
    this.titles = new Titles(draft);
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

  private boolean last(Nominals.Phrase phrase, Ref ref, Predicate<Cluster> fits) {
    if (!phrase.definite || phrase.country != null) {
      return false;
    }
    Cluster cluster = antecedents.lastBefore(phrase.from, fits);
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
              ? antecedents.lastBefore(phrase.from, c -> titles.isCalled(c, role, phrase))
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
    Cluster owner = antecedents.lastBefore(phrase.from, c -> c.isPerson() && c.person() != null);
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
    return antecedents.lastBefore(
        phrase.from, c -> country.equals(c.country) && titles.isCalled(c, role, phrase));
  }

  private boolean roles(Nominals.Phrase phrase, Role role, Ref ref) {
    if (ref.country == null && (phrase.definite || phrase.two)) {
      Predicate<Cluster> fits =
          role.name().equals("leader") ? c -> true : c -> titles.isCalled(c, role, phrase);
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
        antecedents.lastOnes(
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
    Cluster state = antecedents.lastBefore(phrase.from, Cluster::isState);
    if (state == null) {
      return false;
    }
    state.add(ref);
    return true;
  }

  /** {@code the two countries}, {@code both sides}: the two states last spoken of. */
  private boolean states(Nominals.Phrase phrase, Ref ref) {
    List<Cluster> states = antecedents.lastOnes(phrase.from, 2, Cluster::isState);
    if (states.size() < 2) {
      List<Cluster> persons =
          antecedents.lastOnes(
              phrase.from, 2, c -> c.country != null && who.country(c.country) != null);
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
            ? antecedents.lastBefore(
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
