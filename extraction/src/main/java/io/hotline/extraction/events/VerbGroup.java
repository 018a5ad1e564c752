package io.hotline.extraction.events;

/**
 * Auxiliaries, negation and main verb: {@code has not been invited}.
 *
 * @param lemma of the main verb
 * @param modality of the first auxiliary
 * @param tense of the group
 * @param negated whether {@code not}, {@code never} and the like are in it
 * @param passive {@code be} and a participle
 */
record VerbGroup(
    String lemma, Modality modality, Tense tense, boolean negated, boolean passive, int negation) {

  enum Modality {
    NONE,
    WILL,
    WOULD,
    MAY,
    CAN,
    SHOULD
  }

  enum Tense {
    PAST,
    PRESENT,
    PERFECT,
    PAST_PERFECT,
    PROGRESSIVE,
    INFINITIVE,
    GERUND,
    /** A participle without an auxiliary: {@code talks planned for Monday}. */
    PARTICIPLE
  }

  boolean finite() {
    return modality != Modality.NONE
        || switch (tense) {
          case PAST, PRESENT, PERFECT, PAST_PERFECT, PROGRESSIVE -> true;
          default -> false;
        };
  }

  boolean infinitive() {
    return tense == Tense.INFINITIVE && modality == Modality.NONE;
  }

  boolean gerund() {
    return tense == Tense.GERUND && modality == Modality.NONE;
  }

  boolean participle() {
    return tense == Tense.PARTICIPLE;
  }
}
