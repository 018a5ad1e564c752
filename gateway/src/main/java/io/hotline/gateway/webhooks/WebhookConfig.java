package io.hotline.gateway.webhooks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How subscribers are called.
 *
 * @param allowedTargets host names, and networks such as {@code 10.0.0.0/8}, that may be called
 *     although they are private; none by default
 * @param file subscribers to add when the gateway starts, a JSON list as the API takes them; null:
 *     none
 * @param timeout how long one attempt may take
 * @param firstWait after the first failure; doubled with each further one, up to {@code
 *     longestWait}
 * @param keepTrying a receiver that has failed for so long gets no more than one attempt a record;
 *     what it does not take then is a dead letter
 */
public record WebhookConfig(
    Set<String> allowedTargets,
    @Nullable Path file,
    Duration timeout,
    Duration firstWait,
    Duration longestWait,
    Duration keepTrying) {

  /** Only public addresses; three days of patience. */
  public static final WebhookConfig DEFAULT =
      new WebhookConfig(
          Set.of(),
          null,
          Duration.ofSeconds(10),
          Duration.ofSeconds(1),
          Duration.ofMinutes(5),
          Duration.ofDays(3));

  public WebhookConfig {
    allowedTargets = Set.copyOf(allowedTargets);
    positive("webhooks.timeout", timeout);
    positive("webhooks.first-wait", firstWait);
    positive("webhooks.longest-wait", longestWait);
    positive("webhooks.keep-trying", keepTrying);
  }

  private static void positive(String key, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(key + " '" + value + "': expected more than 0");
    }
  }
}
