package io.hotline.extraction.entities;

import io.hotline.extraction.MentionForm;
import io.hotline.extraction.MentionType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds what refers to somebody or something without a name, {@code the Russian president}, {@code
 * both leaders}, {@code the newspaper}, and has {@link Referents} say to whom.
 */
final class Nominals {

  /** How far before its head a noun phrase may begin, in tokens. */
  private static final int REACH = 8;

  private final Draft draft;
  private final Words words;
  private final Scan scan;
  private final Referents referents;
  private final @Nullable Ref[] nameAt;

  private Nominals(Draft draft, Linker linker) {
    this.draft = draft;
    this.words = draft.words();
    this.scan = draft.scan();
    this.nameAt = new @Nullable Ref[words.count() + 1];
    for (Ref ref : draft.refs()) {
      for (int t = ref.from; t < ref.to; t++) {
        nameAt[t] = ref;
      }
    }
    this.referents = new Referents(draft, linker);
  }

  /** Adds the nominal mentions of a draft whose names are linked. */
  static void find(Draft draft, Linker linker) {
    Nominals nominals = new Nominals(draft, linker);
    int people = 0;
    for (Scan.Hit hit : draft.scan().nouns) {
      while (people < draft.scan().countryWords.size()
          && draft.scan().countryWords.get(people).from() < hit.from()) {
        nominals.people(draft.scan().countryWords.get(people++));
      }
      nominals.noun(hit);
    }
    while (people < draft.scan().countryWords.size()) {
      nominals.people(draft.scan().countryWords.get(people++));
    }
  }

  /** A noun phrase being read, from its head outwards. */
  static final class Phrase {
    final int sentence;
    final Entry entry;
    int from;
    int to;
    boolean definite;
    boolean indefinite;

    /** Begins with a possessive pronoun. */
    boolean owned;

    boolean two;
    boolean former;
    boolean elect;
    @Nullable String country;
    @Nullable Cluster owner;
    String title = "";

    Phrase(Scan.Hit hit, Entry entry, int sentence) {
      this.from = hit.from();
      this.to = hit.to();
      this.entry = entry;
      this.sentence = sentence;
    }

    boolean isPlural() {
      return entry.kind() == Entry.Kind.ROLES || entry.kind() == Entry.Kind.NOUNS;
    }
  }

  private void noun(Scan.Hit hit) {
    Ref inside = nameAt[hit.from()];
    if (nameAt[hit.to() - 1] != null || !isHead(hit)) {
      return;
    }
    Entry entry = hit.entries().get(hit.entries().size() - 1);
    int sentence = draft.sentenceOf(hit.from());
    Phrase phrase = new Phrase(hit, entry, sentence);
    phrase.title = draft.text(hit.from(), hit.to()).toLowerCase(Locale.ROOT);
    if (inside != null) {
      phrase.owner = inside.cluster;
      phrase.country = inside.cluster == null ? null : inside.cluster.country;
    }
    left(phrase);
    right(phrase);
    Ref next = phrase.to < nameAt.length ? nameAt[phrase.to] : null;
    if (next != null && next.type == MentionType.PERSON && draft.in(phrase.to, sentence)) {
      return;
    }
    Ref ref = new Ref(phrase.from, phrase.to, sentence, typeOf(entry), MentionForm.NOMINAL);
    if (referents.resolve(phrase, ref)) {
      draft.refs().add(ref);
    }
  }

  private static MentionType typeOf(Entry entry) {
    if (entry.target() instanceof Role) {
      return MentionType.PERSON;
    }
    return switch (((Facts.Noun) entry.target()).kind()) {
      case "PERSON" -> MentionType.PERSON;
      case "COUNTRY" -> MentionType.GPE;
      default -> MentionType.ORGANIZATION;
    };
  }

  /**
   * Whether the noun is not a modifier of the next one: {@code official} in {@code official visit}.
   */
  private boolean isHead(Scan.Hit hit) {
    int next = hit.to();
    if (!draft.in(next, draft.sentenceOf(hit.from())) || !words.isLower(next)) {
      return true;
    }
    return !draft.tags().tag(next).isNoun()
        || words.is(next, Trait.VERB | Trait.OF | Trait.NOT_NAME);
  }

