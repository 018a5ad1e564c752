package io.hotline.processors;

import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one topology. An item's failure never comes here, it is a dead letter by then; what comes is
 * a fault of the platform. A thread that dies of one that may pass (a broker or the registry is
 * away) is replaced and takes its records up again from the last commit; any other fault, or too
 * many of them, stops the application and is told by {@link #fault}. Thread-safe.
 */
public final class TopologyRunner implements AutoCloseable {

  /** More replacements than this within {@link #PERIOD} are not a passing fault any more. */
  static final int MOST_REPLACEMENTS = 20;

  static final Duration PERIOD = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(TopologyRunner.class);
  private static final Duration CLOSE = Duration.ofSeconds(30);

  private final String applicationId;
  private final KafkaStreams streams;
  private final InstantSource clock;
  private final Deque<Instant> replacements = new ArrayDeque<>();
  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable String fault;

  TopologyRunner(Topology topology, Properties properties, InstantSource clock) {
    this.applicationId = properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
    this.clock = clock;
    this.streams = new KafkaStreams(topology, properties);
    streams.setStateListener((now, before) -> changed(now));
    streams.setUncaughtExceptionHandler(this::onFault);
  }

  /**
   * Starts it and returns at once.
   *
   * @throws StreamsException if what it reads first, the rules, cannot be had
   */
  void start() {
    try {
      streams.start();
    } catch (StreamsException e) {
      String cause = described(Faults.rootOf(e));
      throw new StreamsException(applicationId + " cannot start: " + cause, e);
    }
  }

  /** The consumer group, and the prefix of internal topics. */
  public String applicationId() {
    return applicationId;
  }

  /** The state of the threads. */
  public State state() {
    return streams.state();
  }

  /** Whether it is at work or about to be: not stopped by a fault and not closed. */
  public boolean isAlive() {
    State state = streams.state();
    return fault == null && (state == State.CREATED || state.isRunningOrRebalancing());
  }

  /** Whether it has its partitions and its stores, and is at work. */
  public boolean isReady() {
    return fault == null && streams.state() == State.RUNNING;
  }

  /** What stopped it, in a sentence that says what to do. */
  public Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  /** The running streams, for metrics. */
  public KafkaStreams streams() {
    return streams;
  }

  /** Waits until it was at work once, or has stopped; tells whether it is ready now. */
  public boolean awaitReady(Duration timeout) throws InterruptedException {
    return running.await(timeout.toMillis(), TimeUnit.MILLISECONDS) && isReady();
  }

  /** Waits until it has stopped, by a fault or by {@link #close}. */
  public boolean awaitEnd(Duration timeout) throws InterruptedException {
    return ended.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Commits what is done, hands its partitions to the other instances at once and stops. Without
   * the leave they would wait for the session to end, as after a crash.
   *
   * @return whether all threads stopped in time
   */
  public boolean close(Duration timeout) {
    return streams.close(CloseOptions.timeout(timeout).withGroupMembershipOperation(LEAVE_GROUP));
  }

  /** Closes within 30 seconds. */
  @Override
  public void close() {
    if (!close(CLOSE)) {
      LOG.warn(
          "{}: threads still ran {} s after being asked to stop", applicationId, CLOSE.toSeconds());
    }
  }

  private void changed(State now) {
    LOG.debug("{} is {}", applicationId, now);
    if (now == State.RUNNING) {
      running.countDown();
    }
    if (now == State.ERROR || now == State.NOT_RUNNING) {
      running.countDown();
      ended.countDown();
    }
  }

  private StreamThreadExceptionResponse onFault(Throwable thrown) {
    Throwable cause = Faults.rootOf(thrown);
    if (Faults.mayPass(thrown) && mayReplace()) {
      LOG.warn("{}: {}; taking up again from the last commit", applicationId, described(cause));
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    String advice =
        Faults.has(thrown, MissingSourceTopicException.class)
            ? "; a topic it reads does not exist: create the topics of the namespace first"
            : Faults.has(thrown, RetriableException.class)
                ? "; it did not pass in time: look after the broker, then start again"
                : "";
    fault = applicationId + " stopped: " + described(cause) + advice;
    LOG.error("{}", fault, thrown);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private synchronized boolean mayReplace() {
    Instant now = clock.instant();
    while (!replacements.isEmpty() && replacements.peek().isBefore(now.minus(PERIOD))) {
      replacements.remove();
    }
    replacements.add(now);
    return replacements.size() <= MOST_REPLACEMENTS;
  }

  private static String described(Throwable cause) {
    return cause.getMessage() == null
        ? cause.getClass().getSimpleName()
        : cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }
}
