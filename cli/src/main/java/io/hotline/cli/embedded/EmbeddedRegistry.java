package io.hotline.cli.embedded;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry in this JVM, listening on the loopback address: the Confluent Schema Registry
 * API for Avro schemas without references, with its rules of compatibility (BACKWARD unless set),
 * kept in the topic {@code _schemas} as Confluent's registry keeps them.
 *
 * <p>One registry a cluster: it takes itself for the only writer of the topic.
 */
public final class EmbeddedRegistry implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRegistry.class);
  private static final int THREADS = 4;

  private final HttpServer server;
  private final ExecutorService threads;
  private final SchemasTopic topic;

  private EmbeddedRegistry(HttpServer server, ExecutorService threads, SchemasTopic topic) {
    this.server = server;
    this.threads = threads;
    this.topic = topic;
  }

  /**
   * Reads what the topic holds, then serves.
   *
   * @param bootstrapServers the broker that keeps the schemas
   * @param port where clients find the registry; 0: any free one
   * @throws PortTakenException if somebody listens on the port
   */
  public static EmbeddedRegistry start(String bootstrapServers, int port) {
    HttpServer server = listening(port);
    SchemasTopic topic = new SchemasTopic(bootstrapServers);
    boolean ready = false;
    try {
      RegistryState state = new RegistryState();
      topic.load(state::apply);
      ExecutorService threads = Executors.newFixedThreadPool(THREADS, EmbeddedRegistry::thread);
      server.setExecutor(threads);
      server.createContext("/", new RegistryRoutes(new Subjects(state, topic::append)));
      server.start();
      ready = true;
      LOG.info(
          "registry is ready on port {} with {} subjects",
          server.getAddress().getPort(),
          state.subjects().size());
      return new EmbeddedRegistry(server, threads, topic);
    } finally {
      if (!ready) {
        server.stop(0);
        topic.close();
      }
    }
  }

  /** Takes the port before the long work begins; callers wait until the registry serves. */
  private static HttpServer listening(int port) {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (BindException e) {
      throw new PortTakenException(port, "the schema registry", "--registry-port", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "schema-registry");
    thread.setDaemon(true);
    return thread;
  }

  /** Base address of its API. */
  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Lets calls under way end, for a second at most. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
    try {
      if (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    topic.close();
  }
}
