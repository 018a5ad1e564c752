package io.hotline.ingest.sources;

import static io.hotline.ingest.sources.Readings.CLOCK;

import io.hotline.ingest.Normalized;
import io.hotline.ingest.Outcome;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.SourceException;
import io.hotline.ingest.normalize.Normalizer;
import io.hotline.schemas.record.NewsItem;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads broken inputs, and says what came of them. As a program:
 *
 * <pre>
 * ./mvnw -pl ingest -am test -Dtest=MutatedInputTest -Dsurefire.failIfNoSpecifiedTests=false -Dhotline.fuzz=1000000
 * </pre>
 */
final class Fuzz {

  private final Normalizer normalizer = Normalizer.load();
  private final FuzzedDoor door;

  private int inputs;
  private int items;
  private int rejected;
  private int refused;
  private long worstNanos;
  private int worst;
  private final Map<String, Integer> faults = new TreeMap<>();

  Fuzz(FuzzedDoor door) {
    this.door = door;
  }

  /** Doors and a number of inputs for each: {@code 1000000 RSS WARC}. */
  public static void main(String[] arguments) {
    int count = Integer.parseInt(arguments[0]);
    for (FuzzedDoor door : FuzzedDoor.values()) {
      if (arguments.length == 1 || java.util.Arrays.asList(arguments).contains(door.name())) {
        Fuzz fuzz = new Fuzz(door);
        for (int done = 0; done < count; done += STEP) {
          fuzz.run(done, Math.min(count, done + STEP));
          System.out.println(fuzz.report());
        }
      }
    }
  }

  /**
   * Reads some inputs.
   *
   * @param from number of the first
   * @param to behind the number of the last
   */
  void run(int from, int to) {
    byte[] good = door.good();
    for (int number = from; number < to; number++) {
      byte[] bytes = Mutations.of(good, number);
      long start = cpu();
      try {
        read(bytes);
      } catch (SourceException e) {
        // The stream itself is broken, as when a file's packing is.
        refused++;
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        faults.putIfAbsent(e + " at " + place(e), number);
      }
      long took = cpu() - start;
      inputs++;
      // What is slow while it is compiled is not slow.
      if (took > worstNanos && (number > WARM_UP || took > LONG)) {
        worstNanos = took;
        worst = number;
      }
    }
  }

  private static final int STEP = 50_000;
  private static final int WARM_UP = 100;
  private static final long LONG = Duration.ofSeconds(1).toNanos();

  private static String place(Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    return trace.length == 0 ? "?" : trace[0].toString();
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void read(byte[] bytes) {
    var source = Sources.open("-", CLOCK, SourceOptions.DEFAULT, new ByteArrayInputStream(bytes));
    try (source) {
      while (source.hasNext()) {
        Reading reading = source.next();
        if (reading instanceof RawDocument document) {
          check(normalizer.normalize(document));
        } else if (reading instanceof Rejected letter) {
          check(letter);
        }
      }
    }
  }

  /** What holds for everything that comes out. */
  private void check(Outcome outcome) {
    if (outcome instanceof Rejected letter) {
      require(letter.message().startsWith(letter.origin().toString()), "a message without origin");
      require(letter.errorType().matches("[a-z-]+"), "an error of no type");
      rejected++;
      return;
    }
    NewsItem item = ((Normalized) outcome).item();
    require(item.getText().startsWith(item.getHeadline()), "a text without its headline");
    require(
        item.getText().chars().noneMatch(c -> c == 0 || c == '\r' || c == '\t'),
        "a text with control characters");
    require(!item.getPublished().isAfter(item.getSeen()), "published after it was seen");
    items++;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException(what);
    }
  }

  int items() {
    return items;
  }

  int rejected() {
    return rejected + refused;
  }

  Duration worst() {
    return Duration.ofNanos(worstNanos);
  }

  /** What was thrown that must not be, and the number of the first input that did it. */
  Map<String, Integer> faults() {
    return Map.copyOf(faults);
  }

  String report() {
    return "%-12s %,d inputs, %,d items, %,d dead letters, %,d unreadable, worst %.1f ms (input %d), exceptions %s"
        .formatted(
            door,
            inputs,
            items,
            rejected,
            refused,
            worstNanos / 1e6,
            worst,
            faults.isEmpty() ? "none" : faults);
  }
}
