package io.hotline.benchmarks.proof;

import io.hotline.cli.flow.Accounting;
import io.hotline.cli.flow.Drain;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.NewsItem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The whole house, broker and registry included, is killed again and again while items come in; the
 * producer waits for it to return. A producer that must send again can put an item into the topic
 * twice: that is a repeat, counted and dropped, so the oracle reads what came out.
 */
final class HouseKills implements Fault {
  private static final int RATE = 50;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Corpus corpus;
  private final int kills;
  private final long seed;

  HouseKills(Corpus corpus, int kills, long seed) {
    this.corpus = corpus;
    this.kills = kills;
    this.seed = seed;
  }

  @Override
  public Result run() throws Exception {
    Path folder = Files.createTempDirectory("hotline-house-kills-");
    try (ChildHouse house = new ChildHouse(folder, folder.resolve("data"))) {
      ClusterConfig cluster = house.cluster();
      house.start();
      Random moments = new Random(seed);
      double[] recoveries = new double[kills];
      int n = 0;
      try (Feed feed = new Feed(cluster, Namespace.LIVE)) {
        for (int kill = 0; kill < kills; kill++) {
          int batch = RATE * (2 + moments.nextInt(5));
          long start = System.nanoTime();
          for (int i = 0; i < batch; i++, n++) {
            Feed.until(start + i * (1_000_000_000L / RATE));
            feed.send(corpus.item(n, 10_000_000));
          }
          house.process().kill();
          long killed = System.nanoTime();
          house.start();
          recoveries[kill] = (System.nanoTime() - killed) / 1e9;
          System.err.printf("kill %d: back after %.1f s%n", kill + 1, recoveries[kill]);
        }
        feed.flush();
      }
      return judge(cluster, n, recoveries);
    } finally {
      Stand.delete(folder);
    }
  }

  private Result judge(ClusterConfig cluster, int items, double[] recoveries) {
    try (Drain drain = new Drain(cluster, Namespace.LIVE);
        Accounting accounting = new Accounting(cluster, Namespace.LIVE)) {
      boolean out = drain.await(PATIENCE, left -> {}) && accounting.await(PATIENCE, left -> {});
      Set<String> ids = new HashSet<>();
      for (int n = 0; n < items; n++) {
        NewsItem item = corpus.item(n, 10_000_000);
        ids.add(item.getId());
      }
      Oracle.Verdict verdict = Oracle.judge(cluster, Namespace.LIVE, ids);
      Map<String, Integer> dead = new HashMap<>();
      Oracle.read(
          cluster,
          Topics.deadLetters(Namespace.LIVE),
          (raw, key, letter) -> dead.merge(letter.getErrorType(), 1, Integer::sum));
      return new Result(
          "house killed",
          out && verdict.holds() && dead.isEmpty(),
          "%d x SIGKILL of broker, registry and topologies at once, %,d items"
              .formatted(kills, items),
          "%d lost, %d doubled, dead letters %s; %s; running again p50 %.1f s, max %.1f s"
              .formatted(
                  verdict.lost(),
                  verdict.doubled(),
                  dead,
                  accounting.now(),
                  Meter.percentile(0.5, recoveries),
                  Meter.percentile(1, recoveries)));
    }
  }
}
