package io.hotline.gateway.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Steps of time. */
final class Steps {

  private static final int MOST = 2_000;
  private static final int USUAL = 100;

  private Steps() {}

  /** An ISO 8601 duration, or a number with a unit; null: about a hundredth of the window. */
  static Duration read(@Nullable String text, Instant since, Instant until) {
    Duration window = Duration.between(since, until);
    if (text == null) {
      long seconds = Math.max(60, window.toSeconds() / USUAL);
      return Duration.of(seconds, ChronoUnit.SECONDS);
    }
    Duration step;
    try {
      String upper = text.toUpperCase(Locale.ROOT);
      step =
          Duration.parse(
              upper.startsWith("P")
                  ? upper
                  : upper.endsWith("D") || upper.endsWith("W") ? days(upper) : "PT" + upper);
    } catch (DateTimeException | ArithmeticException e) {
      throw new Refused(400, "step '" + text + "': expected a duration such as 1h or PT15M");
    }
    if (step.toMillis() < 1_000 || window.toMillis() / step.toMillis() > MOST) {
      throw new Refused(
          400, "step '" + text + "': expected at least a second, and at most " + MOST + " of them");
    }
    return step;
  }

  private static String days(String text) {
    String number = text.substring(0, text.length() - 1);
    return "P" + (text.endsWith("W") ? Integer.parseInt(number) * 7 : number) + "D";
  }
}
