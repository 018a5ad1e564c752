package io.hotline.extraction.entities;

/** Who goes by the surname alone, for the office held on the day of the article. */
final class HighOffice {

  /** Lowest rank of office whose holders go by surname alone: foreign ministers and above. */
  private static final int HIGH_OFFICE = 6;

  /** The same in the states the news is full of: negotiators and above. */
  private static final int KNOWN_OFFICE = 12;

  /** The same where a word is known to be a name: central bankers and above. */
  private static final int ANY_OFFICE = 30;

  private final Draft draft;
  private final Words words;

  HighOffice(Draft draft) {
    this.draft = draft;
    this.words = draft.words();
  }

  /** Whether the token is the surname of somebody in high office. */
  boolean isHeldBy(int t) {
    if (draft.day() == null) {
      return false;
    }
    for (Person person : draft.who().bySurname(words.number(t))) {
      Tenure tenure = person.officeAt(draft.day());
      if (tenure != null
          && (tenure.rank() <= HIGH_OFFICE
              || tenure.rank() <= KNOWN_OFFICE
                  && Fame.weight(tenure.country()) > 0
                  && !words.is(t, Trait.GIVEN)
                  && !draft.begins(t, draft.sentenceOf(t)))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the token, which is a name of something, is the surname of the only one of that name in
   * an office of a state the news is full of.
   */
  boolean isHeldByName(int t) {
    int holders = 0;
    for (Person person : draft.who().bySurname(words.number(t))) {
      holders += person.tenures().stream().anyMatch(this::isInOffice) ? 1 : 0;
    }
    return holders == 1 && !words.is(t, Trait.GIVEN);
  }

  private boolean isInOffice(Tenure tenure) {
    return tenure.rank() <= ANY_OFFICE
        && Fame.weight(tenure.country()) > 0
        && (draft.day() == null
            ? tenure.term().to() == null
            : tenure.term().mayContain(draft.day()));
  }
}
