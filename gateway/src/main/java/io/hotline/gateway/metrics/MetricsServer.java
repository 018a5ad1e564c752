package io.hotline.gateway.metrics;

import io.hotline.gateway.http.MetricsHandler;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * {@code /metrics}, {@code /health/live} and {@code /health/ready} of a process that has no
 * gateway.
 */
public final class MetricsServer implements AutoCloseable {

  private final Meters meters = new Meters();
  private final Server server;
  private final int port;

  private MetricsServer(
      String host,
      int port,
      Supplier<List<String>> troubles,
      Supplier<List<String>> reasonsNotReady)
      throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(8, 1);
    threads.setName("metrics-http");
    threads.setDaemon(true);
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new MetricsHandler(meters::text, troubles, reasonsNotReady));
    try {
      server.start();
    } catch (Exception e) {
      close();
      throw new IOException("cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
    }
    this.port = connector.getLocalPort();
  }

  /**
   * Starts one.
   *
   * @param troubles what the process should be started anew for; empty if nothing
   * @param reasonsNotReady why it is not at work yet; empty if it is
   */
  public static MetricsServer start(
      String host,
      int port,
      Supplier<List<String>> troubles,
      Supplier<List<String>> reasonsNotReady)
      throws IOException {
    return new MetricsServer(host, port, troubles, reasonsNotReady);
  }

  /** Where to register what is served. */
  public Meters meters() {
    return meters;
  }

  /** The port that it has. */
  public int port() {
    return port;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server did not stop", e);
    } finally {
      meters.close();
    }
  }
}
