package io.hotline.cli.replay;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Puts archived items into the items topic of a replay, byte for byte and in their order. */
final class ItemFeed {

  private final ClusterConfig cluster;
  private final Namespace into;

  ItemFeed(ClusterConfig cluster, Namespace into) {
    this.cluster = cluster;
    this.into = into;
  }

  /**
   * Sends all items of the window; returns when they are acknowledged, or when the thread is
   * interrupted.
   *
   * @param progress hears how many have been sent
   * @return how many were sent
   */
  int feed(ArchiveWindow window, Speed speed, IntConsumer progress) {
    Properties properties = cluster.toClientProperties();
    properties.put("acks", "all");
    properties.put("linger.ms", "20");
    properties.put("batch.size", "262144");
    properties.put("compression.type", "lz4");
    properties.put("buffer.memory", "67108864");
    properties.put("max.request.size", Integer.toString(Topics.MAX_RECORD_BYTES * 2));
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      long started = System.nanoTime();
      int sent = 0;
      for (; sent < window.size() && failure.get() == null; sent++) {
        ArchiveWindow.Item item = window.item(sent);
        Duration due = speed.due(item.time() - window.time(0));
        if (!sleepUntil(started + due.toNanos())) {
          break;
        }
        producer.send(
            new ProducerRecord<>(
                Topics.items(into).name(), null, item.time(), item.key(), item.value()),
            (metadata, e) -> {
              if (e != null) {
                failure.compareAndSet(null, e);
              }
            });
        progress.accept(sent + 1);
      }
      producer.flush();
      Exception e = failure.get();
      if (e != null) {
        throw e instanceof KafkaException kafka ? kafka : new KafkaException(e);
      }
      return sent;
    }
  }

  private static boolean sleepUntil(long nanos) {
    long left = nanos - System.nanoTime();
    if (left <= 0) {
      return !Thread.currentThread().isInterrupted();
    }
    try {
      Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
