package io.hotline.benchmarks.proof;

import com.sun.management.OperatingSystemMXBean;
import io.hotline.cli.flow.Accounting;
import io.hotline.cli.flow.Tallies;
import io.hotline.cli.replay.ReplayRun;
import io.hotline.cli.replay.Speed;
import io.hotline.extraction.Extractor;
import io.hotline.processors.ProcessorsConfig;
import io.hotline.schemas.Namespace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A day of the world's news, put into an archive and replayed by the very code of {@code hotline
 * replay}, two stream threads, from the first read of the archive until the last alert is out.
 */
final class WorldDay {
  private static final int THREADS = 2;

  private final Stand stand;
  private final Corpus corpus;
  private final Extractor extractor;

  WorldDay(Stand stand, Corpus corpus, Extractor extractor) {
    this.stand = stand;
    this.corpus = corpus;
    this.extractor = extractor;
  }

  void measure(Report report, int items) throws IOException, InterruptedException {
    Namespace archive = stand.namespace("archive", Stand.US_RUSSIA, Stand.ANY_CONTACT);
    Meter feeding = new Meter();
    try (Feed feed = new Feed(stand.cluster(), archive)) {
      feed.sendAll(corpus, items);
    }
    double fed = feeding.wall();
    Namespace target = new Namespace("replay-world-day");
    ProcessorsConfig config =
        ProcessorsConfig.of(stand.cluster(), target, stand.folder("world-day"))
            .withThreads(THREADS);
    List<Long> memory = new ArrayList<>();
    long[] last = {System.nanoTime()};
    Meter meter = new Meter();
    ReplayRun.Outcome outcome =
        new ReplayRun(
                config,
                archive,
                (step, done, total, count) -> {
                  if (System.nanoTime() - last[0] > 10_000_000_000L) {
                    last[0] = System.nanoTime();
                    memory.add(residentMegabytes());
                    System.err.printf(
                        "%s: %,d of %,d, %d MB%n",
                        step, done, total, memory.get(memory.size() - 1));
                  }
                })
            .replay(Corpus.DAY, Corpus.DAY.plus(Duration.ofDays(1)), Speed.MAX, extractor);
    double wall = meter.wall();
    double processor = meter.processor();
    Tallies tallies;
    try (Accounting accounting = new Accounting(stand.cluster(), target)) {
      tallies = accounting.now();
    }
    double perMillion = wall / items * 1e6 / 60;
    report.table(
        "Replay of a world-day",
        "%,d items put into the archive in %.0f s, then replayed with %d threads; %s; complete: %s."
            .formatted(items, fed, THREADS, tallies, outcome.complete()),
        List.of(
            "items",
            "minutes",
            "items/s",
            "CPU ms an item",
            "minutes for 1M at this rate",
            "resident MB, first to last",
            "highest"),
        List.of(
            List.of(
                "%,d".formatted(items),
                Report.figure(wall / 60),
                Report.figure(items / wall),
                Report.figure(processor / items * 1000),
                Report.figure(perMillion),
                memory.isEmpty() ? "-" : memory.get(0) + " to " + memory.get(memory.size() - 1),
                memory.stream().max(Long::compare).map(String::valueOf).orElse("-"))));
  }

  /** Memory of this process that is in use, by the kernel's count; the heap's where it has none. */
  static long residentMegabytes() {
    try {
      return megabytes(Path.of("/proc/self/status"), "VmRSS:");
    } catch (IOException e) {
      return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
              .getCommittedVirtualMemorySize()
          >> 20;
    }
  }

  /** A line such as {@code VmRSS: 123456 kB} of a process's status. */
  static long megabytes(Path status, String field) throws IOException {
    return Files.readAllLines(status).stream()
            .filter(line -> line.startsWith(field))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow(() -> new IOException(status + " has no " + field))
        / 1024;
  }
}
