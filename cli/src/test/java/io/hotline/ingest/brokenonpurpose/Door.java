package io.hotline.ingest.brokenonpurpose;

import io.hotline.gateway.brokenonpurpose.WayOut;

/** A door that knows the way out, which it must not. */
public final class Door {
  private Door() {}

  /** Meets the gateway outside Kafka's topics. */
  public static String open() {
    return WayOut.name();
  }
}
