package io.hotline.gateway.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads partitions of the log, each in its order. For one thread at a time, but for {@link
 * #wakeup}. Sees committed records only. Positions are offsets of the next record to read.
 *
 * <p>Every method throws {@link LogUnavailableException} if the cluster or the registry cannot be
 * reached in time; the same call may be tried again then, and nothing is skipped.
 */
public interface LogReader extends AutoCloseable {

  /** One past the last offset of each partition. */
  Map<Partition, Long> ends(Collection<Partition> partitions);

  /** The first offset that is kept of each partition. */
  Map<Partition, Long> begins(Collection<Partition> partitions);

  /**
   * For each partition, the first offset that may hold a record published at or after a time. Times
   * go up and down along a partition, so earlier ones may follow; none that is asked for comes
   * before.
   */
  Map<Partition, Long> startsAt(Collection<Partition> partitions, Instant since);

  /**
   * From now on, reads these partitions from these positions and no others. A position before the
   * first record that is kept, such as 0, means that record.
   */
  void assign(Map<Partition, Long> positions);

  /** What is next, waiting at most so long for it; empty if there is nothing yet. */
  List<LogEntry> read(Duration wait) throws InterruptedException;

  /**
   * The record at an offset; empty if there is none any more. What was assigned is not afterwards.
   */
  Optional<LogEntry> readAt(Partition partition, long offset) throws InterruptedException;

  /** Of every assigned partition, past what {@link #read} has returned. */
  Map<Partition, Long> positions();

  /** Ends a waiting {@link #read}, or the next one, at once. From any thread. */
  void wakeup();

  @Override
  void close();
}
