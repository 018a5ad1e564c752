package io.hotline.cli;

import io.hotline.processors.Application;
import io.hotline.processors.Processors;
import io.hotline.processors.ProcessorsConfig;
import io.hotline.schemas.ClusterConfig;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hotline process}: the topologies alone, for a cluster. */
@Command(
    name = "process",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs the topologies against a cluster, until Ctrl-C.",
    footer = {
      "",
      "The topics must be there: 'hotline topics apply' makes them. Any number of instances share",
      "the work; each keeps its stores under --data.",
      "",
      "  hotline process --kafka-bootstrap kafka:9092 --registry-url http://registry:8081"
    })
final class ProcessCommand implements Callable<Integer> {
  @Mixin SettingsOptions.Processing options = new SettingsOptions.Processing();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "where the stores are kept (default hotline-data)")
  void data(String value) {
    options.flags.put(Setting.DATA_DIR, value);
  }

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "some of enrichment, signals, alerts (default: all)")
  Set<Application> only = EnumSet.allOf(Application.class);

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description = "serve /metrics and /health there, for Prometheus (default: not)")
  void metricsPort(String value) {
    options.flags.put(Setting.METRICS_PORT, value);
  }

  @Option(
      names = "--metrics-host",
      paramLabel = "ADDRESS",
      description = "address to serve them on (default 127.0.0.1)")
  void metricsHost(String value) {
    options.flags.put(Setting.METRICS_HOST, value);
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = options.settings();
    ClusterConfig cluster = settings.cluster();
    Requirements.laid(cluster, settings.namespace());
    ProcessorsConfig config =
        Configurations.processors(
            settings,
            cluster,
            settings.namespace(),
            settings.path(Setting.DATA_DIR).resolve("state"));
    CountDownLatch stop = new CountDownLatch(1);
    try (Terminal.Interruptible running = new Terminal.Interruptible(stop::countDown);
        Processors processors =
            Processors.start(config, Extractors.load(settings), InstantSource.system(), only);
        ProcessMetrics metrics = ProcessMetrics.serve(settings, processors)) {
      metrics.describe();
      System.err.println("hotline: processing; Ctrl-C stops it");
      if (!Terminal.awaitStop(stop, processors::isAlive)) {
        throw new UserException(processors.fault().orElse("the topologies have stopped"));
      }
      System.err.println("hotline: closing");
    }
    return 0;
  }
}
