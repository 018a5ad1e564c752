package io.hotline.benchmarks.proof;

import io.hotline.extraction.Extractor;
import io.hotline.processors.Processors;
import io.hotline.processors.ProcessorsConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.record.NewsItem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The machine's clock is wrong, and some sources' clocks are too: items of today go through
 * processors whose clock is an hour or a year off, every hundredth of them dated 1900 and every
 * hundredth 2099. All must come out, with the alerts of a right clock on what is dated right.
 */
final class WrongClock implements Fault {
  private static final Instant LONG_AGO = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant FAR_OFF = Instant.parse("2099-01-01T00:00:00Z");

  private static final Map<String, Duration> CLOCKS =
      new TreeMap<>(
          Map.of(
              "year-back", Duration.ofDays(-365),
              "hour-back", Duration.ofHours(-1),
              "hour-on", Duration.ofHours(1),
              "year-on", Duration.ofDays(365)));

  private final Stand stand;
  private final Corpus corpus;
  private final Extractor extractor;
  private final int items;

  WrongClock(Stand stand, Corpus corpus, Extractor extractor, int items) {
    this.stand = stand;
    this.corpus = corpus;
    this.extractor = extractor;
    this.items = items;
  }

  @Override
  public Result run() throws Exception {
    Set<String> right = new HashSet<>();
    boolean held = through("clock-right", Duration.ZERO, right) == 0;
    List<String> seen = new ArrayList<>();
    seen.add("%d alerts by a right clock".formatted(right.size()));
    for (Map.Entry<String, Duration> clock : CLOCKS.entrySet()) {
      Set<String> alerts = new HashSet<>();
      int wrong = through("clock-" + clock.getKey(), clock.getValue(), alerts);
      held &= wrong == 0 && alerts.equals(right);
      seen.add(
          "%s: %d lost or doubled, %d alerts, %s"
              .formatted(
                  clock.getKey(),
                  wrong,
                  alerts.size(),
                  alerts.equals(right) ? "the same" : "NOT the same"));
    }
    return new Result(
        "wrong clocks",
        held,
        "%,d items for each clock, 1 %% dated 1900, 1 %% dated 2099".formatted(items),
        String.join("; ", seen));
  }

  /** How many items were lost, doubled or invented; fills in the alerts. */
  private int through(String name, Duration offset, Set<String> alerts)
      throws InterruptedException {
    Namespace namespace = stand.namespace(name, Stand.US_RUSSIA, Stand.ANY_CONTACT);
    ProcessorsConfig config = ProcessorsConfig.of(stand.cluster(), namespace, stand.folder(name));
    Set<String> ids = new HashSet<>();
    try (Processors processors =
            Processors.start(
                config, extractor, () -> InstantSource.system().instant().plus(offset));
        Feed feed = new Feed(stand.cluster(), namespace)) {
      for (int n = 0; n < items; n++) {
        NewsItem item = corpus.item(n, items);
        if (n % 50 == 25) {
          Instant told = n % 100 == 25 ? LONG_AGO : FAR_OFF;
          item = NewsItem.newBuilder(item).setPublished(told).build();
        }
        ids.add(item.getId());
        feed.send(item);
      }
      feed.flush();
      stand.settle(namespace);
      if (!processors.isAlive()) {
        throw new IllegalStateException("the processors died of the clock of " + name);
      }
    }
    // What is dated 1900 comes a century too late for its story, or begins one: as it happens.
    alerts.addAll(Oracle.alerts(stand.cluster(), namespace, Instant.EPOCH));
    Oracle.Verdict verdict = Oracle.judge(stand.cluster(), namespace, ids);
    return verdict.lost() + verdict.doubled() + verdict.strange();
  }
}
