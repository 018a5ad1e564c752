package io.hotline.gateway.webhooks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a receiver is doing, and whether to call it: a circuit breaker. Thread-safe.
 *
 * <p>After some failures in a row the circuit is open: the receiver is left alone until a time,
 * then tried with one delivery (half open), which closes the circuit or opens it for longer.
 */
final class Health {

  private static final int FAILURES_TO_OPEN = 5;

  /** As others see it. */
  record Report(
      String circuit,
      long delivered,
      long failures,
      long deadLetters,
      @Nullable Instant lastDelivered,
      @Nullable String lastError,
      @Nullable Instant nextAttempt) {}

  private final Backoff backoff;
  private long delivered;
  private long failures;
  private long deadLetters;
  private int inARow;
  private @Nullable Instant failingSince;
  private @Nullable Instant lastDelivered;
  private @Nullable String lastError;
  private @Nullable Instant nextAttempt;

  Health(Backoff backoff) {
    this.backoff = backoff;
  }

  synchronized void succeeded(Instant now) {
    delivered++;
    inARow = 0;
    failingSince = null;
    lastDelivered = now;
    nextAttempt = null;
  }

  /** Also says when to try again. */
  synchronized void failed(Instant now, String why, @Nullable Duration retryAfter) {
    failures++;
    inARow++;
    lastError = why;
    failingSince = failingSince == null ? now : failingSince;
    Duration wait = backoff.after(inARow);
    nextAttempt =
        now.plus(retryAfter == null || wait.compareTo(retryAfter) > 0 ? wait : retryAfter);
  }

  /** A record was given up. */
  synchronized void gaveUp() {
    deadLetters++;
  }

  /** Whether it may be called now; else how long to wait is told by {@link #wait}. */
  synchronized boolean allows(Instant now) {
    return nextAttempt == null || !now.isBefore(nextAttempt);
  }

  synchronized Duration wait(Instant now) {
    return nextAttempt == null || !nextAttempt.isAfter(now)
        ? Duration.ZERO
        : Duration.between(now, nextAttempt);
  }

  /** Somebody says that it is well again. */
  synchronized void tryAtOnce() {
    nextAttempt = null;
  }

  /** Whether it has taken nothing for so long. */
  synchronized boolean isFailingFor(Duration time, Instant now) {
    return failingSince != null && Duration.between(failingSince, now).compareTo(time) > 0;
  }

  synchronized Report report(Instant now) {
    String circuit = inARow < FAILURES_TO_OPEN ? "CLOSED" : allows(now) ? "HALF_OPEN" : "OPEN";
    return new Report(
        circuit, delivered, failures, deadLetters, lastDelivered, lastError, nextAttempt);
  }
}
