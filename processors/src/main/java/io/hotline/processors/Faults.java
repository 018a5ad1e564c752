package io.hotline.processors;

import io.hotline.schemas.wire.RegistryUnavailableException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;

/** Tells faults of the platform that may pass from those that need a person. */
final class Faults {

  private static final int DEEPEST = 50;

  private Faults() {}

  static boolean mayPass(Throwable thrown) {
    return !has(thrown, MissingSourceTopicException.class)
        && (has(thrown, RetriableException.class)
            || has(thrown, RegistryUnavailableException.class)
            || has(thrown, ProducerFencedException.class));
  }

  static boolean has(Throwable thrown, Class<? extends Throwable> type) {
    Throwable each = thrown;
    for (int depth = 0; each != null && depth < DEEPEST; depth++) {
      if (type.isInstance(each)) {
        return true;
      }
      each = each.getCause();
    }
    return false;
  }

  static Throwable rootOf(Throwable thrown) {
    Throwable root = thrown;
    for (int depth = 0; root.getCause() != null && depth < DEEPEST; depth++) {
      root = root.getCause();
    }
    return root;
  }
}
