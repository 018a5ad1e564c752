package io.hotline.gateway.recent;

/**
 * How much of the past is kept in memory.
 *
 * @param signals so many are counted; about 300 bytes each
 * @param signalBytes of the latest of them, the JSON too
 * @param alerts so many are kept whole; some kilobytes each
 * @param items so many are found by id without help; about 200 bytes each
 */
public record RecentLimits(int signals, long signalBytes, int alerts, int items) {

  /** For a desk: about 80 MB if all of it is full. */
  public static final RecentLimits DEFAULT = new RecentLimits(100_000, 24L << 20, 5_000, 50_000);

  public RecentLimits {
    positive("memory.signals", signals);
    positive("memory.signal-bytes", signalBytes);
    positive("memory.alerts", alerts);
    positive("memory.items", items);
  }

  private static void positive(String key, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(key + " '" + value + "': expected more than 0");
    }
  }
}
