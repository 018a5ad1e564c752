package io.hotline.cli.replay;

import java.time.Duration;

/** How fast event time passes. */
public record Speed(double factor) {
  /** As fast as the machine can. */
  public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

  /**
   * Reads {@code max}, {@code 1x}, {@code 60x}.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static Speed parse(String text) {
    if (text.equalsIgnoreCase("max")) {
      return MAX;
    }
    if (text.matches("\\d{1,7}(\\.\\d{1,3})?x")) {
      double factor = Double.parseDouble(text.substring(0, text.length() - 1));
      if (factor > 0) {
        return new Speed(factor);
      }
    }
    throw new IllegalArgumentException(
        "--speed '" + text + "': write max, or how many times real time, such as 60x");
  }

  /** How long after the first item the one that was published {@code millis} later is due. */
  Duration due(long millis) {
    return Duration.ofNanos((long) (millis * 1e6 / factor));
  }
}
