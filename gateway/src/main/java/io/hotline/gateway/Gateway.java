package io.hotline.gateway;

import io.hotline.gateway.http.JsonErrors;
import io.hotline.gateway.http.Routes;
import io.hotline.gateway.log.Catalogue;
import io.hotline.gateway.log.KafkaTopicLog;
import io.hotline.gateway.log.TopicLog;
import io.hotline.gateway.stream.EventStreams;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The gateway of one namespace, from {@link #start} to {@link #close}. It serves at once; whether
 * it can reach Kafka is what {@code /health/ready} tells.
 */
public final class Gateway implements AutoCloseable {

  /** Room for a {@code Last-Event-ID} of some hundred topics. */
  private static final int REQUEST_HEADER_BYTES = 64 * 1024;

  private static final int MAX_THREADS = 32;

  private final TopicLog log;
  private final Catalogue catalogue;
  private final EventStreams streams;
  private final ScheduledExecutorService ticker;
  private final Server server;
  private final URI address;

  private Gateway(GatewayConfig config, TopicLog log, InstantSource clock) throws IOException {
    this.log = log;
    this.catalogue = new Catalogue(log.lister(), config.topicRefresh(), clock);
    this.streams = new EventStreams(log, catalogue, config.limits(), clock);
    this.ticker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "gateway-ticker");
              thread.setDaemon(true);
              return thread;
            });
    this.server = server();
    try {
      this.address = listen(config);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
    catalogue.start();
    var unused = ticker.scheduleWithFixedDelay(streams::tick, 1, 1, TimeUnit.SECONDS);
  }

  /**
   * Starts a gateway over Kafka.
   *
   * @throws PortTakenException if somebody else listens there
   * @throws IOException if it cannot listen for another reason
   * @throws org.apache.kafka.common.KafkaException if the cluster's configuration is wrong
   */
  public static Gateway start(GatewayConfig config) throws IOException {
    return start(
        config, new KafkaTopicLog(config.cluster(), config.namespace()), InstantSource.system());
  }

  static Gateway start(GatewayConfig config, TopicLog log, InstantSource clock) throws IOException {
    return new Gateway(config, log, clock);
  }

  /** Where it listens, with the port that it has. */
  public URI address() {
    return address;
  }

  /** Ends all streams and stops listening. May be called again. */
  @Override
  public void close() {
    ticker.shutdownNow();
    streams.close();
    catalogue.close();
    try {
      server.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server did not stop", e);
    } finally {
      log.close();
    }
  }

  private Server server() {
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 4);
    threads.setName("gateway-http");
    threads.setDaemon(true);
    Server server = new Server(threads);
    server.setHandler(new Routes(catalogue, streams));
    server.setErrorHandler(new JsonErrors());
    return server;
  }

  private URI listen(GatewayConfig config) throws IOException {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(REQUEST_HEADER_BYTES);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(config.host());
    connector.setPort(config.port());
    // A stream is never idle for longer than a heartbeat; a write that waits is not idle for us.
    connector.setIdleTimeout(config.limits().stall().plus(config.limits().heartbeat()).toMillis());
    server.addConnector(connector);
    try {
      server.start();
    } catch (Exception e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof BindException) {
          throw new PortTakenException(config.host(), config.port(), cause);
        }
      }
      throw e instanceof IOException failed ? failed : new IOException("cannot listen", e);
    }
    String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
    return URI.create("http://" + host + ":" + connector.getLocalPort() + "/");
  }
}
