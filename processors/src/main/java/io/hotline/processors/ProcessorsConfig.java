package io.hotline.processors;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How the topologies run.
 *
 * @param stateDir where their stores lie; each application has a folder of its own in it
 * @param threads stream threads of each application; more than there are partitions stand idle
 * @param commitInterval how often work is committed; under exactly once, half of it is the median
 *     time until others see a record
 * @param guarantee {@code exactly_once_v2}, or {@code at_least_once} where doubles do not matter
 * @param replication replication factor of the internal topics; -1: the broker's default
 * @param standbyReplicas copies of the stores kept warm on other instances
 * @param deletionsKept how long a change log keeps that something was deleted: an instance that was
 *     away for longer must not bring its old stores back. Counts when a change log is created
 * @param storeBytes memory that all RocksDB stores of this process share, off the heap
 * @param limits how large an item may be
 * @throws IllegalArgumentException naming the key, the value and what is allowed
 */
public record ProcessorsConfig(
    ClusterConfig cluster,
    Namespace namespace,
    Path stateDir,
    int threads,
    Duration commitInterval,
    String guarantee,
    int replication,
    int standbyReplicas,
    Duration deletionsKept,
    long storeBytes,
    ItemLimits limits) {

  private static final Duration DELETIONS_KEPT = Duration.ofDays(7);
  private static final long LEAST_STORE_BYTES = 8L * 1024 * 1024;

  public ProcessorsConfig {
    check(threads >= 1 && threads <= 256, "threads", threads, "1 to 256");
    check(
        commitInterval.toMillis() >= 1 && commitInterval.toMillis() <= 60_000,
        "commit.interval.ms",
        commitInterval.toMillis(),
        "1 to 60000");
    check(
        guarantee.equals("exactly_once_v2") || guarantee.equals("at_least_once"),
        "processing.guarantee",
        guarantee,
        "exactly_once_v2 or at_least_once");
    check(
        replication == -1 || replication >= 1,
        "replication.factor",
        replication,
        "at least 1, or -1 for the broker's default");
    check(standbyReplicas >= 0, "standby.replicas", standbyReplicas, "0 or more");
    check(
        !deletionsKept.isNegative(),
        "changelog.deletions.hours",
        deletionsKept.toHours(),
        "0 or more");
    check(
        storeBytes >= LEAST_STORE_BYTES,
        "store.bytes",
        storeBytes,
        "at least " + LEAST_STORE_BYTES);
  }

  private static void check(boolean fine, String key, Object value, String allowed) {
    if (!fine) {
      throw new IllegalArgumentException(
          "processors." + key + " '" + value + "': expected " + allowed);
    }
  }

  /** As one machine runs it: one thread an application, exactly once, commits every 100 ms. */
  public static ProcessorsConfig of(ClusterConfig cluster, Namespace namespace, Path stateDir) {
    return new ProcessorsConfig(
        cluster,
        namespace,
        stateDir,
        1,
        Duration.ofMillis(100),
        "exactly_once_v2",
        -1,
        0,
        DELETIONS_KEPT,
        48L * 1024 * 1024,
        ItemLimits.DEFAULT);
  }

  public ProcessorsConfig withThreads(int threads) {
    return new ProcessorsConfig(
        cluster,
        namespace,
        stateDir,
        threads,
        commitInterval,
        guarantee,
        replication,
        standbyReplicas,
        deletionsKept,
        storeBytes,
        limits);
  }

  /** The id of one of the applications: its consumer group, and the prefix of what is internal. */
  public String applicationId(Application application) {
    return namespace + "-" + application.label();
  }
}
