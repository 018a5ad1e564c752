package io.hotline.gateway.recent;

import io.hotline.gateway.log.Catalogue;
import io.hotline.gateway.log.ListedTopic;
import io.hotline.gateway.log.LogEntry;
import io.hotline.gateway.log.LogReader;
import io.hotline.gateway.log.LogUnavailableException;
import io.hotline.gateway.log.Partition;
import io.hotline.gateway.log.TopicKind;
import io.hotline.gateway.notice.Notice;
import io.hotline.schemas.record.Acknowledgement;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.SourceHealth;
import io.hotline.schemas.record.Tally;
import io.hotline.schemas.record.TopicRule;
import io.hotline.schemas.record.Webhook;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the gateway remembers: a reader that follows every topic of the house from not too long ago,
 * and what can be asked about it. What is kept is bounded by {@link RecentLimits}; see each part.
 * The parts are thread-safe.
 */
public final class Recent implements Runnable, AutoCloseable {

  /** Hears of every record that is read, in the reader's thread. */
  public interface Observer {
    /**
     * A record came.
     *
     * @param live whether it was written after the gateway began to read its partition
     */
    void arrived(LogEntry entry, boolean live);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Recent.class);
  private static final Duration WAIT = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final LogReader reader;
  private final Catalogue catalogue;
  private final RecentLimits limits;
  private final List<Observer> observers;

  private final Signals signals;
  private final Alerts alerts;
  private final Items items;
  private final Feeds feeds = new Feeds();
  private final Sizes sizes = new Sizes();
  private final Table<Acknowledgement> acknowledgements = new Table<>();
  private final Table<TopicRule> rules = new Table<>();
  private final Table<SourceHealth> sources = new Table<>();
  private final Table<Tally> tallies = new Table<>();
  private final Table<Webhook> webhooks = new Table<>();

  /** Where each partition stood when it was first read from. */
  private final Map<Partition, Long> firstEnds = new HashMap<>();

  private final Map<Partition, Long> positions = new TreeMap<>();
  private List<ListedTopic> followed = List.of();
  private volatile boolean caughtUp;
  private volatile boolean stopped;
  private volatile @Nullable Throwable failure;

  public Recent(
      LogReader reader, Catalogue catalogue, RecentLimits limits, List<Observer> observers) {
    this.reader = reader;
    this.catalogue = catalogue;
    this.limits = limits;
    this.observers = List.copyOf(observers);
    this.signals = new Signals(limits);
    this.alerts = new Alerts(limits.alerts());
    this.items = new Items(limits.items());
  }

  public Signals signals() {
    return signals;
  }

  public Alerts alerts() {
    return alerts;
  }

  public Items items() {
    return items;
  }

  public Feeds feeds() {
    return feeds;
  }

  public Sizes sizes() {
    return sizes;
  }

  /** By alert id. */
  public Table<Acknowledgement> acknowledgements() {
    return acknowledgements;
  }

  /** By rule id. */
  public Table<TopicRule> rules() {
    return rules;
  }

  /** By source. */
  public Table<SourceHealth> sources() {
    return sources;
  }

  /** By partition of the items topic. */
  public Table<Tally> tallies() {
    return tallies;
  }

  /** By id. */
  public Table<Webhook> webhooks() {
    return webhooks;
  }

  /** Whether it has read what was there when it began. */
  public boolean isCaughtUp() {
    return caughtUp;
  }

  /** Why it no longer reads, if it broke. */
  public @Nullable Throwable failure() {
    return failure;
  }

