package io.hotline.extraction.entities;

import io.hotline.extraction.MentionType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what a phrase stands for in this article: Georgia the state of the Union or of the
 * Caucasus.
 */
final class Senses {

  private final Draft draft;
  private final Words words;
  private final @Nullable LocalDate day;

  /** How often the article speaks of each country without doubt. */
  private final Map<String, Integer> countries = new HashMap<>();

  /** How often by other words than its name. */
  private final Map<String, Integer> otherwise = new HashMap<>();

  /** How often of places in it that are no capitals. */
  private final Map<String, Integer> places = new HashMap<>();

  private Senses(Draft draft) {
    this.draft = draft;
    this.words = draft.words();
    this.day = draft.day();
  }

  static Senses of(Draft draft) {
    Senses senses = new Senses(draft);
    for (Scan.Hit hit : draft.scan().names) {
      senses.count(hit);
    }
    for (Scan.Hit hit : draft.scan().countryWords) {
      senses.countries.merge(hit.entries().get(0).country(), 2, Integer::sum);
      senses.otherwise.merge(hit.entries().get(0).country(), 1, Integer::sum);
    }
    return senses;
  }

  private void count(Scan.Hit hit) {
    Entry first = hit.entries().get(0);
    if (first.weak()) {
      return;
    }
    for (Entry entry : hit.entries()) {
      if (entry.kind() != first.kind()
          || entry.kind() == Entry.Kind.PLACE != (first.kind() == Entry.Kind.PLACE)) {
        return;
      }
    }
    if (first.kind() == Entry.Kind.PLACE) {
      places.merge(first.country(), 1, Integer::sum);
    } else if (first.kind() == Entry.Kind.PERSON) {
      for (Tenure tenure : ((Person) first.target()).tenures()) {
        countries.merge(tenure.country(), 1, Integer::sum);
        break;
      }
    } else {
      for (Entry entry : hit.entries()) {
        countries.merge(entry.country(), 1, Integer::sum);
        if (entry.kind() != Entry.Kind.COUNTRY) {
          otherwise.merge(entry.country(), 1, Integer::sum);
        }
      }
    }
  }

  /** Whether the article speaks of a country otherwise than by its name. */
  boolean isSpokenOf(Ref name) {
    Entry entry = name.entry;
    return entry == null
        || entry.kind() != Entry.Kind.COUNTRY
        || weight(otherwise, entry.country()) > 0;
  }

  private int weight(Map<String, Integer> counts, String country) {
    return counts.getOrDefault(country, 0);
  }

  /** The sense of a hit; null if it is no name here. */
  @Nullable Entry choose(Scan.Hit hit) {
    if (hit.length() == 1 && isPartOfPersonName(hit)) {
      return null;
    }
    Entry best = null;
    double bestScore = 0;
    for (Entry entry : hit.entries()) {
      double score = score(entry, hit);
      if (score > 0 && (best == null || score > bestScore)) {
        best = entry;
        bestScore = score;
      }
    }
    return best;
  }

  private double score(Entry entry, Scan.Hit hit) {
    if (entry.weak() && weight(countries, entry.country()) == 0) {
      return 0;
    }
    boolean city = isInPlace(hit);
    return switch (entry.kind()) {
      case PERSON -> 20 + personScore((Person) entry.target());
      case INSTITUTION -> {
        Institution institution = (Institution) entry.target();
        boolean now =
            day == null ? institution.term().to() == null : institution.term().contains(day);
        yield 10 + (now ? 5 : 0) + Math.min(4, weight(countries, entry.country()) * 0.5);
      }
      case COUNTRY -> {
        Country country = (Country) entry.target();
        double own = weight(countries, country.code()) - 1;
        yield city ? 0.5 : 6 + timely(country) + Math.min(3, own);
      }
      case CAPITAL -> city ? 0.4 : 4 + timely((Country) entry.target());
      case METONYM -> 8 + timely((Country) entry.target());
      case PLACE ->
          city
              ? 12
              : hit.entries().size() == 1
                  ? 5
                  : 5 + Math.min(6, 2.0 * weight(places, entry.country()));
      default -> 0;
    };
  }

  private double timely(Country country) {
    if (day == null) {
      return country.term().to() == null ? 1 : 0;
    }
    return country.term().contains(day) ? 1 : 0;
  }

  private double personScore(Person person) {
    if (day == null) {
      return 1;
    }
    Tenure tenure = person.officeAt(day);
    if (tenure != null) {
      return 10 - tenure.rank() * 0.1;
    }
    Tenure last = person.lastOfficeBefore(day);
    LocalDate end = last == null ? null : last.term().to();
    return end == null ? 1 : Math.max(1, 6 - (day.getYear() - end.getYear()) * 0.2);
  }

  /** {@code Atlanta, Georgia}: after a city of the United States and a comma. */
  private boolean isInPlace(Scan.Hit hit) {
    int before = hit.from() - 2;
    if (before < 0 || !draft.is(hit.from() - 1, ',')) {
      return false;
    }
    Scan.Hit other = draft.scan().nameAt(before);
    if (other != null && hit.of(Entry.Kind.PLACE) != null) {
      Entry place = other.of(Entry.Kind.PLACE);
      return place != null && place.country().equals("USA");
    }
    return false;
  }

  /** {@code Michael Jordan}, {@code Chad Wolf}: a word that is part of somebody's name here. */
  private boolean isPartOfPersonName(Scan.Hit hit) {
    int t = hit.from();
    if (hit.of(Entry.Kind.PERSON) != null || words.isAllCapitals(t)) {
      return false;
    }
    if (words.is(t - 1, Trait.GIVEN)
        && words.isCapital(t - 1)
        && !words.is(t - 1, Trait.NOT_NAME | Trait.TITLE)
        && draft.in(t - 1, draft.sentenceOf(t))
        && !isName(t - 1)) {
      return true;
    }
    return words.is(t, Trait.GIVEN)
        && words.isCapital(t + 1)
        && draft.in(t + 1, draft.sentenceOf(t))
        && words.number(t + 1) != Vocabulary.NONE == words.is(t + 1, Trait.GIVEN)
        && !words.is(t + 1, Trait.TITLE | Trait.NOT_NAME | Trait.ORG_WORD | Trait.PLACE_WORD);
  }

  private boolean isName(int t) {
    Scan.Hit other = draft.scan().nameAt(t);
    return other != null && (other.length() > 1 || !words.is(t, Trait.GIVEN));
  }

  static MentionType typeOf(Entry entry) {
    return switch (entry.kind()) {
      case PERSON -> MentionType.PERSON;
      case INSTITUTION -> MentionType.ORGANIZATION;
      case PLACE -> ((Place) entry.target()).type();
      case METONYM -> MentionType.ORGANIZATION;
      default -> MentionType.GPE;
    };
  }
}
