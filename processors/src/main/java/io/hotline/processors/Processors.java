package io.hotline.processors;

import io.hotline.extraction.Extractor;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.Tally;
import io.hotline.schemas.record.TopicRule;
import io.hotline.schemas.wire.AvroSerdes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.Topology;

/**
 * The applications of one namespace at work in this process. The fixed topics must exist: see
 * {@link HouseTopics}. Thread-safe.
 */
public final class Processors implements AutoCloseable {

  private static final Duration CLOSE = Duration.ofSeconds(30);

  private final Map<Application, TopologyRunner> runners;
  private final StoreMemory memory;
  private final ExistingTopics topics;
  private final InstantSource clock;

  private Processors(
      Map<Application, TopologyRunner> runners,
      StoreMemory memory,
      ExistingTopics topics,
      InstantSource clock) {
    this.runners = new EnumMap<>(runners);
    this.memory = memory;
    this.topics = topics;
    this.clock = clock;
  }

  /** Starts all applications. */
  public static Processors start(
      ProcessorsConfig config, Extractor extractor, InstantSource clock) {
    return start(config, extractor, clock, Set.of(Application.values()));
  }

  /**
   * Starts some of the applications and returns at once.
   *
   * @param clock for counting faults only
   */
  public static Processors start(
      ProcessorsConfig config,
      Extractor extractor,
      InstantSource clock,
      Set<Application> applications) {
    StoreMemory memory = new StoreMemory(config.storeBytes());
    ExistingTopics topics = new ExistingTopics(Admin.create(config.cluster().toClientProperties()));
    Map<Application, TopologyRunner> runners = new EnumMap<>(Application.class);
    Processors processors;
    try {
      for (Application application : Application.values()) {
        if (applications.contains(application)) {
          runners.put(
              application,
              new TopologyRunner(
                  topology(application, config, extractor, topics),
                  StreamsSettings.of(config, application, memory),
                  clock));
        }
      }
      processors = new Processors(runners, memory, topics, clock);
      runners.values().forEach(TopologyRunner::start);
    } catch (RuntimeException e) {
      new Processors(runners, memory, topics, clock).close();
      throw e;
    }
    return processors;
  }

  /** The topology of an application as {@link #start} runs it, for printing. */
  public static Topology topology(
      Application application,
      ProcessorsConfig config,
      Extractor extractor,
      SignalTopics signalTopics) {
    Namespace namespace = config.namespace();
    ClusterConfig cluster = config.cluster();
    Serde<NewsItem> items = AvroSerdes.value(NewsItem.class, cluster);
    Serde<EnrichedItem> enriched = AvroSerdes.value(EnrichedItem.class, cluster);
    Serde<Tally> tallies = AvroSerdes.value(Tally.class, cluster);
    Serde<TopicRule> rules = AvroSerdes.value(TopicRule.class, cluster);
    Serde<Signal> signals = AvroSerdes.value(Signal.class, cluster);
    Serde<Alert> alerts = AvroSerdes.value(Alert.class, cluster);
    Serde<DeadLetter> deadLetters = AvroSerdes.value(DeadLetter.class, cluster);
    return switch (application) {
      case ENRICHMENT ->
          EnrichmentTopology.build(
              namespace, extractor, config.limits(), items, enriched, tallies, deadLetters);
      case SIGNALS ->
          SignalsTopology.build(namespace, signalTopics, enriched, rules, signals, deadLetters);
      case ALERTS -> AlertsTopology.build(namespace, signals, alerts, deadLetters);
    };
  }

  /** The runners by application. */
  public Map<Application, TopologyRunner> runners() {
    return Map.copyOf(runners);
  }

  /** Whether all are at work or about to be. */
  public boolean isAlive() {
    return all(TopologyRunner::isAlive);
  }

  /** Whether all are at work. */
  public boolean isReady() {
    return all(TopologyRunner::isReady);
  }

  private boolean all(Predicate<TopologyRunner> predicate) {
    return runners.values().stream().allMatch(predicate);
  }

  /** What stopped some of them, a line each. */
  public Optional<String> fault() {
    String faults =
        runners.values().stream()
            .flatMap(runner -> runner.fault().stream())
            .collect(Collectors.joining("\n"));
    return faults.isEmpty() ? Optional.empty() : Optional.of(faults);
  }

  /** Waits until all have been at work, or one has stopped; tells whether all are ready now. */
  public boolean awaitReady(Duration timeout) throws InterruptedException {
    Instant end = clock.instant().plus(timeout);
    for (TopologyRunner runner : runners.values()) {
      Duration left = Duration.between(clock.instant(), end);
      if (!runner.awaitReady(left.isNegative() ? Duration.ZERO : left)) {
        return false;
      }
    }
    return isReady();
  }

  /**
   * Commits what is done and stops, the first of the chain first.
   *
   * @return whether all stopped in time
   */
  public boolean close(Duration timeout) {
    Instant end = clock.instant().plus(timeout);
    boolean stopped = true;
    for (TopologyRunner runner : runners.values()) {
      Duration left = Duration.between(clock.instant(), end);
      stopped &= runner.close(left.isNegative() ? Duration.ZERO : left);
    }
    topics.close();
    if (stopped) {
      memory.close(); // a thread that still runs still uses it
    }
    return stopped;
  }

  /** Closes within 30 seconds. */
  @Override
  public void close() {
    close(CLOSE);
  }
}
