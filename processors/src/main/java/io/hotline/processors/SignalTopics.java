package io.hotline.processors;

/**
 * Knows which signals topics exist. A producer that writes to a topic which does not exist waits
 * for it, and everybody waits behind it; so nothing is routed before somebody has looked.
 */
@FunctionalInterface
public interface SignalTopics {

  /** Whether this topic exists now. */
  boolean exists(String topic);
}
