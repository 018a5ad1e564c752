package io.hotline.gateway.recent;

import io.hotline.gateway.log.ListedTopic;
import io.hotline.gateway.log.LogEntry;
import io.hotline.gateway.log.LogReader;
import io.hotline.gateway.log.LogUnavailableException;
import io.hotline.gateway.log.Partition;
import io.hotline.gateway.log.TopicLog;
import io.hotline.schemas.record.EnrichedItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Reads enriched items out of the log when somebody asks, one at a time. Keeps nothing.
 * Thread-safe.
 */
public final class Finder implements AutoCloseable {

  private static final Duration WAIT = Duration.ofMillis(200);
  private static final Duration WAIT_FOR_OTHERS = Duration.ofSeconds(5);

  /** How far to read on from where an item of a known time may stand first. */
  private static final int MOST_RECORDS = 5_000;

  private final TopicLog log;
  private final Items items;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable LogReader one;

  public Finder(TopicLog log, Items items) {
    this.log = log;
    this.items = items;
  }

  /**
   * The last revision of an item that can be found.
   *
   * @param topic that of the enriched items
   * @param published when the item was published, if that is known; for those that are too old to
   *     be remembered
   * @throws LogUnavailableException if the cluster cannot be reached, or too many ask
   */
  public Optional<EnrichedItem> enriched(ListedTopic topic, String id, @Nullable Instant published)
      throws InterruptedException {
    Optional<Items.Place> place = items.place(id);
    if (place.isEmpty() && published == null) {
      return Optional.empty();
    }
    if (!lock.tryLock(WAIT_FOR_OTHERS.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new LogUnavailableException(
          "too many ask for items", new IllegalStateException("the finder is busy"));
    }
    try {
      return place.isPresent()
          ? reader().readAt(place.get().partition(), place.get().offset()).flatMap(Finder::item)
          : published == null ? Optional.empty() : search(topic, id, published);
    } finally {
      lock.unlock();
    }
  }

  private Optional<EnrichedItem> search(ListedTopic topic, String id, Instant published)
      throws InterruptedException {
    try (LogReader reader = log.reader()) {
      Partition partition = topic.partitionOf(id);
      Map<Partition, Long> start = reader.startsAt(List.of(partition), published);
      long end = reader.ends(List.of(partition)).getOrDefault(partition, 0L);
      reader.assign(start);
      LogEntry found = null;
      int read = 0;
      while (read < MOST_RECORDS && reader.positions().getOrDefault(partition, end) < end) {
        for (LogEntry entry : reader.read(WAIT)) {
          found = entry.key().equals(id) ? entry : found;
          read++;
        }
      }
      return Optional.ofNullable(found).flatMap(Finder::item);
    }
  }

  private LogReader reader() {
    LogReader present = one;
    if (present == null) {
      present = log.finder();
      one = present;
    }
    return present;
  }

  private static Optional<EnrichedItem> item(LogEntry entry) {
    return entry.value() instanceof EnrichedItem item ? Optional.of(item) : Optional.empty();
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (one != null) {
        one.close();
        one = null;
      }
    } finally {
      lock.unlock();
    }
  }
}
