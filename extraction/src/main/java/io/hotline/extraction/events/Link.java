package io.hotline.extraction.events;

import io.hotline.extraction.events.VerbGroup.Modality;
import io.hotline.extraction.events.VerbGroup.Tense;

/**
 * One operator above a trigger.
 *
 * @param lemma the word
 * @param tense of the verb; {@code PARTICIPLE} for nouns and adjectives without one
 * @param asserts whether its complement is a clause of its own rather than an infinitive or noun
 * @param subject whether the trigger is the subject of the word rather than its object
 * @param chunk where it stands; -1 if it is no chunk of its own
 * @param token the word's token; -1 if it is understood
 */
record Link(
    Operator operator,
    String lemma,
    boolean negated,
    Modality modality,
    Tense tense,
    boolean asserts,
    boolean subject,
    int chunk,
    int token) {

  /** An operator without a verb. */
  static Link plain(Operator operator, String lemma, int token) {
    return new Link(
        operator, lemma, false, Modality.NONE, Tense.PARTICIPLE, false, false, -1, token);
  }

  /** A word before or after the trigger noun that says what it is: {@code planned talks}. */
  static Link modifier(Operator operator, String lemma, int token) {
    return new Link(
        operator, lemma, false, Modality.NONE, Tense.PARTICIPLE, false, true, -1, token);
  }

  static Link of(
      Operator operator, VerbGroup verb, boolean asserts, boolean subject, int chunk, int token) {
    return new Link(
        operator,
        verb.lemma(),
        verb.negated(),
        verb.modality(),
        verb.tense(),
        asserts,
        subject,
        chunk,
        token);
  }

  Link negate() {
    return new Link(operator, lemma, !negated, modality, tense, asserts, subject, chunk, token);
  }

  Link with(Operator other) {
    return new Link(other, lemma, negated, modality, tense, asserts, subject, chunk, token);
  }

  boolean bare() {
    return modality == Modality.NONE && (tense == Tense.INFINITIVE || tense == Tense.GERUND);
  }

  boolean weak() {
    return modality == Modality.MAY || modality == Modality.CAN;
  }
}
