package io.hotline.gateway.metrics;

import io.hotline.gateway.log.Catalogue;
import io.hotline.gateway.log.ListedTopic;
import io.hotline.gateway.log.LogEntry;
import io.hotline.gateway.log.LogReader;
import io.hotline.gateway.log.LogUnavailableException;
import io.hotline.gateway.log.Partition;
import io.hotline.gateway.log.TopicKind;
import io.hotline.gateway.recent.Recent;
import io.hotline.schemas.record.Tally;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How far enrichment is behind, in event time: what a desk misses, which a number of records does
 * not say. For one thread.
 */
public final class EventTimeLag implements AutoCloseable {

  private final LogReader reader;
  private final Catalogue catalogue;
  private final Recent recent;

  public EventTimeLag(LogReader reader, Catalogue catalogue, Recent recent) {
    this.reader = reader;
    this.catalogue = catalogue;
    this.recent = recent;
  }

  /** In seconds; NaN if it cannot be told just now. */
  public double seconds() throws InterruptedException {
    Optional<ListedTopic> items =
        catalogue.all().stream().filter(topic -> topic.kind() == TopicKind.ITEM).findFirst();
    if (items.isEmpty() || !recent.isCaughtUp()) {
      return Double.NaN;
    }
    try {
      double most = 0;
      Map<Partition, Long> ends = reader.ends(items.get().partitions());
      for (Map.Entry<Partition, Long> end : ends.entrySet()) {
        long next =
            recent
                .tallies()
                .get(Integer.toString(end.getKey().number()))
                .map(Tally::getNextOffset)
                .orElse(0L);
        if (next < end.getValue()) {
          most = Math.max(most, between(end.getKey(), next, end.getValue() - 1));
        }
      }
      return most;
    } catch (LogUnavailableException e) {
      return Double.NaN;
    }
  }

  private double between(Partition partition, long first, long last) throws InterruptedException {
    Optional<LogEntry> waiting = reader.readAt(partition, first);
    Optional<LogEntry> newest = reader.readAt(partition, last);
    return waiting.isEmpty() || newest.isEmpty()
        ? 0
        : Math.max(
            0,
            Duration.between(waiting.get().published(), newest.get().published()).toMillis()
                / 1000.0);
  }

  @Override
  public void close() {
    reader.close();
  }
}
