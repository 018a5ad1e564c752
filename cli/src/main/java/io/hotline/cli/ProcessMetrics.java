package io.hotline.cli;

import io.hotline.gateway.metrics.MetricsServer;
import io.hotline.processors.Processors;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Prometheus may ask the topologies, if a port is configured for it. */
final class ProcessMetrics implements AutoCloseable {
  private final @Nullable MetricsServer server;
  private final @Nullable StreamsMeters meters;

  private ProcessMetrics(@Nullable MetricsServer server, @Nullable StreamsMeters meters) {
    this.server = server;
    this.meters = meters;
  }

  /**
   * Serves them.
   *
   * @throws UserException if the port is taken
   */
  static ProcessMetrics serve(Settings settings, Processors processors) {
    if (settings.text(Setting.METRICS_PORT).isEmpty()) {
      return new ProcessMetrics(null, null);
    }
    try {
      MetricsServer server =
          MetricsServer.start(
              settings.text(Setting.METRICS_HOST),
              settings.port(Setting.METRICS_PORT),
              () -> processors.fault().stream().toList(),
              () -> processors.isReady() ? List.of() : List.of("the topologies are starting"));
      return new ProcessMetrics(server, StreamsMeters.bind(processors, server.meters().registry()));
    } catch (IOException e) {
      throw new UserException(e.getMessage() + "; choose another with --metrics-port", e);
    }
  }

  void describe() {
    if (server != null) {
      System.err.println("hotline: metrics at port " + server.port());
    }
  }

  @Override
  public void close() {
    if (meters != null) {
      meters.close();
    }
    if (server != null) {
      server.close();
    }
  }
}
