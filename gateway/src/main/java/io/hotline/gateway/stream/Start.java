package io.hotline.gateway.stream;

import io.hotline.gateway.log.Partition;
import java.util.Map;

/** Where a stream begins. */
public sealed interface Start {

  /** With what comes from now on. */
  record Live() implements Start {}

  /** With the first record in the window. */
  record InWindow() implements Start {}

  /** With about so many of the latest records of each partition. */
  record Latest(int count) implements Start {}

  /** Where another stream of the same topics ended. */
  record Resume(Map<Partition, Long> positions) implements Start {
    public Resume {
      positions = Map.copyOf(positions);
    }

    /**
     * Reads the id of an event.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Resume after(String lastEventId) {
      return new Resume(EventId.parse(lastEventId));
    }
  }
}
