package io.hotline.cli;

import java.io.PrintStream;
import java.time.Duration;

/**
 * One line on standard error that says how far long work is; nothing where nobody watches. Confined
 * to one thread.
 */
final class ProgressBar implements AutoCloseable {
  private static final long EVERY_NANOS = Duration.ofMillis(100).toNanos();
  private static final int WIDTH = 30;

  private final PrintStream err;
  private final boolean shown;
  private final long started = System.nanoTime();
  private long drawn;
  private int length;

  ProgressBar() {
    this(System.err, Terminal.interactive());
  }

  ProgressBar(PrintStream err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  /**
   * Draws how far the work is, at most ten times a second.
   *
   * @param what names the work
   * @param done of {@code total}; a total of 0 or less is unknown
   * @param count items so far, for the rate
   */
  void show(String what, long done, long total, long count) {
    long now = System.nanoTime();
    if (!shown || now - drawn < EVERY_NANOS) {
      return;
    }
    drawn = now;
    double seconds = Math.max(0.001, (now - started) / 1e9);
    StringBuilder line = new StringBuilder(what).append(' ');
    if (total > 0) {
      double part = Math.min(1.0, (double) done / total);
      int filled = (int) Math.round(part * WIDTH);
      line.append('[').append("=".repeat(filled)).append(" ".repeat(WIDTH - filled)).append(']');
      line.append("%4.0f %%".formatted(100 * part));
      if (part > 0.02) {
        line.append("  %s left".formatted(span(seconds * (1 - part) / part)));
      }
    }
    line.append("  %,d items  %,.0f/s".formatted(count, count / seconds));
    draw(line.toString());
  }

  private static String span(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60 ? whole + " s" : "%d:%02d min".formatted(whole / 60, whole % 60);
  }

  /** Says something to a person, above the bar. */
  void say(String message) {
    clear();
    err.println(message);
  }

  private void draw(String line) {
    String padding = " ".repeat(Math.max(0, length - line.length()));
    err.print("\r" + line + padding);
    err.flush();
    length = line.length();
  }

  private void clear() {
    if (length > 0) {
      err.print("\r" + " ".repeat(length) + "\r");
      err.flush();
      length = 0;
    }
  }

  @Override
  public void close() {
    clear();
  }
}
