package io.hotline.gateway.stream;

import io.hotline.gateway.log.Catalogue;
import io.hotline.gateway.log.ListedTopic;
import io.hotline.gateway.log.LogEntry;
import io.hotline.gateway.log.LogReader;
import io.hotline.gateway.log.LogUnavailableException;
import io.hotline.gateway.log.Partition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one reader of what is new, for all listeners. Reads the partitions that somebody listens to,
 * and waits for nobody: a listener with a full queue is dropped.
 *
 * <p>All its state belongs to the thread in {@link #run}; others send it orders.
 */
final class Tail implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
  private static final String CLOSING = "the gateway is closing";
  private static final Duration WAIT = Duration.ofMillis(250);
  private static final Duration PAUSE_WHEN_UNAVAILABLE = Duration.ofSeconds(1);

  private final LogReader reader;
  private final Catalogue catalogue;
  private final InstantSource clock;
  private final Consumer<Subscription> whenOver;
  private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();

  private final List<Subscription> subscriptions = new ArrayList<>();
  private final Map<Partition, Track> tracks = new TreeMap<>();
  private List<ListedTopic> followed = List.of();

  private volatile boolean stopped;
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;

  /** A subscription to take over, and where to say whether it was. */
  private record Order(Subscription subscription, CompletableFuture<Boolean> answer) {}

  /**
   * @param whenOver takes back a bounded subscription when its time has come
   */
  Tail(
      LogReader reader, Catalogue catalogue, InstantSource clock, Consumer<Subscription> whenOver) {
    this.reader = reader;
    this.catalogue = catalogue;
    this.clock = clock;
    this.whenOver = whenOver;
  }

  /**
   * Hands a subscription over. True: it is the tail's now. False: it is too far behind; it has to
   * be brought up to the end of the log first, and belongs to the caller.
   */
  CompletableFuture<Boolean> attach(Subscription subscription) {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    orders.add(new Order(subscription, answer));
    if (closed) {
      refuseOrders();
    } else {
      reader.wakeup();
    }
    return answer;
  }

  /** Why it no longer runs, if it broke. */
  @Nullable Throwable failure() {
    return failure;
  }

  void stop() {
    stopped = true;
    reader.wakeup();
  }

  @Override
  public void run() {
    try (reader) {
      while (!stopped) {
        step();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error broken) {
      // Told by the health check; whoever runs the gateway starts it again.
      failure = broken;
      throw broken;
    } finally {
      closed = true;
      refuseOrders();
      subscriptions.forEach(subscription -> subscription.breakOff(CLOSING));
    }
  }

  /** Takes orders, then reads once. */
  void step() throws InterruptedException {
    Order order =
        tracks.isEmpty() ? orders.poll(WAIT.toMillis(), TimeUnit.MILLISECONDS) : orders.poll();
    for (; order != null; order = orders.poll()) {
      try {
        order.answer().complete(tryAttach(order.subscription()));
      } catch (LogUnavailableException e) {
        order.answer().completeExceptionally(e);
      }
    }
    try {
      follow();
      if (!tracks.isEmpty()) {
        reader.read(WAIT).forEach(this::deliver);
        reader.positions().forEach((partition, offset) -> track(partition).next = offset);
      }
    } catch (LogUnavailableException e) {
      LOG.warn("cannot read on, trying again: {}", e.reason());
      TimeUnit.MILLISECONDS.sleep(PAUSE_WHEN_UNAVAILABLE.toMillis());
    }
    Instant now = clock.instant();
    List<Subscription> over =
        subscriptions.stream().filter(subscription -> subscription.isOver(now)).toList();
    subscriptions.removeAll(over);
    over.forEach(whenOver);
  }

  private void refuseOrders() {
    for (Order order = orders.poll(); order != null; order = orders.poll()) {
      order.answer().completeExceptionally(new IllegalStateException(CLOSING));
    }
  }

  private boolean tryAttach(Subscription subscription) {
    place(subscription);
    for (Map.Entry<Partition, Long> position : subscription.positions().entrySet()) {
      Track track = tracks.get(position.getKey());
      if (track != null && !track.reachesBackTo(position.getValue())) {
        return false;
      }
    }
    if (subscription.request().start() instanceof Start.Live) {
      // With its place, so that a listener who is cut off before the first event misses none.
      Format format = subscription.request().format();
      subscription.listener().offer(subscription.head(), format.listening());
    }
    for (Map.Entry<Partition, Long> position : Map.copyOf(subscription.positions()).entrySet()) {
      Track track = tracks.get(position.getKey());
      if (track != null) {
        track.recent().forEach(entry -> deliver(entry, subscription));
      }
    }
    subscriptions.add(subscription);
    follow(subscription.positions());
    return true;
  }

  /** Gives it a position in every partition that there is now for it. */
  private void place(Subscription subscription) {
    Set<Partition> missing = new TreeSet<>();
    for (ListedTopic topic : catalogue.topics()) {
      if (subscription.request().selection().includes(topic)) {
        missing.addAll(topic.partitions());
      }
    }
    subscription.keepOnly(Set.copyOf(missing));
    missing.removeAll(subscription.positions().keySet());
    Map<Partition, Long> positions = new HashMap<>();
    if (subscription.isPlaced()) {
      // They came after it did, so all that is in them is new.
      missing.forEach(partition -> positions.put(partition, 0L));
    } else {
      missing.stream()
          .filter(tracks::containsKey)
          .forEach(partition -> positions.put(partition, track(partition).next));
      missing.removeAll(positions.keySet());
      positions.putAll(missing.isEmpty() ? Map.of() : reader.ends(missing));
    }
    subscription.place(positions);
  }

  /** Takes note of listeners that are gone and of topics that are new. */
  private void follow() {
    boolean gone = subscriptions.removeIf(subscription -> !subscription.listener().isOpen());
    List<ListedTopic> listed = catalogue.topics();
    if (!gone && listed.equals(followed)) {
      return;
    }
    followed = listed;
    Map<Partition, Long> wanted = new TreeMap<>();
    for (Subscription subscription : subscriptions) {
      place(subscription);
      subscription.positions().forEach((partition, at) -> wanted.merge(partition, at, Math::min));
    }
    boolean fewer = tracks.keySet().retainAll(wanted.keySet());
    if (!follow(wanted) && fewer) {
      assign();
    }
  }

  /** Reads these partitions too; true if some were not read before. */
  private boolean follow(Map<Partition, Long> positions) {
    boolean more = false;
    for (Map.Entry<Partition, Long> position : positions.entrySet()) {
      more |= tracks.putIfAbsent(position.getKey(), new Track(position.getValue())) == null;
    }
    if (more) {
      assign();
    }
    return more;
  }

  private void assign() {
    Map<Partition, Long> positions = new HashMap<>();
    tracks.forEach((partition, track) -> positions.put(partition, track.next));
    reader.assign(positions);
  }

  private void deliver(LogEntry entry) {
    EncodedEntry encoded = new EncodedEntry(entry);
    Track track = track(entry.partition());
    track.add(encoded);
    for (Subscription subscription : subscriptions) {
      if (subscription.positions().containsKey(entry.partition())) {
        deliver(encoded, subscription);
      }
    }
  }

  private static void deliver(EncodedEntry encoded, Subscription subscription) {
    if (subscription.accepts(encoded)
        && !subscription
            .listener()
            .offer(subscription.head(), encoded.body(subscription.request().format()))) {
      subscription.drop();
    }
  }

  private Track track(Partition partition) {
    Track track = tracks.get(partition);
    if (track == null) {
      throw new IllegalStateException("not followed: " + partition);
    }
    return track;
  }
}
