package io.hotline.benchmarks.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts a process again within a second of its end, until it is closed. */
final class Supervisor implements AutoCloseable {
  private static final long LOOK_MILLIS = 1_000;

  private final Child child;
  private final AtomicInteger restarts = new AtomicInteger();
  private final Thread thread;

  private Supervisor(Child child) {
    this.child = child;
    this.thread = new Thread(this::watch, "supervisor");
    thread.setDaemon(true);
  }

  /** Watches a process that was started. */
  static Supervisor over(Child child) {
    Supervisor supervisor = new Supervisor(child);
    supervisor.thread.start();
    return supervisor;
  }

  int restarts() {
    return restarts.get();
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(LOOK_MILLIS);
        if (!child.isAlive()) {
          restarts.incrementAndGet();
          child.start();
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start it again", e);
    }
  }

  /** Lets it be; the process goes on. */
  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }
}
