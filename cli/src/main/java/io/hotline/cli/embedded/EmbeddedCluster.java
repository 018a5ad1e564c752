package io.hotline.cli.embedded;

import io.hotline.schemas.ClusterConfig;
import java.nio.file.Path;

/**
 * A broker and a registry in this JVM, on one data folder. What was in it when it was last closed,
 * or killed, is in it when it starts again.
 */
public final class EmbeddedCluster implements AutoCloseable {

  /**
   * @param data the folder that all data is kept in; made if there is none
   * @param kafkaPort where Kafka clients find the broker
   * @param registryPort where they find the registry
   * @throws IllegalArgumentException naming the flag, the value and what is allowed
   */
  public record Settings(Path data, int kafkaPort, int registryPort) {
    public Settings {
      requirePort("--kafka-port", kafkaPort);
      requirePort("--registry-port", registryPort);
      if (kafkaPort == registryPort) {
        throw new IllegalArgumentException(
            "--kafka-port and --registry-port are both " + kafkaPort + ": they must differ");
      }
    }

    private static void requirePort(String flag, int port) {
      if (port < 1 || port > 65_535) {
        throw new IllegalArgumentException(flag + " " + port + ": expected 1 to 65535");
      }
    }
  }

  private final DataFolder folder;
  private final EmbeddedBroker broker;
  private final EmbeddedRegistry registry;

  private EmbeddedCluster(DataFolder folder, EmbeddedBroker broker, EmbeddedRegistry registry) {
    this.folder = folder;
    this.broker = broker;
    this.registry = registry;
  }

  /**
   * Starts both, and waits until they serve.
   *
   * @throws StartException if a port is taken or the folder cannot be used; the message says what
   *     to do
   */
  public static EmbeddedCluster start(Settings settings) {
    DataFolder folder = DataFolder.open(settings.data());
    EmbeddedBroker broker = null;
    EmbeddedRegistry registry = null;
    try {
      PortTakenException.unlessFree(
          settings.registryPort(), "the schema registry", "--registry-port");
      broker = EmbeddedBroker.start(folder.kafka(), settings.kafkaPort());
      registry = EmbeddedRegistry.start(broker.bootstrapServers(), settings.registryPort());
      return new EmbeddedCluster(folder, broker, registry);
    } finally {
      if (registry == null) {
        if (broker != null) {
          broker.close();
        }
        folder.close();
      }
    }
  }

  /** How clients reach it. */
  public ClusterConfig config() {
    return ClusterConfig.plain(broker.bootstrapServers(), registry.url());
  }

  /** Shuts both down cleanly; clients should be closed before. */
  @Override
  public void close() {
    registry.close();
    broker.close();
    folder.close();
  }
}
