package io.hotline.gateway.recent;

import io.hotline.gateway.log.ListedTopic;
import io.hotline.gateway.log.LogEntry;
import io.hotline.gateway.log.Partition;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much is in each topic, as far as it was read. A few numbers for each topic there is.
 * Thread-safe.
 */
public final class Sizes {

  /**
   * How much is in a topic.
   *
   * @param records counted, and for what was not read, offsets
   * @param isEstimate whether there are such offsets; marks of transactions are among them
   * @param latest event time; null if nothing was read
   */
  public record Size(long records, boolean isEstimate, @Nullable Instant latest) {}

  private final Map<String, Size> sizes = new HashMap<>();

  Sizes() {}

  synchronized void begin(
      ListedTopic topic, Map<Partition, Long> begins, Map<Partition, Long> starts) {
    long skipped = 0;
    for (Map.Entry<Partition, Long> start : starts.entrySet()) {
      skipped += start.getValue() - begins.getOrDefault(start.getKey(), 0L);
    }
    sizes.put(topic.topic(), new Size(skipped, skipped > 0, null));
  }

  synchronized void count(LogEntry entry) {
    sizes.compute(
        entry.partition().topic(),
        (topic, size) -> {
          if (size == null) {
            return new Size(1, false, entry.published());
          }
          boolean later = size.latest() == null || entry.published().isAfter(size.latest());
          return new Size(
              size.records() + 1, size.isEstimate(), later ? entry.published() : size.latest());
        });
  }

  /** Of a topic by its full name; empty if it was not read yet. */
  public synchronized Optional<Size> of(String topic) {
    return Optional.ofNullable(sizes.get(topic));
  }

  /** Whether a topic whose name ends so was read from its beginning, or is not there. */
  synchronized boolean isWhole(String topic) {
    Size size = sizes.get(topic);
    return size == null || !size.isEstimate();
  }
}
