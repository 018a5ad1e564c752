package io.hotline.cli;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Says in words what a failure of the platform means and what to do about it. */
final class Failures {
  private Failures() {}

  static String explain(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null
        && (cause instanceof ExecutionException || cause.getMessage() == null)) {
      cause = cause.getCause();
    }
    String said =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    if (cause instanceof TimeoutException) {
      return "Kafka does not answer ("
          + said
          + "); is it running? 'hotline run' starts one here,"
          + " --kafka-bootstrap names another";
    }
    if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
      return "Kafka refuses us: " + said + "; see kafka.client.* in 'hotline config'";
    }
    if (cause instanceof UnknownTopicOrPartitionException) {
      return said + "; 'hotline topics list' shows what there is";
    }
    return said;
  }
}
