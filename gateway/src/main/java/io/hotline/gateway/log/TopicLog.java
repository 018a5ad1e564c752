package io.hotline.gateway.log;

/** Where topics are read. Thread-safe; what it makes is closed by whoever asked for it. */
public interface TopicLog extends AutoCloseable {

  /** Finds topics. */
  TopicLister lister();

  /** Reads topics; assigned to nothing yet. */
  LogReader reader();

  @Override
  void close();
}
