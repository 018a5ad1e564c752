package io.hotline.processors;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Asks the cluster which topics there are: once, and again whenever it is asked for one that it has
 * not seen. A broker that is away is a fault of the platform and is thrown. Thread-safe.
 */
final class ExistingTopics implements SignalTopics, AutoCloseable {

  private static final long SECONDS = 60;

  private final Admin admin;
  private volatile Set<String> seen = Set.of();

  ExistingTopics(Admin admin) {
    this.admin = admin;
  }

  @Override
  public boolean exists(String topic) {
    if (seen.contains(topic)) {
      return true;
    }
    seen = ask();
    return seen.contains(topic);
  }

  private Set<String> ask() {
    try {
      return Set.copyOf(admin.listTopics().names().get(SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new org.apache.kafka.common.errors.InterruptException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    } catch (TimeoutException e) {
      throw new org.apache.kafka.common.errors.TimeoutException("no list of topics in 60 s", e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
