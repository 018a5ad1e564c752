package io.hotline.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What we know of the terminal, and how we behave at it. */
final class Terminal {
  private static final long PATIENCE_SECONDS = 30;
  private static final long LOOK_MILLIS = 500;

  private Terminal() {}

  /** Standard output for data: UTF-8 whatever the locale, buffered; the caller flushes. */
  static PrintStream data() {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
        false,
        StandardCharsets.UTF_8);
  }

  /** Columns of the terminal, 100 if nobody says. */
  static int width() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("\\d{2,4}") ? Integer.parseInt(columns) : 100;
  }

  /** Whether standard error is a terminal; the launcher knows. */
  static boolean interactive() {
    return Boolean.getBoolean("hotline.terminal");
  }

  /** Waits until somebody asks to stop; tells whether the work was still alive then. */
  static boolean awaitStop(CountDownLatch stop, BooleanSupplier alive) throws InterruptedException {
    while (!stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      if (!alive.getAsBoolean()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Work that Ctrl-C ends cleanly: on an interrupt {@code stop} is called, and the process waits
   * for {@link #close} before it goes.
   */
  static final class Interruptible implements AutoCloseable {
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    Interruptible(Runnable stop) {
      this.hook =
          new Thread(
              () -> {
                stop.run();
                try {
                  boolean finished = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                  if (!finished) {
                    System.err.println("hotline: did not stop in time; what is committed is safe");
                  }
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              },
              "on-interrupt");
      Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
      done.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // the process is ending already, through this very hook
      }
    }
  }
}
