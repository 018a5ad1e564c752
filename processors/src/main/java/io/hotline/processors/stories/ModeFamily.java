package io.hotline.processors.stories;

import io.hotline.schemas.record.EventMode;

/**
 * Modes that reports of one and the same event use for each other. A visit, the meeting it is for
 * and the talks held there are one development; a phone call is another, even on the same day.
 */
enum ModeFamily {
  CALL,
  IN_PERSON,
  MESSAGE,
  READINESS,
  OTHER;

  static ModeFamily of(EventMode mode) {
    return switch (mode) {
      case PHONE_CALL -> CALL;
      case MEETING, VISIT, NEGOTIATION -> IN_PERSON;
      case LETTER, BACKCHANNEL -> MESSAGE;
      case STATEMENT_OF_READINESS -> READINESS;
      case OTHER, UNKNOWN -> OTHER;
    };
  }
}
