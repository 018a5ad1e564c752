package io.hotline.extraction.entities;

/**
 * What a phrase of the gazetteer stands for.
 *
 * @param target a {@link Country}, {@link Institution}, {@link Place}, {@link Person}, {@link Role}
 *     or {@link Facts.Noun}, as {@code kind} says
 * @param capitals bit i: word i of the phrase must begin with a capital
 * @param acronyms bit i: word i of the phrase must be in capitals
 * @param weak counts only where the article speaks of the country
 */
record Entry(Kind kind, Object target, int capitals, int acronyms, boolean weak) {

  /** Kinds of phrases; names first, common nouns last. */
  enum Kind {
    PERSON,
    COUNTRY,
    CAPITAL,
    METONYM,
    INSTITUTION,
    PLACE,
    ADJECTIVE,
    PEOPLE,
    ROLE,
    ROLES,
    NOUN,
    NOUNS;

    boolean isName() {
      return compareTo(ADJECTIVE) < 0;
    }

    boolean isCountryWord() {
      return this == ADJECTIVE || this == PEOPLE;
    }

    boolean isNoun() {
      return compareTo(PEOPLE) > 0;
    }
  }

  /** Code of the country the phrase speaks of; empty if none. */
  String country() {
    if (target instanceof Country country) {
      return country.code();
    } else if (target instanceof Institution institution) {
      return institution.country() == null ? "" : institution.country();
    } else if (target instanceof Place place) {
      return place.country() == null ? "" : place.country();
    }
    return "";
  }
}
