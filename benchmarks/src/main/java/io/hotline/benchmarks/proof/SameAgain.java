package io.hotline.benchmarks.proof;

import io.hotline.cli.replay.ReplayRun;
import io.hotline.cli.replay.Speed;
import io.hotline.extraction.Extractor;
import io.hotline.processors.ProcessorsConfig;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/** A day is replayed with one thread and with three: signals and alerts are the same bytes. */
final class SameAgain implements Fault {
  private final Stand stand;
  private final Corpus corpus;
  private final Extractor extractor;
  private final int items;

  SameAgain(Stand stand, Corpus corpus, Extractor extractor, int items) {
    this.stand = stand;
    this.corpus = corpus;
    this.extractor = extractor;
    this.items = items;
  }

  @Override
  public Result run() throws Exception {
    Namespace archive = stand.namespace("day", Stand.US_RUSSIA, Stand.ANY_CONTACT);
    try (Feed feed = new Feed(stand.cluster(), archive)) {
      feed.sendAll(corpus, items);
    }
    Set<String> once = replay(archive, "replay-day-1", 1);
    Set<String> again = replay(archive, "replay-day-3", 3);
    return new Result(
        "a day twice",
        !once.isEmpty() && once.equals(again),
        "%,d items of 24 hours, 1 thread and 3 threads".formatted(items),
        "%,d signals and alerts, %s (SHA-256 %s and %s)"
            .formatted(
                once.size(),
                once.equals(again) ? "byte-identical" : "NOT the same",
                digest(once),
                digest(again)));
  }

  private Set<String> replay(Namespace archive, String name, int threads) throws Exception {
    Namespace target = new Namespace(name);
    ProcessorsConfig config =
        ProcessorsConfig.of(stand.cluster(), target, stand.folder(name)).withThreads(threads);
    new ReplayRun(config, archive, (step, done, total, count) -> {})
        .replay(Corpus.DAY, Corpus.DAY.plus(Duration.ofDays(1)), Speed.MAX, extractor);
    Set<String> records = new TreeSet<>();
    ClusterConfig cluster = stand.cluster();
    for (String rule : Set.of("us-russia-contact", "any-contact")) {
      Oracle.read(
          cluster,
          Topics.signals(target, rule),
          (raw, key, value) ->
              records.add(rule + " " + key + " " + HexFormat.of().formatHex(raw.value())));
    }
    Oracle.alerts(cluster, target).forEach(alert -> records.add("alert " + alert));
    return records;
  }

  private static String digest(Set<String> records) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    records.forEach(record -> digest.update(record.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
  }
}
