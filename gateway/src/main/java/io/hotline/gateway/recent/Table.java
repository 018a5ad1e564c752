package io.hotline.gateway.recent;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A compacted topic as it stands: the last value of each key. As large as what people put into it:
 * rules, sources, subscribers. Thread-safe.
 */
public final class Table<V> {

  private final TreeMap<String, V> values = new TreeMap<>();

  Table() {}

  synchronized void put(String key, V value) {
    values.put(key, value);
  }

  synchronized void remove(String key) {
    values.remove(key);
  }

  /** The value of a key. */
  public synchronized Optional<V> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** All values, by key. */
  public synchronized List<V> values() {
    return List.copyOf(values.values());
  }
}
