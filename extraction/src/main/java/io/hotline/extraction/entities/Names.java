package io.hotline.extraction.entities;

import io.hotline.extraction.MentionForm;
import io.hotline.extraction.MentionType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which stretches of a text are names. */
final class Names {

  private final Draft draft;
  private final Words words;
  private final Senses senses;
  private final HighOffice offices;
  private final NameBounds bounds;

  /** The name that holds each token, or null. */
  private final @Nullable Ref[] at;

  private final List<Ref> found = new ArrayList<>();

  private Names(Draft draft, Senses senses) {
    this.draft = draft;
    this.words = draft.words();
    this.senses = senses;
    this.offices = new HighOffice(draft);
    this.bounds = new NameBounds(draft, offices);
    this.at = new @Nullable Ref[words.count()];
  }

  /**
   * Finds names: those of the gazetteer, those the tagger found, and persons behind a title.
   *
   * @param tagged what the tagger found, in order
   */
  static void find(Draft draft, List<NameTagger.Name> tagged) {
    Names names = new Names(draft, Senses.of(draft));
    names.gazetteer();
    names.tagged(tagged);
    names.titled();
    names.surnames(false);
    names.nicknames();
    for (Ref ref : names.found) {
      if (names.at[ref.from] == ref) {
        draft.refs().add(ref);
      }
    }
    draft.refs().sort((a, b) -> Integer.compare(a.from, b.from));
  }

  private void add(Ref ref) {
    for (int t = ref.from; t < ref.to; t++) {
      at[t] = ref;
    }
    found.add(ref);
  }

  private void gazetteer() {
    for (Scan.Hit hit : draft.scan().names) {
      Entry entry = senses.choose(hit);
      if (entry == null) {
        continue;
      }
      Ref ref =
          new Ref(
              hit.from(),
              hit.to(),
              draft.sentenceOf(hit.from()),
              isSeatOfPower(hit, entry) ? MentionType.LOCATION : Senses.typeOf(entry),
              MentionForm.NAME);
      ref.entry = entry;
      add(ref);
    }
  }

  /** {@code White House}, {@code Kremlin}: a place by name, whoever speaks there. */
  private static boolean isSeatOfPower(Scan.Hit hit, Entry entry) {
    return entry.kind() == Entry.Kind.METONYM
        || entry.kind() == Entry.Kind.INSTITUTION && hit.of(Entry.Kind.METONYM) != null;
  }

  /** In lines of capitals, surnames known from elsewhere go before what the tagger guesses. */
  private void tagged(List<NameTagger.Name> tagged) {
    List<NameTagger.Name> shouted = new ArrayList<>();
    for (NameTagger.Name name : tagged) {
      int from = draft.document().tokenAt(name.span().start());
      if (words.isShouted(draft.sentenceOf(from))) {
        shouted.add(name);
      } else {
        tagged(name, from);
      }
    }
    if (!shouted.isEmpty()) {
      surnames(true);
      for (NameTagger.Name name : shouted) {
        int from = draft.document().tokenAt(name.span().start());
        if (!isPersonAt(from, draft.document().tokenAt(name.span().end() - 1) + 1)) {
          tagged(name, from);
        }
      }
    }
  }