  @Override
  public void close() {
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
    }
  }

  private void step() throws InterruptedException {
    try {
      follow();
      if (positions.isEmpty()) {
        TimeUnit.MILLISECONDS.sleep(WAIT.toMillis());
        return;
      }
      reader.read(WAIT).forEach(this::take);
      positions.putAll(reader.positions());
      caughtUp =
          caughtUp
              || firstEnds.entrySet().stream()
                  .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
    } catch (LogUnavailableException e) {
      LOG.warn("cannot read on, trying again: {}", e.reason());
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    }
  }

  /** Takes note of topics that are new or gone. */
  private void follow() {
    List<ListedTopic> listed = catalogue.all();
    if (listed.equals(followed)) {
      return;
    }
    Map<Partition, Long> wanted = new TreeMap<>();
    for (ListedTopic topic : listed) {
      if (topic.kind() == TopicKind.ITEM) {
        continue;
      }
      List<Partition> partitions = topic.partitions();
      if (positions.keySet().containsAll(partitions)) {
        partitions.forEach(each -> wanted.put(each, positions.getOrDefault(each, 0L)));
      } else {
        wanted.putAll(begin(topic, partitions));
      }
    }
    positions.clear();
    positions.putAll(wanted);
    firstEnds.keySet().retainAll(wanted.keySet());
    reader.assign(wanted);
    followed = listed;
  }

  private Map<Partition, Long> begin(ListedTopic topic, List<Partition> partitions) {
    Map<Partition, Long> begins = reader.begins(partitions);
    Map<Partition, Long> ends = reader.ends(partitions);
    long most = mostOf(topic);
    Map<Partition, Long> starts = new HashMap<>();
    for (Partition partition : partitions) {
      long begin = begins.getOrDefault(partition, 0L);
      long end = ends.getOrDefault(partition, 0L);
      starts.put(partition, Math.max(begin, end - most));
      // A topic that comes when all others have been read is new, and so is all that is in it.
      firstEnds.putIfAbsent(partition, caughtUp ? 0L : end);
    }
    sizes.begin(topic, begins, starts);
    return starts;
  }

  private long mostOf(ListedTopic topic) {
    return switch (topic.kind()) {
      case SIGNAL -> limits.signals();
      case ALERT -> limits.alerts();
      case ENRICHED -> Math.max(1, limits.items() / topic.partitionCount());
      case DEAD_LETTER, ITEM -> 0;
      case ACKNOWLEDGEMENT, RULE, SOURCE_HEALTH, TALLY, WEBHOOK -> Long.MAX_VALUE / 2;
    };
  }

  private void take(LogEntry entry) {
    SpecificRecord value = entry.value();
    if (value instanceof Signal signal) {
      signals.put(entry, signal);
    } else if (value instanceof Alert alert) {
      alerts.put(alert);
    } else if (value instanceof EnrichedItem item) {
      items.put(
          item.getItem().getId(),
          new Items.Place(entry.partition(), entry.offset(), item.getItem().getSeen()));
    } else if (value instanceof Acknowledgement acknowledgement) {
      acknowledgements.put(entry.key(), acknowledgement);
    } else if (value instanceof TopicRule rule) {
      rules.put(entry.key(), rule);
    } else if (value instanceof SourceHealth health) {
      sources.put(entry.key(), health);
    } else if (value instanceof Tally tally) {
      tallies.put(entry.key(), tally);
    } else if (value instanceof Webhook webhook) {
      webhooks.put(entry.key(), webhook);
    } else if (value == null) {
      gone(entry);
    }
    sizes.count(entry);
    Notice.of(entry).ifPresent(notice -> feeds.put(notice, entry.published()));
    boolean live = entry.offset() >= firstEnds.getOrDefault(entry.partition(), 0L);
    observers.forEach(observer -> observer.arrived(entry, live));
  }

  private void gone(LogEntry entry) {
    for (TopicKind kind : TopicKind.values()) {
      if (entry.event().equals(kind.label() + "-removed")) {
        switch (kind) {
          case ACKNOWLEDGEMENT -> acknowledgements.remove(entry.key());
          case RULE -> rules.remove(entry.key());
          case SOURCE_HEALTH -> sources.remove(entry.key());
          case TALLY -> tallies.remove(entry.key());
          case WEBHOOK -> webhooks.remove(entry.key());
          case SIGNAL, ALERT, ENRICHED, ITEM, DEAD_LETTER -> {
            // their records without a value say nothing
          }
        }
      }
    }
  }
}
