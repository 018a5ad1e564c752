package io.hotline.benchmarks.proof;

import io.hotline.cli.flow.Outstanding;
import io.hotline.cli.flow.Tallies;
import io.hotline.extraction.Extractor;
import io.hotline.processors.Processors;
import io.hotline.processors.ProcessorsConfig;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.NewsItem;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.TopicPartition;

/**
 * {@code hotline process} is killed again and again under load, at moments drawn by a seed, so that
 * most deaths fall into an open transaction. Recovery is from the restart until the next enriched
 * item is committed: the start of a JVM and the end of the dead member's session are in it. Alerts
 * are compared with those of one undisturbed thread.
 */
final class Kills implements Fault {
  private static final int RATE = 100;
  private static final long LOOK_MILLIS = 50;
  private static final long RECOVERY_SECONDS = 120;

  private final Stand stand;
  private final Corpus corpus;
  private final Extractor extractor;
  private final int kills;
  private final long seed;

  Kills(Stand stand, Corpus corpus, Extractor extractor, int kills, long seed) {
    this.stand = stand;
    this.corpus = corpus;
    this.extractor = extractor;
    this.kills = kills;
    this.seed = seed;
  }

  @Override
  public Result run() throws Exception {
    Namespace namespace = stand.namespace("kills", Stand.US_RUSSIA, Stand.ANY_CONTACT);
    ClusterConfig cluster = stand.cluster();
    Path folder = stand.folder("kills");
    List<NewsItem> sent = new ArrayList<>();
    AtomicBoolean done = new AtomicBoolean();
    Thread feeding = new Thread(() -> feed(namespace, sent, done), "feed");
    List<Double> recoveries = new ArrayList<>();
    try (Child child = Child.processors(folder, cluster, cluster.registryUrl(), namespace)) {
      child.start();
      recovery(namespace);
      feeding.start();
      Random moments = new Random(seed);
      for (int kill = 0; kill < kills; kill++) {
        Thread.sleep(500 + moments.nextInt(3_000));
        child.kill();
        long restarted = System.nanoTime();
        child.start();
        recovery(namespace);
        recoveries.add((System.nanoTime() - restarted) / 1e9);
        System.err.printf("kill %d: back after %.1f s%n", kill + 1, recoveries.get(kill));
      }
      done.set(true);
      feeding.join();
      stand.settle(namespace);
    }
    return judge(namespace, sent, recoveries);
  }

  private Result judge(Namespace namespace, List<NewsItem> sent, List<Double> recoveries)
      throws InterruptedException {
    Set<String> ids = new HashSet<>();
    sent.forEach(item -> ids.add(item.getId()));
    Oracle.Verdict verdict = Oracle.judge(stand.cluster(), namespace, ids);
    Set<String> alerts = Oracle.alerts(stand.cluster(), namespace);
    Set<String> expected = reference(sent);
    double[] seconds = recoveries.stream().mapToDouble(Double::doubleValue).toArray();
    return new Result(
        "processors killed",
        verdict.holds() && alerts.equals(expected),
        "%d x SIGKILL, %,d items at %d/s".formatted(kills, sent.size(), RATE),
        "%d lost, %d doubled; %d alerts, %s the reference; recovery p50 %.1f s, p99 %.1f s"
            .formatted(
                verdict.lost(),
                verdict.doubled(),
                alerts.size(),
                alerts.equals(expected) ? "equal to" : "NOT equal to",
                Meter.percentile(0.5, seconds),
                Meter.percentile(0.99, seconds)));
  }

  /** Waits until one more enriched item is committed; a first item makes sure that there is one. */
  private void recovery(Namespace namespace) throws InterruptedException {
    try (Outstanding outstanding = new Outstanding(stand.cluster())) {
      Set<TopicPartition> enriched =
          outstanding.partitions(List.of(Topics.enriched(namespace).name()));
      Set<TopicPartition> items = outstanding.partitions(List.of(Topics.items(namespace).name()));
      if (sum(outstanding.ends(items)) == 0) {
        return; // nothing has been sent yet
      }
      long before = sum(outstanding.ends(enriched));
      long end = System.nanoTime() + RECOVERY_SECONDS * 1_000_000_000L;
      while (sum(outstanding.ends(enriched)) <= before) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("not back after " + RECOVERY_SECONDS + " s");
        }
        Thread.sleep(LOOK_MILLIS);
      }
    }
  }

  private static long sum(Map<TopicPartition, Long> ends) {
    return ends.values().stream().mapToLong(Long::longValue).sum();
  }

  private void feed(Namespace namespace, List<NewsItem> sent, AtomicBoolean done) {
    try (Feed feed = new Feed(stand.cluster(), namespace)) {
      long start = System.nanoTime();
      for (int n = 0; !done.get(); n++) {
        Feed.until(start + n * (1_000_000_000L / RATE));
        NewsItem item = corpus.item(n, 10_000_000);
        sent.add(item);
        feed.send(item);
      }
      feed.flush();
    }
  }

  /** The alerts of the same items, in one undisturbed thread. */
  private Set<String> reference(List<NewsItem> items) throws InterruptedException {
    Namespace namespace = stand.namespace("reference", Stand.US_RUSSIA, Stand.ANY_CONTACT);
    ProcessorsConfig config =
        ProcessorsConfig.of(stand.cluster(), namespace, stand.folder("reference"));
    try (Processors processors = Processors.start(config, extractor, InstantSource.system());
        Feed feed = new Feed(stand.cluster(), namespace)) {
      items.forEach(feed::send);
      feed.flush();
      Tallies tallies = stand.settle(namespace);
      if (!processors.isAlive() || tallies.items() != items.size()) {
        throw new IllegalStateException("the reference run failed: " + tallies);
      }
      return Oracle.alerts(stand.cluster(), namespace);
    }
  }
}
