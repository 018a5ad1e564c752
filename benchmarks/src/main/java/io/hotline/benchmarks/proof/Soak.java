package io.hotline.benchmarks.proof;

import io.hotline.cli.flow.Accounting;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A house under a steady load for a while: resident memory, open files and lag are looked at every
 * few seconds, and the median of the last quarter is set against that of the second (the first
 * warms up).
 */
final class Soak implements Fault {
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final double MOST_GROWTH = 1.15;

  private final Corpus corpus;
  private final int rate;
  private final Duration length;

  private record Look(double megabytes, double files, double lag) {}

  Soak(Corpus corpus, int rate, Duration length) {
    this.corpus = corpus;
    this.rate = rate;
    this.length = length;
  }

  @Override
  public Result run() throws Exception {
    Path folder = Files.createTempDirectory("hotline-soak-");
    try (ChildHouse house = new ChildHouse(folder, folder.resolve("data"))) {
      ClusterConfig cluster = house.cluster();
      house.start();
      List<Look> looks = new ArrayList<>();
      int n = 0;
      try (Feed feed = new Feed(cluster, Namespace.LIVE);
          Accounting accounting = new Accounting(cluster, Namespace.LIVE)) {
        long start = System.nanoTime();
        long nextLook = start + LOOK.toNanos();
        while (System.nanoTime() - start < length.toNanos()) {
          Feed.until(start + n * (1_000_000_000L / rate));
          feed.send(corpus.item(n++, 100_000_000));
          if (System.nanoTime() > nextLook) {
            nextLook += LOOK.toNanos();
            looks.add(look(house.process(), accounting));
          }
        }
        feed.flush();
      }
      return judge(looks, n);
    } finally {
      Stand.delete(folder);
    }
  }

  private static Look look(Child house, Accounting accounting) throws Exception {
    Path process = Path.of("/proc/" + house.pid());
    File[] files = process.resolve("fd").toFile().listFiles();
    return new Look(
        WorldDay.megabytes(process.resolve("status"), "VmRSS:"),
        Objects.requireNonNull(files).length,
        accounting.unaccounted());
  }

  private Result judge(List<Look> looks, int items) {
    int quarter = looks.size() / 4;
    List<Look> second = looks.subList(quarter, 2 * quarter);
    List<Look> last = looks.subList(looks.size() - quarter, looks.size());
    double memory = memory(second);
    double memoryAtEnd = memory(last);
    double files = Meter.median(second.stream().mapToDouble(Look::files).toArray());
    double filesAtEnd = Meter.median(last.stream().mapToDouble(Look::files).toArray());
    double lag = Meter.median(second.stream().mapToDouble(Look::lag).toArray());
    double lagAtEnd = Meter.median(last.stream().mapToDouble(Look::lag).toArray());
    boolean held =
        memoryAtEnd <= memory * MOST_GROWTH
            && filesAtEnd <= files * MOST_GROWTH + 20
            && lagAtEnd <= lag + rate;
    return new Result(
        "soak",
        held,
        "%,d items at %d/s, %d min".formatted(items, rate, length.toMinutes()),
        "resident %.0f -> %.0f MB, files %.0f -> %.0f, lag %.0f -> %.0f items"
            .formatted(memory, memoryAtEnd, files, filesAtEnd, lag, lagAtEnd));
  }

  private static double memory(List<Look> looks) {
    return Meter.median(looks.stream().mapToDouble(Look::megabytes).toArray());
  }
}
