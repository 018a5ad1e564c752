package io.hotline.deploy;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Three brokers and one to three processors, with items flowing in while processors come and go and
 * are killed, and a broker is. Whatever happens, each item comes out exactly once.
 */
@Tag("containers")
@ExtendWith(SharedCluster.class)
class ClusterContainerTest {
  /** About what the machine that builds the project can bear beside everything else it runs. */
  private static final Duration PACE = Duration.ofMillis(25);

  /** What happens to the cluster while items flow. */
  @FunctionalInterface
  private interface Trouble {
    void happens(Outcomes outcomes) throws Exception;
  }

  @Test
  void eachItemComesOutOnceWhileProcessorsAreAddedAndTakenAway(Cluster cluster) throws Exception {
    cluster.scaleTo(1);
    during(
        cluster,
        "scale",
        outcomes -> {
          cluster.scaleTo(3);
          outcomes.awaitAllSoFar();
          cluster.scaleTo(1);
          outcomes.awaitAllSoFar();
        });
  }

  @Test
  void eachItemComesOutOnceWhileProcessorsRestartInTurn(Cluster cluster) throws Exception {
    cluster.scaleTo(2);
    during(
        cluster,
        "restart",
        outcomes -> {
          long began = System.nanoTime();
          cluster.restartProcessorsInTurn();
          outcomes.awaitAllSoFar();
          System.out.printf(
              "rolling restart of 2 processors: %s; longest way of an item meanwhile %s%n",
              seconds(Duration.ofNanos(System.nanoTime() - began)),
              seconds(outcomes.longestDelay(began)));
        });
  }

  @Test
  void eachItemComesOutOnceWhenABrokerAndAProcessorAreKilled(Cluster cluster) throws Exception {
    cluster.scaleTo(2);
    during(
        cluster,
        "kill",
        outcomes -> {
          int broker = cluster.leadingController();
          long killed = System.nanoTime();
          cluster.killBroker(broker);
          Thread.sleep(Duration.ofSeconds(2).toMillis());
          outcomes.awaitAllSoFar();
          print("broker " + (broker + 1) + " (the leading controller) killed", outcomes, killed);

          long returned = System.nanoTime();
          cluster.returnBroker(broker);
          cluster.awaitAllInSync();
          outcomes.awaitAllSoFar();
          System.out.printf(
              "broker back: all replicas in sync after %s%n",
              seconds(Duration.ofNanos(System.nanoTime() - returned)));

          killed = System.nanoTime();
          cluster.killProcessor(0);
          Thread.sleep(Duration.ofSeconds(2).toMillis());
          outcomes.awaitAllSoFar();
          print("one of 2 processors killed", outcomes, killed);
          cluster.returnProcessor(0);
          outcomes.awaitAllSoFar();
        });
  }

  private static void during(Cluster cluster, String prefix, Trouble trouble) throws Exception {
    try (Flow flow = Flow.start(cluster.outside(), prefix, PACE);
        Watch watch = Watch.start(cluster.outside(), prefix)) {
      Outcomes outcomes = new Outcomes(flow, watch);
      outcomes.awaitSome(20);
      trouble.happens(outcomes);
      System.out.println(prefix + ": " + outcomes.check(cluster));
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "\n" + cluster.lastWords(), e);
    }
  }

  private static void print(String what, Outcomes outcomes, long since) {
    System.out.printf(
        "%s: no item held up any more after %s; longest way of an item %s%n",
        what, seconds(outcomes.recoveredAfter(since)), seconds(outcomes.longestDelay(since)));
  }

  private static String seconds(Duration duration) {
    return "%.1f s".formatted(duration.toMillis() / 1000.0);
  }
}
