package io.hotline.gateway;

import io.hotline.gateway.http.JsonErrors;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The socket, and what is let through it. */
final class HttpServer implements AutoCloseable {

  /** Room for a {@code Last-Event-ID} of some hundred topics. */
  private static final int REQUEST_HEADER_BYTES = 64 * 1024;

  private static final int MAX_THREADS = 32;

  private final Server server;
  private final URI address;

  private HttpServer(Server server, URI address) {
    this.server = server;
    this.address = address;
  }

  static HttpServer start(GatewayConfig config, Handler handler) throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 4);
    threads.setName("gateway-http");
    threads.setDaemon(true);
    Server server = new Server(threads);
    server.setHandler(handler);
    server.setErrorHandler(new JsonErrors());
    ServerConnector connector = connector(server, config);
    connector.setHost(config.host());
    connector.setPort(config.port());
    // A stream is never idle for longer than a heartbeat; a write that waits is not idle for us.
    connector.setIdleTimeout(config.limits().stall().plus(config.limits().heartbeat()).toMillis());
    connector.addBean(new NetworkConnectionLimit(config.security().connections(), connector));
    server.addConnector(connector);
    try {
      server.start();
    } catch (Exception e) {
      stop(server);
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof BindException) {
          throw new PortTakenException(config.host(), config.port(), cause);
        }
      }
      throw e instanceof IOException failed ? failed : new IOException("cannot listen", e);
    }
    String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
    String scheme = config.security().keystore() == null ? "http" : "https";
    return new HttpServer(
        server, URI.create(scheme + "://" + host + ":" + connector.getLocalPort() + "/"));
  }

  private static ServerConnector connector(Server server, GatewayConfig config) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(REQUEST_HEADER_BYTES);
    Path keystore = config.security().keystore();
    if (keystore == null) {
      return new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    }
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStorePath(keystore.toString());
    tls.setKeyStoreType("PKCS12");
    tls.setKeyStorePassword(config.security().keystorePassword());
    tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
    // Whether a name is ours is looked at by the router; a certificate may hold others.
    http.addCustomizer(new SecureRequestCustomizer(false));
    return new ServerConnector(
        server,
        1,
        1,
        new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
        new HttpConnectionFactory(http));
  }

  URI address() {
    return address;
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server did not stop", e);
    }
  }

  @Override
  public void close() {
    stop(server);
  }
}