  private void left(Phrase phrase) {
    int first = Math.max(draft.document().firstToken(phrase.sentence), phrase.from - REACH);
    int p = phrase.from - 1;
    int modifiers = 0;
    while (p >= first) {
      Scan.Hit nationality = scan.countryWordAt(p);
      Ref name = nameAt[p];
      if (words.is(p, Trait.THE)) {
        phrase.definite = true;
        phrase.from = p;
        return;
      } else if (words.is(p, Trait.TWO)) {
        phrase.two = true;
        phrase.definite |= words.is(p, Trait.BOTH);
        phrase.from = p--;
      } else if (words.is(p, Trait.A)) {
        phrase.indefinite = true;
        phrase.from = p;
        return;
      } else if (words.is(p, Trait.PRONOUN) && !words.isAllCapitals(p)) {
        phrase.owned = true;
        phrase.from = p;
        return;
      } else if (nationality != null && phrase.country == null) {
        phrase.country = nationality.entries().get(0).country();
        p = nationality.from() - 1;
        phrase.from = p + 1;
      } else if (name != null && phrase.country == null && phrase.owner == null) {
        phrase.owner = name.cluster;
        phrase.country = name.cluster == null ? null : name.cluster.country;
        phrase.definite |= draft.isPossessive(name.to);
        p = name.from - 1;
        phrase.from = p + 1;
      } else if (draft.isPossessive(p) && name(p - 1)) {
        p--;
      } else if (words.is(p, Trait.FORMER)) {
        phrase.former = true;
        phrase.from = p--;
      } else if (words.is(p, Trait.ELECT)) {
        phrase.elect = true;
        phrase.from = p--;
      } else if (modifiers < 2 && isModifier(p)) {
        modifiers++;
        phrase.from = p--;
      } else {
        return;
      }
    }
  }

  private boolean name(int t) {
    return t >= 0 && nameAt[t] != null;
  }

  private boolean isModifier(int t) {
    return words.isLower(t)
        && !words.is(t, Trait.VERB | Trait.OF | Trait.PLACE_PREPOSITION)
        && switch (draft.tags().tag(t)) {
          case JJ, JJR, JJS, CD -> true;
          default -> false;
        };
  }

  /** {@code ... of the United States}, {@code ... of Russia and Ukraine}. */
  private void right(Phrase phrase) {
    int end = draft.document().endToken(phrase.sentence);
    int q = phrase.to;
    if (phrase.country != null || q + 1 >= end || !words.is(q, Trait.OF)) {
      return;
    }
    int t = words.is(q + 1, Trait.THE) ? q + 2 : q + 1;
    Ref name = t < end ? nameAt[t] : null;
    Cluster cluster = name == null ? null : name.cluster;
    if (name != null && cluster != null && cluster.country != null && !cluster.isPerson()) {
      phrase.country = cluster.country;
      phrase.owner = cluster;
      phrase.definite |= !phrase.indefinite;
      if (scan.nounAt(name.to) == null) {
        phrase.to = name.to;
      }
    }
  }

  /** {@code the Russians}, {@code the Soviets said}, {@code the French have told us}. */
  private void people(Scan.Hit hit) {
    int t = hit.from();
    if (nameAt[t] != null) {
      return;
    }
    int sentence = draft.sentenceOf(t);
    boolean noun = hit.of(Entry.Kind.PEOPLE) != null;
    boolean definite = words.is(t - 1, Trait.THE) && draft.in(t - 1, sentence);
    int next = hit.to();
    boolean alone =
        !draft.in(next, sentence)
            || !words.isWord(next)
            || words.is(next, Trait.VERB | Trait.OF)
            || draft.tags().tag(next).isFinite();
    if (!noun && !(definite && alone)) {
      return;
    }
    Ref ref =
        new Ref(definite ? t - 1 : t, hit.to(), sentence, MentionType.GPE, MentionForm.NOMINAL);
    referents.people(ref, (Country) hit.entries().get(0).target(), definite);
    draft.refs().add(ref);
  }
}
