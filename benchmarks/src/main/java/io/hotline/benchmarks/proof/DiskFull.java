package io.hotline.benchmarks.proof;

import io.hotline.cli.flow.Accounting;
import io.hotline.cli.flow.Drain;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The house keeps its data on a small volume that fills up under load. It must stop rather than go
 * on with what it cannot keep, and start again on the same folder once there is room. Needs root,
 * for the volume (tmpfs).
 */
final class DiskFull implements Fault {
  private static final int END_SECONDS = 120;
  private static final int MOST_ITEMS = 60_000;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Corpus corpus;

  DiskFull(Corpus corpus) {
    this.corpus = corpus;
  }

  @Override
  public Result run() throws Exception {
    Path volume = Files.createTempDirectory("hotline-volume-");
    if (command("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", volume.toString()) != 0) {
      return new Result("disk full", false, "nothing", "left out: mounting a volume needs root");
    }
    Path logs = Files.createTempDirectory("hotline-disk-full-");
    try (ChildHouse house = new ChildHouse(logs, volume.resolve("data"))) {
      ClusterConfig cluster = house.cluster();
      house.start();
      Set<String> sent = new HashSet<>();
      int acknowledged = fill(cluster, house.process(), sent);
      boolean stopped = house.process().awaitEnd(END_SECONDS);
      if (!stopped) {
        house.process().kill();
      }
      command("mount", "-o", "remount,size=2g", volume.toString());
      house.start();
      try (Drain drain = new Drain(cluster, Namespace.LIVE);
          Accounting accounting = new Accounting(cluster, Namespace.LIVE)) {
        boolean out = drain.await(PATIENCE, left -> {}) && accounting.await(PATIENCE, left -> {});
        Oracle.Verdict verdict = Oracle.judge(cluster, Namespace.LIVE, sent);
        return new Result(
            "disk full",
            stopped && out && verdict.lost() == 0 && verdict.doubled() == 0,
            "160 MB volume filled by %,d acknowledged items, then enlarged".formatted(acknowledged),
            "stopped by itself: %s; after the restart %d lost, %d doubled; %s"
                .formatted(stopped, verdict.lost(), verdict.doubled(), accounting.now()));
      }
    } finally {
      command("umount", volume.toString());
      Stand.delete(logs);
    }
  }

  /** Sends until the house is gone or refuses; keeps the ids that were acknowledged. */
  private int fill(ClusterConfig cluster, Child house, Set<String> sent) {
    int acknowledged = 0;
    try (Feed feed = new Feed(cluster, Namespace.LIVE, Duration.ofSeconds(30))) {
      for (int n = 0; n < MOST_ITEMS && house.isAlive(); n += 100) {
        Set<String> batch = new HashSet<>();
        for (int i = n; i < n + 100; i++) {
          feed.send(corpus.item(i, 10_000_000));
          batch.add(corpus.item(i, 10_000_000).getId());
        }
        feed.flush();
        sent.addAll(batch);
        acknowledged = sent.size();
      }
    } catch (org.apache.kafka.common.KafkaException e) {
      System.err.println("the broker takes no more: " + e.getMessage());
    }
    return acknowledged;
  }

  private static int command(String... words) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(words).inheritIO().start();
    return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : 1;
  }
}
