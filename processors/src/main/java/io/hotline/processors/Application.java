package io.hotline.processors;

import java.util.Locale;

/** The applications of this module; each can run, scale and fail apart from the others. */
public enum Application {
  ENRICHMENT,
  SIGNALS,
  ALERTS;

  /** As it stands in application ids. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
