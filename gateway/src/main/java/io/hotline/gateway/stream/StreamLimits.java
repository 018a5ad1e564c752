package io.hotline.gateway.stream;

import java.time.Duration;

/**
 * What listeners may cost.
 *
 * @param heartbeat a listener hears something at least so often
 * @param stall a listener that takes nothing for so long is dropped
 * @param queueBytes what may wait for one listener, in bytes
 * @param listeners how many at once
 * @param replays how many of them may read the past at once; each has a reader of its own
 */
public record StreamLimits(
    Duration heartbeat, Duration stall, int queueBytes, int listeners, int replays) {

  /** For a desk and its machines. */
  public static final StreamLimits DEFAULT =
      new StreamLimits(Duration.ofSeconds(15), Duration.ofSeconds(30), 1 << 20, 10_000, 16);

  public StreamLimits {
    positive("http.heartbeat", heartbeat.toMillis());
    positive("http.stall", stall.toMillis());
    positive("http.queue-bytes", queueBytes);
    positive("http.listeners", listeners);
    positive("http.replays", replays);
  }

  private static void positive(String key, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(key + " '" + value + "': expected more than 0");
    }
  }
}