  /** Takes a name of the tagger, unless the gazetteer knows better where it begins and ends. */
  private void tagged(NameTagger.Name name, int first) {
    int last = draft.document().tokenAt(name.span().end() - 1);
    int from = bounds.begin(first, last + 1);
    int to = bounds.end(name, from, last + 1);
    from = bounds.afterCommonNouns(from, to);
    if (bounds.isPair(from, to)
        || to - from > 1 && bounds.isOrdinary(from) && words.is(from + 1, Trait.OF)) {
      return; // "Citizens of Russia" are nobody's organization
    }
    if (pairOfHolders(from, to)) {
      return;
    }
    MentionType type = type(name, from, to);
    if (type == MentionType.PERSON) {
      from = bounds.afterTitles(from, to);
    }
    if (from >= to || to - from == 1 && (bounds.isOrdinary(from) || bounds.isTicker(from))) {
      return;
    }
    boolean same = false;
    for (int t = from; t < to; t++) {
      Ref known = at[t];
      if (known == null) {
        continue;
      }
      if (known.from == from && known.to == to) {
        same = true;
      } else if (known.length() > 1 && known.type == MentionType.PERSON
          || draft.is(known.to, '-') && known.to < to && known.type == MentionType.GPE) {
        return;
      } else if (known.from <= from && known.to >= to && known.length() > 1) {
        return;
      } else if (known.from < from || known.to > to) {
        remove(known);
      }
    }
    Ref known = at[from];
    if (same && known != null && !isRather(known, type)) {
      return;
    }
    add(new Ref(from, to, draft.sentenceOf(from), type, MentionForm.NAME));
  }

  /** {@code A Trump-Putin summit}: two people in office, and whatever stands before them. */
  private boolean pairOfHolders(int from, int to) {
    for (int t = from + 1; t + 1 < to; t++) {
      boolean joint = draft.is(t, '-') || draft.is(t, '–');
      if (joint && offices.isHeldBy(t - 1) && offices.isHeldBy(t + 1)) {
        for (int side : new int[] {t - 1, t + 1}) {
          if (isFree(side)) {
            add(
                new Ref(
                    side, side + 1, draft.sentenceOf(side), MentionType.PERSON, MentionForm.NAME));
          }
        }
        return true;
      }
    }
    return false;
  }

  /** A bare surname of somebody in high office is that person, whatever the tagger takes it for. */
  private MentionType type(NameTagger.Name name, int from, int to) {
    boolean surname =
        to - from == 1
            && name.type() != MentionType.PERSON
            && at[from] == null
            && (offices.isHeldBy(from) || offices.isHeldByName(from));
    return surname ? MentionType.PERSON : name.type();
  }

  /** Whether the tagger's type is rather right than the gazetteer's: a place that is a person. */
  private boolean isRather(Ref known, MentionType type) {
    Entry entry = known.entry;
    if (type == MentionType.ORGANIZATION
        && entry != null
        && entry.kind() == Entry.Kind.PLACE
        && !isDateline(known)) {
      return true; // a club goes by the name of its town
    }
    return known.length() == 1
        && type == MentionType.PERSON
        && known.type == MentionType.GPE
        && !words.isAllCapitals(known.from)
        && !senses.isSpokenOf(known);
  }

  /** {@code MINNEAPOLIS, April 7 -}. */
  private boolean isDateline(Ref ref) {
    return words.isAllCapitals(ref.from)
        && draft.begins(ref.from, ref.sentence)
        && (draft.is(ref.to, ',') || draft.is(ref.to, '(') || draft.is(ref.to, '-'));
  }

  private void remove(Ref ref) {
    for (int t = ref.from; t < ref.to; t++) {
      at[t] = null;
    }
  }

  private boolean isFree(int t) {
    return at[t] == null;
  }

  /** A title, or an office before a given name, and capitalized words after it: a person. */
  private void titled() {
    for (int s = 0; s < draft.document().sentenceCount(); s++) {
      if (words.isShouted(s)) {
        continue;
      }
      int end = draft.document().endToken(s);
      for (int t = draft.document().firstToken(s) + 1; t < end; t++) {
        if (isFree(t)
            && words.isCapital(t)
            && !words.is(t, Trait.TITLE | Trait.NOT_NAME | Trait.ORG_WORD | Trait.PLACE_WORD)
            && draft.scan().nounAt(t) == null
            && !isCountryWord(t)
            && (isPersonalTitle(t - 1) || words.is(t, Trait.GIVEN) && isRole(t - 1))) {
          int last = personEnd(t, end);
          propose(s, t, last, MentionType.PERSON);
          t = last;
        }
      }
    }
  }

