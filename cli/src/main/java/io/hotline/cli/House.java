package io.hotline.cli;

import io.hotline.cli.embedded.EmbeddedCluster;
import io.hotline.cli.embedded.StartException;
import io.hotline.cli.flow.Foundations;
import io.hotline.cli.workbench.HouseWorkbench;
import io.hotline.extraction.Extractor;
import io.hotline.gateway.Gateway;
import io.hotline.processors.Processors;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

/**
 * The whole house in one process: broker, registry, topologies and gateway, each opened after what
 * it needs and closed before it. It differs from a cluster in nothing but addresses.
 */
final class House implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private final Path data;
  private final Namespace namespace;
  private final ClusterConfig cluster;
  private final Processors processors;
  private final Gateway gateway;
  private final Rooms rooms;

  private House(
      Path data,
      Namespace namespace,
      ClusterConfig cluster,
      Processors processors,
      Gateway gateway,
      Rooms rooms) {
    this.data = data;
    this.namespace = namespace;
    this.cluster = cluster;
    this.processors = processors;
    this.gateway = gateway;
    this.rooms = rooms;
  }

  /**
   * Opens every room; returns when items can come in and signals can go out.
   *
   * @throws UserException if a port is taken or the folder cannot be used
   */
  static House open(Settings settings, Path data) throws InterruptedException {
    Rooms rooms = new Rooms();
    try {
      return open(settings, data, rooms);
    } catch (StartException | IOException | IllegalArgumentException e) {
      rooms.close();
      throw new UserException(e.getMessage(), e);
    } catch (RuntimeException | InterruptedException e) {
      rooms.close();
      throw e;
    }
  }

  private static House open(Settings settings, Path data, Rooms rooms)
      throws IOException, InterruptedException {
    // The models load while the broker starts.
    CompletableFuture<Extractor> extractor =
        CompletableFuture.supplyAsync(() -> Extractors.load(settings));
    EmbeddedCluster embedded = rooms.open(EmbeddedCluster.start(where(settings, data)));
    Logging.alsoTo(data.resolve("hotline.log"));
    Namespace namespace = settings.namespace();
    ClusterConfig cluster = embedded.config();
    Foundations.lay(cluster, namespace, 1);
    Foundations.furnish(cluster, namespace, ShippedRules.load());
    Processors processors =
        rooms.open(
            Processors.start(
                Configurations.processors(settings, cluster, namespace, data.resolve("state")),
                loaded(extractor),
                InstantSource.system()));
    Gateway gateway =
        rooms.open(
            Gateway.start(
                Configurations.gateway(settings, cluster, namespace),
                new HouseWorkbench(cluster, namespace, extractor.join())));
    rooms.open(StreamsMeters.bind(processors, gateway.meters()));
    House house = new House(data, namespace, cluster, processors, gateway, rooms);
    if (!processors.awaitReady(START)) {
      throw new UserException(
          house.fault() + "; what happened is in " + data.resolve("hotline.log"));
    }
    return house;
  }

  private static Extractor loaded(CompletableFuture<Extractor> extractor) {
    try {
      return extractor.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof UserException wrong ? wrong : e;
    }
  }

  private static EmbeddedCluster.Settings where(Settings settings, Path data) {
    return new EmbeddedCluster.Settings(
        data,
        Ports.orFree(settings.port(Setting.KAFKA_PORT)),
        Ports.orFree(settings.port(Setting.REGISTRY_PORT)));
  }

  ClusterConfig cluster() {
    return cluster;
  }

  Namespace namespace() {
    return namespace;
  }

  /** The page's address. */
  String page() {
    return gateway.address().toString();
  }

  /**
   * Waits until somebody asks to stop.
   *
   * @throws UserException if a topology has died meanwhile
   */
  void awaitStop(CountDownLatch stop) throws InterruptedException {
    if (!Terminal.awaitStop(stop, processors::isAlive)) {
      throw new UserException(fault() + "; what happened is in " + data.resolve("hotline.log"));
    }
  }

  private String fault() {
    return processors.fault().orElse("the topologies did not start in time");
  }

  /** Says where everything is. */
  void describe(PrintWriter out) {
    out.println("  page      " + page());
    out.println("  Kafka     " + cluster.bootstrapServers());
    out.println("  registry  " + cluster.registryUrl());
    out.println("  data      " + data.toAbsolutePath());
  }

  @Override
  public void close() {
    rooms.close();
  }

  /** What is open, to be closed in the opposite order. */
  private static final class Rooms {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    <T extends AutoCloseable> T open(T room) {
      open.push(room);
      return room;
    }

    void close() {
      while (!open.isEmpty()) {
        try {
          open.pop().close();
        } catch (Exception e) {
          System.err.println("hotline: while closing: " + Failures.explain(e));
        }
      }
    }
  }
}
