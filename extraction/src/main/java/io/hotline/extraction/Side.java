package io.hotline.extraction;

/** Which end of an event a party is on. */
public enum Side {
  /** Calls, visits, offers, asks. */
  ACTOR,
  /** Is called, visited, offered to, asked. */
  RECIPIENT
}
