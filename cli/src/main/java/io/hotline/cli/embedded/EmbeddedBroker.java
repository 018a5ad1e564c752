package io.hotline.cli.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker and its controller, one node, in this JVM, listening on the loopback address.
 *
 * <p>The folder is formatted the first time; after that its cluster id, its topics and its offsets
 * are what they were, also after the process was killed. Not thread-safe.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts the broker and waits until it serves.
   *
   * @param folder where it keeps its data, and nobody else does
   * @param port where clients find it
   * @throws PortTakenException if somebody listens on the port
   * @throws DataFolderException if the folder cannot be used
   */
  public static EmbeddedBroker start(Path folder, int port) {
    PortTakenException.unlessFree(port, "the broker", "--kafka-port");
    format(folder);
    if (KilledBroker.wasIn(folder)) {
      KilledBroker.fence(folder, freePort());
    }
    return started(folder, port);
  }

  /** Apart, because somebody may take the port after we looked. */
  static EmbeddedBroker started(Path folder, int port) {
    KafkaRaftServer server =
        new KafkaRaftServer(
            new KafkaConfig(BrokerConfig.of(folder, port, freePort()), false), Time.SYSTEM);
    boolean ready = false;
    try {
      server.startup();
      ready = true;
      LOG.info("broker is ready on port {}", port);
      return new EmbeddedBroker(server, port);
    } catch (RuntimeException e) {
      if (saysPortIsTaken(e, port)) {
        throw new PortTakenException(port, "the broker", "--kafka-port", e);
      }
      throw e;
    } finally {
      if (!ready) {
        server.shutdown();
      }
    }
  }

  /** Kafka names the address in the message of an exception around the socket's own. */
  private static boolean saysPortIsTaken(Throwable fault, int port) {
    for (Throwable each = fault; each != null; each = each.getCause()) {
      if (each.getCause() instanceof BindException
          && String.valueOf(each.getMessage()).contains(":" + port + ":")) {
        return true;
      }
    }
    return false;
  }

  /** Where clients find it, as {@code host:port}. */
  public String bootstrapServers() {
    return "localhost:" + port;
  }

  /** Shuts it down cleanly, so that the next start need not recover anything. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  /**
   * Makes the folder a node of a new cluster, unless it is one. A process killed in the middle
   * leaves no {@code meta.properties}, and the next one formats again.
   */
  static void format(Path folder) {
    if (Files.exists(folder.resolve("meta.properties"))) {
      return;
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try {
      Files.createDirectories(folder);
      Formatter formatter =
          new Formatter()
              .setPrintStream(new PrintStream(said, true, StandardCharsets.UTF_8))
              .setNodeId(BrokerConfig.NODE_ID)
              .setClusterId(Uuid.randomUuid().toString())
              .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
              .setControllerListenerName(BrokerConfig.CONTROLLER_LISTENER)
              .setMetadataLogDirectory(folder.toString())
              .addDirectory(folder.toString())
              .setIgnoreFormatted(true);
      formatter.run();
    } catch (Exception e) { // all that Formatter.run declares
      throw new DataFolderException(
          folder,
          "cannot be made a Kafka log folder (" + e.getMessage() + "); see what is in it",
          e);
    }
    LOG.debug("{}", said.toString(StandardCharsets.UTF_8));
  }

  /** The controller is spoken to by the broker beside it only, so any port will do. */
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
