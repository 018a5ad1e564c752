package io.hotline.gateway.log;

import java.util.Map;

/** Where topics are read and written. Thread-safe; what it makes is closed by whoever asked. */
public interface TopicLog extends AutoCloseable {

  /** Finds topics. */
  TopicLister lister();

  /** Reads topics; assigned to nothing yet. */
  LogReader reader();

  /** Reads records one by one, without reading on; otherwise as {@link #reader}. */
  LogReader finder();

  /** Writes the gateway's own topics. */
  LogWriter writer();

  /** Reads as one of a group; follows nothing yet. */
  GroupReader member(String group);

  /**
   * Says where a group that has no members begins.
   *
   * @throws LogUnavailableException if the cluster cannot be reached in time
   */
  void place(String group, Map<Partition, Long> positions);

  /**
   * Forgets a group.
   *
   * @throws LogUnavailableException if the cluster cannot be reached in time
   */
  void forget(String group);

  @Override
  void close();
}
