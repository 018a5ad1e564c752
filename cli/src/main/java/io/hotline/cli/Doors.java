package io.hotline.cli;

import io.hotline.ingest.door.DoorConfig;
import io.hotline.ingest.door.ItemDoor;
import io.hotline.ingest.fetch.FetchPolicy;
import io.hotline.ingest.poll.Poller;
import io.hotline.ingest.poll.SourceLists;
import io.hotline.ingest.poll.SourceRegistry;
import io.hotline.ingest.publish.ItemPublisher;
import io.hotline.ingest.publish.PublishException;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.record.PolledSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** The doors of ingest that a running house keeps open: feeds that are polled, POST /items. */
final class Doors implements AutoCloseable {

  private static final int POLLED_AT_ONCE = 8;
  private static final String DEFAULT_PORT = "8090";
  private static final long PATIENCE_MILLIS = 30_000;

  /**
   * Which doors; found out before anything is started.
   *
   * @param sources to be added; null if nothing is polled
   * @param listening null if nobody can push items
   */
  record Plan(@Nullable List<PolledSource> sources, @Nullable DoorConfig listening) {}

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final Runnable fallen;
  private volatile @Nullable String fault;
  private @Nullable Integer polled;
  private @Nullable String items;

  private Doors(Runnable fallen) {
    this.fallen = fallen;
  }

  /**
   * What the settings ask for.
   *
   * @throws UserException if a list cannot be read, or a token is missing or too short
   */
  static Plan plan(Settings settings) {
    boolean listens = !settings.text(Setting.LISTEN_PORT).isEmpty();
    return new Plan(sources(settings), listens ? listening(settings) : null);
  }

  private static @Nullable List<PolledSource> sources(Settings settings) {
    String file = settings.text(Setting.SOURCES);
    if (file.isEmpty()) {
      return null;
    }
    try {
      return SourceLists.read(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new UserException("--sources " + file + ": cannot be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new UserException("--sources " + file + ": " + e.getMessage(), e);
    }
  }

  /** Where items are taken, and from whom. */
  static DoorConfig listening(Settings settings) {
    String token = settings.text(Setting.INGEST_TOKEN);
    if (token.isEmpty()) {
      throw new UserException("no token for POST /items: set HOTLINE_INGEST_TOKEN");
    }
    int port =
        settings.text(Setting.LISTEN_PORT).isEmpty()
            ? Integer.parseInt(DEFAULT_PORT)
            : settings.port(Setting.LISTEN_PORT);
    try {
      return DoorConfig.of(new InetSocketAddress(settings.text(Setting.LISTEN_HOST), port), token);
    } catch (IllegalArgumentException e) {
      throw new UserException("ingest." + e.getMessage(), e);
    }
  }

  /**
   * Opens them.
   *
   * @param fallen called once when one of them cannot go on; {@link #check} then says why
   * @param notices told what goes wrong with a source
   * @throws UserException if the port is taken
   */
  static Doors open(
      Plan plan,
      FetchPolicy policy,
      ClusterConfig cluster,
      Namespace namespace,
      Runnable fallen,
      Consumer<String> notices) {
    Doors doors = new Doors(fallen);
    try {
      if (plan.listening != null) {
        doors.listen(plan.listening, cluster, namespace);
      }
      if (plan.sources != null) {
        SourceRegistry registry = new SourceRegistry(cluster, namespace);
        registry.add(plan.sources);
        doors.polled = registry.list().size();
        doors.poll(
            Poller.connect(cluster, namespace, policy, POLLED_AT_ONCE, InstantSource.system()),
            notices);
      }
      return doors;
    } catch (RuntimeException e) {
      doors.close();
      throw e;
    }
  }

  private void listen(DoorConfig config, ClusterConfig cluster, Namespace namespace) {
    InstantSource clock = InstantSource.system();
    ItemPublisher publisher = ItemPublisher.connect(cluster, namespace, clock);
    open.push(publisher);
    String host = config.address().getHostString();
    try {
      ItemDoor door = ItemDoor.open(config, publisher, clock);
      open.push(door);
      items = "http://" + host + ":" + door.port() + "/items";
    } catch (IOException e) {
      throw new UserException(
          host + ":" + config.address().getPort() + ": cannot be listened at: " + e.getMessage(),
          e);
    }
  }

  private void poll(Poller poller, Consumer<String> notices) {
    open.push(poller);
    Thread thread =
        new Thread(
            () -> {
              try {
                poller.run(closing::get, notices);
              } catch (KafkaException | PublishException e) {
                // The cluster's fault: nothing is lost, for no state was written.
                fault = "polling has stopped: " + Failures.explain(e);
                fallen.run();
              }
            },
            "hotline-poller");
    thread.start();
    open.push(
        () -> {
          closing.set(true);
          thread.join(PATIENCE_MILLIS);
        });
  }

  /** Where items are taken; null if nowhere. */
  @Nullable String items() {
    return items;
  }

  /** Says which are open. */
  void describe(PrintWriter out) {
    if (polled != null) {
      out.println("  polling   " + polled + " sources; see 'hotline ingest sources list'");
    }
    if (items != null) {
      out.println("  items     POST " + items);
    }
  }

  /**
   * Says why one of them could not go on.
   *
   * @throws UserException if one could not
   */
  void check() {
    if (fault != null) {
      throw new UserException(fault);
    }
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        System.err.println("hotline: while closing: " + Failures.explain(e));
      }
    }
  }
}
