package io.hotline.cli;

import io.hotline.gateway.GatewayConfig;
import io.hotline.processors.ProcessorsConfig;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.nio.file.Path;
import java.time.Duration;

/** Hands each room the part of the settings that is its own. */
final class Configurations {
  private static final int MOST_THREADS = 256;
  private static final int LONGEST_COMMIT_MILLIS = 60_000;
  private static final int MOST_REPLICAS = 15;

  private Configurations() {}

  static ProcessorsConfig processors(
      Settings settings, ClusterConfig cluster, Namespace namespace, Path stateDir) {
    ProcessorsConfig plain = ProcessorsConfig.of(cluster, namespace, stateDir);
    try {
      return new ProcessorsConfig(
          cluster,
          namespace,
          stateDir,
          settings.number(Setting.THREADS, 1, MOST_THREADS),
          Duration.ofMillis(settings.number(Setting.COMMIT_INTERVAL, 1, LONGEST_COMMIT_MILLIS)),
          settings.text(Setting.GUARANTEE),
          replication(settings),
          plain.standbyReplicas(),
          plain.storeBytes(),
          plain.limits());
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage(), e);
    }
  }

  /** Replicas of the topics that are created. */
  static int replication(Settings settings) {
    return settings.number(Setting.REPLICATION, 1, MOST_REPLICAS);
  }

  static GatewayConfig gateway(Settings settings, ClusterConfig cluster, Namespace namespace) {
    try {
      return GatewayConfig.of(cluster, namespace)
          .listeningOn(settings.text(Setting.HTTP_HOST), settings.port(Setting.HTTP_PORT));
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage(), e);
    }
  }
}
