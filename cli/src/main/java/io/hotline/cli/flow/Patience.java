package io.hotline.cli.flow;

import java.time.Duration;

/** How long to wait without any progress; renewed by each progress. Confined to one thread. */
final class Patience {
  private final long nanos;
  private long lastProgress = System.nanoTime();

  Patience(Duration patience) {
    this.nanos = patience.toNanos();
  }

  /** Something has moved. */
  void renew() {
    lastProgress = System.nanoTime();
  }

  boolean isOver() {
    return System.nanoTime() - lastProgress > nanos;
  }

  /** Waits a moment; tells whether to go on: not if it is over or the thread is interrupted. */
  boolean pause(Duration moment) {
    if (isOver()) {
      return false;
    }
    try {
      Thread.sleep(moment.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
