package io.hotline.cli.embedded;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the controller that the broker which lived in a folder is dead, before a new one starts
 * there.
 *
 * <p>A process that was killed is still the leader of every partition in the metadata it leaves.
 * The new broker believes them first, loads the transactions that were about to commit, and begins
 * to send their markers; then it learns that it has been fenced and that no partition has a leader
 * until it registers. Kafka takes a partition without a leader for a deleted one and drops its
 * marker, and the transaction hangs for ever: its group has no stable offsets, its topics no stable
 * end ({@code TransactionMarkerChannelManager}, "these partitions are likely deleted already").
 * When the old registration is fenced before the new broker reads the metadata, no transaction is
 * loaded until every partition has its leader.
 */
final class KilledBroker {

  private static final Logger LOG = LoggerFactory.getLogger(KilledBroker.class);

  /** What Kafka writes when it has been shut down in order, and takes away when it starts. */
  private static final String CLEAN = ".kafka_cleanshutdown";

  private static final String METADATA = "__cluster_metadata-0";

  private static final Duration SESSION = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private KilledBroker() {}

  /** Whether a broker lived here and was not shut down in order. */
  static boolean wasIn(Path folder) {
    return Files.isDirectory(folder.resolve(METADATA)) && !Files.exists(folder.resolve(CLEAN));
  }

  /**
   * Runs the controller alone until it has missed the dead broker's heartbeats and fenced it; takes
   * a second or two.
   *
   * @param port where the controller listens meanwhile
   * @throws DataFolderException if the controller does not get so far
   */
  static void fence(Path folder, int port) {
    LOG.info("the last broker in {} was killed: ending what it led", folder);
    KafkaRaftServer controller =
        new KafkaRaftServer(
            new KafkaConfig(BrokerConfig.controllerAlone(folder, port, SESSION), false),
            Time.SYSTEM);
    try {
      controller.startup();
      awaitFenced(folder);
    } finally {
      controller.shutdown();
      controller.awaitShutdown();
    }
  }

  private static void awaitFenced(Path folder) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (brokers("ActiveBrokerCount") != 0 || brokers("FencedBrokerCount") == 0) {
        if (System.nanoTime() - end > 0) {
          throw unmended(folder, null);
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unmended(folder, e);
    }
  }

  /**
   * What the controller has committed, by the metric that operators watch; -1 before it has any.
   */
  private static int brokers(String metric) {
    try {
      Object value =
          ManagementFactory.getPlatformMBeanServer()
              .getAttribute(
                  new ObjectName("kafka.controller:type=KafkaController,name=" + metric), "Value");
      return ((Number) value).intValue();
    } catch (InstanceNotFoundException e) {
      return -1;
    } catch (JMException e) {
      throw new IllegalStateException("Kafka's metric " + metric + " cannot be read", e);
    }
  }

  private static DataFolderException unmended(Path folder, @Nullable Throwable cause) {
    return new DataFolderException(
        folder,
        "was left by a process that was killed, and what that led could not be ended within "
            + PATIENCE.toSeconds()
            + " s; try again",
        cause);
  }
}
