package io.hotline.processors;

import io.hotline.schemas.wire.RegistryUnavailableException;
import java.util.List;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;

/** Tells faults of the platform that may pass from those that need a person. */
final class Faults {

  private static final int DEEPEST = 50;

  /**
   * What a new thread that takes up from the last commit may get past: calls that were not
   * answered, and a transaction that is lost. Kafka's clients call some of the latter fatal: fatal
   * for the producer that had it. A broker that dies with a transaction's coordinator on it, or a
   * process that was stopped for longer than the transaction's timeout, is enough.
   */
  private static final List<Class<? extends Throwable>> PASSING =
      List.of(
          RetriableException.class,
          RegistryUnavailableException.class,
          ApplicationRecoverableException.class,
          InvalidTxnStateException.class,
          TransactionAbortableException.class,
          TransactionAbortedException.class,
          OutOfOrderSequenceException.class);

  private Faults() {}

  static boolean mayPass(Throwable thrown) {
    return !has(thrown, MissingSourceTopicException.class)
        && PASSING.stream().anyMatch(type -> has(thrown, type));
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

  /** The deepest cause; of a registry that does not answer, what says which it is. */
  static Throwable rootOf(Throwable thrown) {
    Throwable root = thrown;
    for (int depth = 0; root.getCause() != null && depth < DEEPEST; depth++) {
      if (root instanceof RegistryUnavailableException) {
        return root;
      }
      root = root.getCause();
    }
    return root;
  }
}
