package io.hotline.gateway.log;

import io.hotline.schemas.record.Acknowledgement;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.Webhook;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the gateway itself keeps in Kafka. Each method returns when the cluster has it.
 * Thread-safe.
 *
 * <p>Every method throws {@link LogUnavailableException} if the cluster or the registry cannot be
 * reached in time; it is not known then whether the record was written.
 */
public interface LogWriter extends AutoCloseable {

  /** Keeps an acknowledgement; null takes it back. */
  void acknowledge(String alertId, @Nullable Acknowledgement acknowledgement);

  /** Keeps a subscriber; null removes it. */
  void webhook(String id, @Nullable Webhook webhook);

  /** Keeps what could not be delivered. */
  void deadLetter(String key, DeadLetter letter);

  @Override
  void close();
}
