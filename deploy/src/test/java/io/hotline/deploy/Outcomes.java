package io.hotline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.deploy.Flow.Kind;
import io.hotline.deploy.Watch.Output;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * The oracle: what went in against what came out. Ids in are ids enriched and ids of dead letters,
 * each exactly once; each item that tells of a contact has one signal, and no other has any.
 */
final class Outcomes {
  /** How long nothing may move before it is the end. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  /** An item that takes longer than this was held up. */
  private static final Duration HELD_UP = Duration.ofSeconds(2);

  private final Flow flow;
  private final Watch watch;

  Outcomes(Flow flow, Watch watch) {
    this.flow = flow;
    this.watch = watch;
  }

  /** Waits until so many of the flow's items have come out. */
  void awaitSome(int count) throws InterruptedException {
    await("the first " + count + " items came out", () -> watch.arrivedAt().size() >= count);
  }

  /** Waits until everything that was written before now has come out. */
  void awaitAllSoFar() throws InterruptedException {
    Set<String> soFar = Set.copyOf(flow.kinds().keySet());
    await("all items so far came out", () -> watch.arrivedAt().keySet().containsAll(soFar));
  }

  /**
   * Ends the flow, waits until nothing is on its way any more, and holds the counts against what
   * was sent.
   *
   * @return how many items of each kind there were
   */
  String check(Cluster cluster) throws InterruptedException, ExecutionException {
    flow.close();
    await("an outcome of every item", () -> missing().isEmpty());
    awaitQuiet(cluster);

    Map<String, Integer> in = ids(Kind.PLAIN, Kind.CONTACT);
    assertThat(watch.counts(Output.ENRICHED)).as("enriched items by id").isEqualTo(in);
    assertThat(watch.counts(Output.DEAD_LETTER))
        .as("dead letters by id")
        .isEqualTo(ids(Kind.SPOILT));
    assertThat(watch.counts(Output.SIGNAL)).as("signals by item").isEqualTo(ids(Kind.CONTACT));
    assertThat(watch.signalIds().values()).as("signals by their own id").containsOnly(1);
    assertThat(watch.counts(Output.ALERT).values()).as("alerts told twice").containsOnly(0);
    return "%d items = %d enriched + %d dead letters, %d signals, each once"
        .formatted(
            flow.kinds().size(),
            watch.counts(Output.ENRICHED).size(),
            watch.counts(Output.DEAD_LETTER).size(),
            watch.counts(Output.SIGNAL).size());
  }

  private Map<String, Integer> ids(Kind... kinds) {
    return flow.kinds().entrySet().stream()
        .filter(each -> List.of(kinds).contains(each.getValue()))
        .collect(Collectors.toMap(Map.Entry::getKey, each -> 1));
  }

  private Set<String> missing() {
    Set<String> missing = new TreeSet<>(flow.kinds().keySet());
    missing.removeAll(watch.counts(Output.ENRICHED).keySet());
    missing.removeAll(watch.counts(Output.DEAD_LETTER).keySet());
    Set<String> contacts = new TreeSet<>(ids(Kind.CONTACT).keySet());
    contacts.removeAll(watch.counts(Output.SIGNAL).keySet());
    missing.addAll(contacts);
    return missing;
  }

  /**
   * Until nothing is written any more and all that was written has been read: a transaction that is
   * still open could hold a double back.
   */
  private void awaitQuiet(Cluster cluster) throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(cluster.outside().toClientProperties())) {
      Map<TopicPartition, Long> written = new HashMap<>();
      long since = System.nanoTime();
      long end = System.nanoTime() + Parts.PATIENCE.toNanos();
      while (System.nanoTime() - since < QUIET.toNanos()) {
        Map<TopicPartition, Long> now = ends(admin);
        if (!now.equals(written) || !now.equals(watch.positions())) {
          since = System.nanoTime();
        }
        written = now;
        assertThat(System.nanoTime()).as("quiet in time; read %s", watch).isLessThan(end);
        Thread.sleep(200);
      }
    }
  }

  /** Where the topics end, open transactions included. */
  private Map<TopicPartition, Long> ends(Admin admin)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> latest =
        watch.positions().keySet().stream()
            .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin
        .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
        .all()
        .get()
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  /**
   * How long after a moment the last item came out that had been held up.
   *
   * @param moment by {@link System#nanoTime}
   */
  Duration recoveredAfter(long moment) {
    return watch.arrivedAt().entrySet().stream()
        .filter(each -> each.getValue() >= moment)
        .filter(each -> delay(each.getKey()).compareTo(HELD_UP) > 0)
        .map(each -> Duration.ofNanos(each.getValue() - moment))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** The longest way of an item that came out after a moment. */
  Duration longestDelay(long moment) {
    return watch.arrivedAt().entrySet().stream()
        .filter(each -> each.getValue() >= moment)
        .map(each -> delay(each.getKey()))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private Duration delay(String id) {
    Long sent = flow.sentAt().get(id);
    Long arrived = watch.arrivedAt().get(id);
    return sent == null || arrived == null ? Duration.ZERO : Duration.ofNanos(arrived - sent);
  }

  /** What has to become true. */
  @FunctionalInterface
  private interface Condition {
    boolean holds();
  }

  private void await(String what, Condition condition) throws InterruptedException {
    long end = System.nanoTime() + Parts.PATIENCE.toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime())
          .as("%s in time; missing: %s", what, missing().stream().limit(20).toList())
          .isLessThan(end);
      Thread.sleep(200);
    }
  }
}
