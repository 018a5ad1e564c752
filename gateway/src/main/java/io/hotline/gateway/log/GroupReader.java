package io.hotline.gateway.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads topics as one of a group of which one member at a time has all partitions, from where the
 * group left off; another takes over when it is gone. For one thread, but for {@link #wakeup}.
 *
 * <p>Every method throws {@link LogUnavailableException} if the cluster or the registry cannot be
 * reached in time; the same call may be tried again then, and nothing is skipped.
 */
public interface GroupReader extends AutoCloseable {

  /** From now on, these topics. What is left of others is forgotten. */
  void follow(Set<String> topics);

  /**
   * What is next of the partitions that {@code wanted} holds, waiting at most so long for it. Has
   * to be called every few minutes, or another member takes over; with no partitions it only says
   * that this member is alive.
   */
  List<LogEntry> read(Collection<Partition> wanted, Duration wait) throws InterruptedException;

  /** The partitions that this member has now. */
  Set<Partition> partitions();

  /** Counts the times that partitions were gained or lost; what was read before is void then. */
  int generation();

  /** Whether there is more of a partition in the cluster than was read. */
  boolean isBehind(Partition partition);

  /** Records that were not read yet, and marks of transactions; about. */
  long behind();

  /** The note that was committed last with any partition; empty if none was. */
  String committedNote();

  /** Keeps these positions, with a note, as what this group has done. */
  void commit(Map<Partition, Long> positions, String note);

  /** Goes to the first record of each partition published at or after a time. */
  Map<Partition, Long> goTo(Instant since);

  /** Ends a waiting {@link #read}, or the next one, at once. From any thread. */
  void wakeup();

  @Override
  void close();
}
