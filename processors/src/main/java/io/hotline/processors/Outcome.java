package io.hotline.processors;

import io.hotline.schemas.record.DeadLetter;

/**
 * What a step made of a record. A record that is rejected is handed on as its dead letter, past all
 * further steps, so that every record has exactly one way out of a topology.
 */
sealed interface Outcome<T> {

  /** The record is fine so far. */
  record Done<T>(T value) implements Outcome<T> {}

  /** The same content was here before. */
  record Repeated<T>() implements Outcome<T> {}

  /** The record cannot be processed through a fault of its own. */
  record Rejected<T>(DeadLetter letter) implements Outcome<T> {}

  /** The value of an outcome that is known to be {@link Done}. */
  static <T> T value(Outcome<T> outcome) {
    if (outcome instanceof Done<T> done) {
      return done.value();
    }
    throw new IllegalStateException("not done: " + outcome.getClass().getSimpleName());
  }

  /** The dead letter of an outcome that is known to be {@link Rejected}. */
  static <T> DeadLetter letter(Outcome<T> outcome) {
    if (outcome instanceof Rejected<T> rejected) {
      return rejected.letter();
    }
    throw new IllegalStateException("not rejected: " + outcome.getClass().getSimpleName());
  }
}
