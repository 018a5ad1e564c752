package io.hotline.benchmarks.proof;

import io.hotline.cli.flow.Tallies;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The registry does not answer when the processors start, and comes back later: nothing may become
 * a dead letter meanwhile, and everything must come out afterwards.
 */
final class RegistryAway implements Fault {
  private static final int ITEMS = 500;

  private final Stand stand;
  private final Corpus corpus;
  private final int seconds;

  RegistryAway(Stand stand, Corpus corpus, int seconds) {
    this.stand = stand;
    this.corpus = corpus;
    this.seconds = seconds;
  }

  @Override
  public Result run() throws Exception {
    Namespace namespace = stand.namespace("registry-away", Stand.US_RUSSIA);
    ClusterConfig cluster = stand.cluster();
    Set<String> ids = new HashSet<>();
    try (Feed feed = new Feed(cluster, namespace)) {
      feed.sendAll(corpus, ITEMS);
    }
    for (int n = 0; n < ITEMS; n++) {
      ids.add(corpus.item(n, ITEMS).getId());
    }
    Path folder = stand.folder("registry-away");
    try (Gate gate = new Gate(java.net.URI.create(cluster.registryUrl()).getPort());
        Child child =
            Child.processors(folder, cluster, "http://localhost:" + gate.port(), namespace)) {
      child.start();
      // Giving up with a clear message is an answer too: then it is started again, as by a cluster.
      try (Supervisor supervisor = Supervisor.over(child)) {
        Thread.sleep(seconds * 1_000L);
        Oracle.Verdict meanwhile = Oracle.judge(cluster, namespace, Set.of());
        gate.open();
        Tallies tallies = stand.settle(namespace);
        Oracle.Verdict verdict = Oracle.judge(cluster, namespace, ids);
        return new Result(
            "registry away",
            meanwhile.strange() == 0 && verdict.holds() && tallies.deadLetters() == 0,
            "%d s without a registry from the start on, %d items waiting".formatted(seconds, ITEMS),
            "%d came out meanwhile, %d restarts; then %s"
                .formatted(meanwhile.strange(), supervisor.restarts(), tallies));
      }
    }
  }
}
