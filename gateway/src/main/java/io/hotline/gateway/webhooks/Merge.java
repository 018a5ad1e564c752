package io.hotline.gateway.webhooks;

import io.hotline.gateway.log.LogEntry;
import io.hotline.gateway.log.Partition;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Brings what stands in several partitions into one order: that of event time, as far as it is
 * known what there is, and that of each partition in any case. So a subscriber who was away hears
 * of {@code planned} before {@code occurred}, although they stand in different partitions. For one
 * thread.
 */
final class Merge {

  private static final Comparator<LogEntry> ORDER =
      Comparator.comparing(LogEntry::published).thenComparing(LogEntry::partition);

  private final Map<Partition, Deque<LogEntry>> waiting = new TreeMap<>();

  void clear() {
    waiting.clear();
  }

  void add(List<LogEntry> entries) {
    for (LogEntry entry : entries) {
      waiting.computeIfAbsent(entry.partition(), partition -> new ArrayDeque<>()).add(entry);
    }
  }

  /** Those of which nothing is known. */
  Set<Partition> hungry(Set<Partition> partitions) {
    Set<Partition> hungry = new HashSet<>(partitions);
    waiting.forEach(
        (partition, entries) -> {
          if (!entries.isEmpty()) {
            hungry.remove(partition);
          }
        });
    return hungry;
  }

  /**
   * What is next; empty if that is not known yet.
   *
   * @param mayHold whether a partition of which nothing is known may hold something
   */
  Optional<LogEntry> next(Set<Partition> partitions, Predicate<Partition> mayHold) {
    if (hungry(partitions).stream().anyMatch(mayHold)) {
      return Optional.empty();
    }
    return waiting.values().stream()
        .flatMap(entries -> Optional.ofNullable(entries.peek()).stream())
        .min(ORDER);
  }

  /** It was told, or need not be. */
  void remove(LogEntry entry) {
    Deque<LogEntry> entries = waiting.get(entry.partition());
    if (entries == null || entries.peek() != entry) {
      throw new IllegalStateException("not next: " + entry.partition() + " " + entry.offset());
    }
    entries.remove();
  }
}
