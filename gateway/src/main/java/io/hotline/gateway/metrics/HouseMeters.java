package io.hotline.gateway.metrics;

import io.hotline.gateway.log.LogEntry;
import io.hotline.gateway.recent.Items;
import io.hotline.gateway.recent.Recent;
import io.hotline.gateway.stream.EventStreams;
import io.hotline.gateway.webhooks.Subscribers;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.SourceHealth;
import io.hotline.schemas.record.Tally;
import io.hotline.schemas.record.TimelineEntry;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the topics say of the house's health, as meters. Counters count what came while the gateway
 * ran; items by outcome are the tallies, and so count from the beginning. Thread-safe.
 */
public final class HouseMeters implements Recent.Observer, Subscribers.Observer {

  private static final Duration[] LATENCIES = {
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(5),
    Duration.ofSeconds(15),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15),
    Duration.ofHours(1),
    Duration.ofHours(6),
    Duration.ofDays(1)
  };

  private final MeterRegistry registry;
  private final InstantSource clock;
  private final MultiGauge sources;
  private final MultiGauge circuits;
  private @Nullable Recent recent;
  private volatile double lag = Double.NaN;

  public HouseMeters(MeterRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
    this.sources =
        MultiGauge.builder("hotline.source.last.item.seen")
            .description("When a source last gave an item, in seconds since 1970; 0: never")
            .baseUnit("seconds")
            .register(registry);
    this.circuits =
        MultiGauge.builder("hotline.webhook.circuit.open")
            .description("1 if a receiver failed so often that it is left alone for a while")
            .register(registry);
    Gauge.builder("hotline.lag.event.time", () -> lag)
        .description(
            "Event time between the first item that is not enriched yet and the last there is;"
                + " 0 if all are")
        .baseUnit("seconds")
        .register(registry);
  }

  /** Begins to watch; to be called once, before the reader runs. */
  public void watch(Recent watched, EventStreams streams) {
    recent = watched;
    items(watched, "enriched", Tally::getEnriched);
    items(watched, "repeat", Tally::getRepeats);
    items(watched, "dead_letter", Tally::getDeadLetters);
    Gauge.builder("hotline.stream.clients", streams, EventStreams::open)
        .description("Listeners that are connected")
        .register(registry);
    FunctionCounter.builder("hotline.stream.dropped", streams, EventStreams::dropped)
        .description("Listeners that were dropped because they read too slowly")
        .register(registry);
  }

  private void items(Recent watched, String outcome, ToLongFunction<Tally> count) {
    FunctionCounter.builder(
            "hotline.items",
            watched,
            from -> from.tallies().values().stream().mapToLong(count).sum())
        .tag("outcome", outcome)
        .description("What became of the items")
        .register(registry);
  }

  /** To be called every few seconds. */
  public void refresh(Recent watched, Subscribers subscribers) {
    sources.register(
        watched.sources().values().stream()
            .map(
                health ->
                    MultiGauge.Row.of(Tags.of("source", health.getSource()), lastSeen(health)))
            .toList(),
        true);
    circuits.register(
        subscribers.ids().stream()
            .map(id -> MultiGauge.Row.of(Tags.of("webhook", id), isOpen(subscribers, id)))
            .toList(),
        true);
  }

  /** How far enrichment is behind; NaN if that is not known. */
  public void lag(double seconds) {
    lag = seconds;
  }

  private static double lastSeen(SourceHealth health) {
    Instant seen = health.getLastItemSeen();
    return seen == null ? 0 : seen.toEpochMilli() / 1000.0;
  }

  private static int isOpen(Subscribers subscribers, String id) {
    return subscribers.report(id).filter(report -> !report.circuit().equals("CLOSED")).isPresent()
        ? 1
        : 0;
  }

  @Override
  public void arrived(LogEntry entry, boolean live) {
    if (!live) {
      return;
    }
    if (entry.value() instanceof Signal signal) {
      registry
          .counter(
              "hotline.signals",
              "topic",
              signal.getRuleId(),
              "status",
              signal.getEvent().getStatus().name(),
              "mode",
              signal.getEvent().getMode().name(),
              "state",
              signal.getState().name())
          .increment();
    } else if (entry.value() instanceof Alert alert) {
      arrived(alert);
    } else if (entry.value() instanceof DeadLetter letter) {
      registry
          .counter(
              "hotline.dead.letters", "stage", letter.getStage(), "error", letter.getErrorType())
          .increment();
    }
  }

  private void arrived(Alert alert) {
    registry
        .counter(
            "hotline.alerts",
            "rule",
            alert.getRuleId(),
            "kind",
            alert.getKind().name(),
            "state",
            alert.getState().name())
        .increment();
    Instant now = clock.instant();
    record("published", alert.getPublished(), now);
    List<TimelineEntry> timeline = alert.getTimeline();
    Recent watched = recent;
    if (watched != null && !timeline.isEmpty()) {
      Optional<Items.Place> item =
          watched.items().place(timeline.get(timeline.size() - 1).getItemId());
      item.ifPresent(place -> record("seen", place.seen(), now));
    }
  }

  private void record(String from, Instant begin, Instant now) {
    Duration latency = Duration.between(begin, now);
    Timer.builder("hotline.alert.latency")
        .description("From when the news was published, or first seen, to when its alert came")
        .tag("from", from)
        .serviceLevelObjectives(LATENCIES)
        .register(registry)
        .record(latency.isNegative() ? Duration.ZERO : latency);
  }

  @Override
  public void delivered(String webhookId, LogEntry entry) {
    delivery(webhookId, "delivered");
  }

  @Override
  public void failed(String webhookId) {
    delivery(webhookId, "failed");
  }

  @Override
  public void gaveUp(String webhookId) {
    delivery(webhookId, "dead_letter");
  }

  private void delivery(String webhookId, String outcome) {
    registry
        .counter("hotline.webhook.deliveries", "webhook", webhookId, "outcome", outcome)
        .increment();
  }
}
