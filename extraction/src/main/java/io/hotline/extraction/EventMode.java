package io.hotline.extraction;

/** How two sides are in contact. */
public enum EventMode {
  PHONE_CALL,
  MEETING,
  VISIT,
  NEGOTIATION,
  LETTER,
  BACKCHANNEL,
  STATEMENT_OF_READINESS,
  OTHER
}
