package io.hotline.gateway.webhooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of calling a receiver. */
sealed interface Attempt {

  /** It took it. */
  record Delivered() implements Attempt {}

  /**
   * It did not, for now.
   *
   * @param retryAfter how long it wants to be left alone; null if it did not say
   */
  record Failed(String why, @Nullable Duration retryAfter) implements Attempt {}

  /** It does not take this record: trying again will not help much, and others may be fine. */
  record Rejected(String why) implements Attempt {}

  /** It does not want to be called any more. */
  record Gone(String why) implements Attempt {}
}
