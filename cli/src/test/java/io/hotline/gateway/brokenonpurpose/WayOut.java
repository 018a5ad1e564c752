package io.hotline.gateway.brokenonpurpose;

/** See the door. */
public final class WayOut {
  private WayOut() {}

  /** Something to call. */
  public static String name() {
    return "way out";
  }
}
