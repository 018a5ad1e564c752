package io.hotline.extraction.entities;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the words around a person's name tell of the person: {@code former Russian Foreign
 * Minister} before it, {@code , Russia's foreign minister,} behind it.
 */
final class Context {

  /** How far before a name its title may begin, in tokens. */
  private static final int REACH = 12;

  private final Draft draft;
  private final Words words;
  private final Scan scan;

  Context(Draft draft) {
    this.draft = draft;
    this.words = draft.words();
    this.scan = draft.scan();
  }

  void read(Ref ref) {
    int first = draft.document().firstToken(ref.sentence);
    before(ref, ref.from - 1, Math.max(first, ref.from - REACH));
    int end = draft.document().endToken(ref.sentence);
    if (ref.role == null) {
      behind(ref, ref.to, end);
    }
    if (ref.sex == Sex.UNKNOWN) {
      ref.sex = sexOfName(ref);
    }
  }

  private Sex sexOfName(Ref ref) {
    if (ref.length() < 2) {
      return Sex.UNKNOWN;
    }
    return words.is(ref.from, Trait.GIVEN_MALE)
        ? words.is(ref.from, Trait.GIVEN_FEMALE) ? Sex.UNKNOWN : Sex.MALE
        : words.is(ref.from, Trait.GIVEN_FEMALE) ? Sex.FEMALE : Sex.UNKNOWN;
  }

  /** Reads to the left from token {@code p}, not beyond {@code first}. */
  private void before(Ref ref, int p, int first) {
    boolean apposition = draft.is(p, ',');
    if (apposition) {
      p--;
    }
    int skipped = 0;
    while (p >= first) {
      Scan.Hit noun = scan.nounAt(p);
      Entry role = noun != null && noun.to() == p + 1 ? noun.of(Entry.Kind.ROLE) : null;
      Scan.Hit name = scan.nameAt(p);
      Scan.Hit nationality = scan.countryWordAt(p);
      if (role != null && noun != null && ref.role == null) {
        if (apposition && !beginsNounPhrase(noun.from())) {
          return;
        }
        role(ref, role, noun);
        p = noun.from() - 1;
      } else if (words.is(p, Trait.TITLE) && !apposition) {
        sex(ref, p);
        p--;
      } else if (apposition && ref.role == null && name == null) {
        return;
      } else if (words.is(p, Trait.FORMER)) {
        ref.former = true;
        p--;
      } else if (words.is(p, Trait.ELECT) && ref.role != null) {
        ref.elect = true;
        p--;
      } else if (nationality != null && nationality.to() == p + 1) {
        country(ref, nationality.entries().get(0).country());
        p = nationality.from() - 1;
      } else if (name != null && name.to() == p + 1 && country(name) != null) {
        if (ref.role == null) {
          if (!words.is(name.from() - 1, Trait.OF) || !roleBefore(ref, name)) {
            return;
          }
          country(ref, country(name));
          return;
        }
        country(ref, country(name));
        p = name.from() - 1;
      } else if (draft.isPossessive(p) && ref.role != null) {
        p--;
      } else if (ref.role != null && skipped < 2 && words.isWord(p) && isModifier(p)) {
        skipped++;
        p--;
      } else {
        return;
      }
    }
  }

  /** {@code President of Ukraine Volodymyr Zelensky}. */
  private boolean roleBefore(Ref ref, Scan.Hit country) {
    Scan.Hit noun = scan.nounAt(country.from() - 2);
    Entry role = noun == null ? null : noun.of(Entry.Kind.ROLE);
    if (noun == null || role == null || noun.to() != country.from() - 1) {
      return false;
    }
    role(ref, role, noun);
    return true;
  }

  private boolean beginsNounPhrase(int t) {
    return t > 0
        && (words.is(t - 1, Trait.THE)
            || draft.isPossessive(t - 1)
            || scan.countryWordAt(t - 1) != null
            || scan.nameAt(t - 1) != null);
  }

  private boolean isModifier(int t) {
    return switch (draft.tags().tag(t)) {
      case JJ, JJR, JJS, NN, NNP, VBN, VBG -> !words.is(t, Trait.NOT_NAME | Trait.SAY);
      default -> false;
    };
  }

  private void sex(Ref ref, int t) {
    if (words.is(t, Trait.TITLE_MALE)) {
      ref.sex = Sex.MALE;
    } else if (words.is(t, Trait.TITLE_FEMALE)) {
      ref.sex = Sex.FEMALE;
    }
  }

  private void role(Ref ref, Entry entry, Scan.Hit hit) {
    ref.role = (Role) entry.target();
    ref.title = draft.text(hit.from(), hit.to()).toLowerCase(Locale.ROOT);
    ref.elect |= ref.role.office().endsWith("_ELECT") || ref.role.office().equals("DESIGNATE");
    sex(ref, hit.to() - 1);
    if (ref.title.endsWith("woman")) {
      ref.sex = Sex.FEMALE;
    } else if (ref.title.endsWith("sman")) {
      ref.sex = Sex.MALE;
    }
  }

  private void country(Ref ref, @Nullable String code) {
    if (ref.country == null && code != null && !code.isEmpty()) {
      ref.country = code;
    }
  }

  /** The country a name speaks of; null if none. */
  static @Nullable String country(Scan.Hit name) {
    for (Entry entry : name.entries()) {
      if (entry.kind() != Entry.Kind.PERSON && !entry.country().isEmpty()) {
        return entry.country();
      }
    }
    return null;
  }

  /** Reads to the right from token {@code q}. */
  private void behind(Ref ref, int q, int end) {
    boolean apposition = draft.is(q, ',');
    if (!apposition && !words.is(q, Trait.LINK | Trait.OF) || q + 1 >= end) {
      return;
    }
    if (words.is(q, Trait.OF)) {
      Scan.Hit name = scan.nameAt(q + 1);
      if (name != null && name.of(Entry.Kind.COUNTRY) != null) {
        country(ref, country(name));
      }
      return;
    }
    q++;
    String country = null;
    boolean former = false;
    boolean determined = false;
    int limit = Math.min(end, q + 8);
    while (q < limit) {
      Scan.Hit noun = scan.nounAt(q);
      Scan.Hit name = scan.nameAt(q);
      Scan.Hit nationality = scan.countryWordAt(q);
      Entry role = noun != null && noun.from() == q ? noun.of(Entry.Kind.ROLE) : null;
      if (role != null && noun != null) {
        if (!determined && country == null && !former) {
          return;
        }
        role(ref, role, noun);
        ref.former |= former;
        country(ref, country);
        ofCountry(ref, noun.to(), end);
        return;
      } else if (words.is(q, Trait.THE | Trait.A)) {
        determined = true;
        q++;
      } else if (words.is(q, Trait.FORMER)) {
        former = true;
        q++;
      } else if (nationality != null) {
        country = nationality.entries().get(0).country();
        q = nationality.to();
      } else if (name != null && country(name) != null) {
        country = country(name);
        q = name.to();
      } else if (draft.isPossessive(q) || isModifier(q)) {
        q++;
      } else {
        return;
      }
    }
  }

  /** {@code ... of the Russian Federation}. */
  void ofCountry(Ref ref, int q, int end) {
    if (ref.country != null || q >= end || !words.is(q, Trait.OF)) {
      return;
    }
    int t = q + 1 < end && words.is(q + 1, Trait.THE) ? q + 2 : q + 1;
    Scan.Hit name = t < end ? scan.nameAt(t) : null;
    if (name != null) {
      country(ref, country(name));
    }
  }
}
