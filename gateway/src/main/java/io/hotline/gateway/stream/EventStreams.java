package io.hotline.gateway.stream;

import io.hotline.gateway.log.Catalogue;
import io.hotline.gateway.log.TopicLog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Every stream that is open. Thread-safe. */
public final class EventStreams implements AutoCloseable {

  private final TopicLog log;
  private final Catalogue catalogue;
  private final StreamLimits limits;
  private final InstantSource clock;
  private final Tail tail;
  private final Thread tailThread;
  private final ThreadPoolExecutor replays;
  private final LongAdder dropped = new LongAdder();
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

  /** Starts to read as soon as somebody listens. */
  public EventStreams(TopicLog log, Catalogue catalogue, StreamLimits limits, InstantSource clock) {
    this.log = log;
    this.catalogue = catalogue;
    this.limits = limits;
    this.clock = clock;
    this.tail = new Tail(log.reader(), catalogue, clock, this::replay);
    this.tailThread = new Thread(tail, "gateway-tail");
    tailThread.setDaemon(true);
    tailThread.start();
    AtomicInteger number = new AtomicInteger();
    this.replays =
        new ThreadPoolExecutor(
            0,
            limits.replays(),
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              Thread thread = new Thread(task, "gateway-replay-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** What came of a request for a stream. */
  public sealed interface Outcome {

    /** The stream is open; it writes to the client until it ends. */
    record Opened() implements Outcome {}

    /** Nothing was written, and the client has to come back later. */
    record Busy(String reason) implements Outcome {}
  }

  /** Opens a stream. The client is written to from any thread, one write at a time. */
  public Outcome open(StreamRequest request, StreamClient client) {
    if (listeners.size() >= limits.listeners()) {
      return new Outcome.Busy(limits.listeners() + " listeners are connected, which is the limit");
    }
    Listener listener = new Listener(client, request, limits, clock);
    Subscription subscription = new Subscription(request, listener);
    listener.whenClosed(
        () -> {
          listeners.remove(listener);
          if (listener.wasTooSlow()) {
            dropped.increment();
          }
        });
    listeners.add(listener);
    try {
      if (request.start() instanceof Start.Live) {
        listener.open();
        attach(subscription);
      } else {
        replays.execute(newReplay(subscription));
      }
      return new Outcome.Opened();
    } catch (RejectedExecutionException e) {
      listeners.remove(listener);
      return new Outcome.Busy(limits.replays() + " replays are under way, which is the limit");
    }
  }

  private void attach(Subscription subscription) {
    var unused =
        tail.attach(subscription)
            .whenComplete(
                (attached, fault) -> {
                  if (fault != null) {
                    subscription.breakOff(String.valueOf(fault.getMessage()));
                  } else if (!attached) {
                    replay(subscription);
                  }
                });
  }

  private void replay(Subscription subscription) {
    try {
      replays.execute(newReplay(subscription));
    } catch (RejectedExecutionException e) {
      subscription.breakOff(limits.replays() + " replays are under way, which is the limit");
    }
  }

  private Replay newReplay(Subscription subscription) {
    return new Replay(subscription, log, catalogue, tail, clock);
  }

  /** To be called every second or so: heartbeats, and an end to clients that take nothing. */
  public void tick() {
    Instant now = clock.instant();
    listeners.forEach(listener -> listener.tick(now));
  }

  /** How many are open. */
  public int open() {
    return listeners.size();
  }

  /** How many were dropped because their clients were too slow. */
  public long dropped() {
    return dropped.sum();
  }

  /** Why nothing new is told any more; null as long as all is well. */
  public @Nullable Throwable failure() {
    return tail.failure();
  }

  /** Ends all streams. */
  @Override
  public void close() {
    replays.shutdownNow();
    tail.stop();
    try {
      tailThread.join(5_000);
      replays.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
