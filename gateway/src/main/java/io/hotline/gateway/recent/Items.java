package io.hotline.gateway.recent;

import io.hotline.gateway.log.Partition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the latest enriched items stand in the log; the items themselves are read when somebody
 * asks. Bounded by number; the oldest to come are the first to go. Thread-safe.
 */
public final class Items {

  /**
   * Where the last revision of an item stands.
   *
   * @param seen when the door first had it
   */
  public record Place(Partition partition, long offset, Instant seen) {}

  private final Map<String, Place> places;

  Items(int most) {
    places =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Place> eldest) {
            return size() > most;
          }
        };
  }

  synchronized void put(String id, Place place) {
    places.remove(id);
    places.put(id, place);
  }

  /** Where an item stands; empty if it is unknown or too old. */
  public synchronized Optional<Place> place(String id) {
    return Optional.ofNullable(places.get(id));
  }
}