  /** {@code Mr.}, {@code Sen.}, {@code Gen.}: a title that tells the sex or is short for one. */
  private boolean isPersonalTitle(int t) {
    return words.is(t, Trait.TITLE_MALE | Trait.TITLE_FEMALE)
        || words.is(t, Trait.TITLE)
            && draft.document().text().charAt(draft.document().tokenEnd(t) - 1) == '.';
  }

  private boolean isRole(int t) {
    Scan.Hit noun = draft.scan().nounAt(t);
    return noun != null && noun.to() == t + 1 && noun.of(Entry.Kind.ROLE) != null;
  }

  private int personEnd(int start, int to) {
    int last = start + 1;
    while (last < to
        && isFree(last)
        && last - start < 5
        && (words.isCapital(last) || words.is(last, Trait.JOINT))
        && !words.is(last, Trait.NOT_NAME)) {
      last++;
    }
    while (last > start + 1 && !words.isCapital(last - 1)) {
      last--;
    }
    return last;
  }

  /** Surnames alone: of somebody named in full elsewhere, or of somebody in high office. */
  private void surnames(boolean shoutedOnly) {
    Set<String> known = new HashSet<>();
    for (Ref ref : found) {
      if (ref.type == MentionType.PERSON && ref.length() > 1) {
        known.add(folded(ref.to - 1));
      }
    }
    for (int i = 0; i < found.size(); i++) {
      Ref place = found.get(i);
      if (at[place.from] == place
          && place.length() == 1
          && place.type == MentionType.GPE
          && !words.isAllCapitals(place.from)
          && known.contains(folded(place.from))
          && !senses.isSpokenOf(place)) {
        add(new Ref(place.from, place.to, place.sentence, MentionType.PERSON, MentionForm.NAME));
      }
    }
    for (int t = 0; t < at.length; t++) {
      if (isFree(t)
          && (!shoutedOnly || words.isShouted(draft.sentenceOf(t)))
          && words.isCapital(t)
          && !words.is(t, Trait.TITLE | Trait.NOT_NAME | Trait.ORG_WORD)
          && draft.scan().nounAt(t) == null
          && (known.contains(folded(t)) || offices.isHeldBy(t))) {
        propose(draft.sentenceOf(t), t, t + 1, MentionType.PERSON);
      }
    }
  }

  /** {@code Teodoro "Teo" Ruiz}: one name. */
  private void nicknames() {
    for (Ref first : List.copyOf(found)) {
      int quote = first.to;
      Ref last = quote + 3 < at.length ? at[quote + 3] : null;
      if (last != null
          && at[first.from] == first
          && first.type == MentionType.PERSON
          && last.type == MentionType.PERSON
          && last.from == quote + 3
          && last.sentence == first.sentence
          && bounds.isQuotationMark(quote)
          && words.isCapital(quote + 1)
          && bounds.isQuotationMark(quote + 2)) {
        add(new Ref(first.from, last.to, first.sentence, MentionType.PERSON, MentionForm.NAME));
      }
    }
  }

  private String folded(int t) {
    return draft.text(t, t + 1).toLowerCase(Locale.ROOT);
  }

  private boolean isPersonAt(int from, int to) {
    for (int t = from; t < to; t++) {
      Ref name = at[t];
      if (name != null && name.type == MentionType.PERSON) {
        return true;
      }
    }
    return false;
  }

  private boolean isCountryWord(int t) {
    return draft.scan().countryWordAt(t) != null;
  }

  /** Adds a name, unless part of it is a longer name already. */
  private void propose(int sentence, int from, int to, MentionType type) {
    for (int t = from; t < to; t++) {
      Ref name = at[t];
      if (name != null
          && (name.from < from
              || name.to > to
              || name.length() > 2
              || name.length() == to - from)) {
        return;
      }
    }
    add(new Ref(from, to, sentence, type, MentionForm.NAME));
  }
}
