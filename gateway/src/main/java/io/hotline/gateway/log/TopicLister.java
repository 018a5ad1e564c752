package io.hotline.gateway.log;

import java.util.List;

/** Finds what may be read. For one thread at a time. */
public interface TopicLister extends AutoCloseable {

  /**
   * The topics that exist now, with the rules in force.
   *
   * @throws LogUnavailableException if the cluster or the registry cannot be reached in time
   */
  List<ListedTopic> list() throws InterruptedException;

  @Override
  void close();
}
