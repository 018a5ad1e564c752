package io.hotline.gateway.log;

import java.util.Locale;

/** What the records of a topic are. */
public enum TopicKind {
  SIGNAL,
  ALERT,
  ENRICHED;

  /** As listeners read it: in {@code event:} lines and in the list of topics. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
