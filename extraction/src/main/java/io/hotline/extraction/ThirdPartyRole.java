package io.hotline.extraction;

/** What somebody does in an event without being a party to it. */
public enum ThirdPartyRole {
  MEDIATOR,
  HOST,
  /** Carries messages. */
  CHANNEL
}
