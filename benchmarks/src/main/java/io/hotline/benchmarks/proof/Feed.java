package io.hotline.benchmarks.proof;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.wire.AvroSerdes;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Puts items into a namespace's items topic, at a rate or as fast as the broker takes them. */
final class Feed implements AutoCloseable {

  private final String topic;
  private final Serializer<NewsItem> values;
  private final KafkaProducer<String, byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  /** A feed that waits ten minutes for a broker that is away: one that is killed comes back. */
  Feed(ClusterConfig cluster, Namespace namespace) {
    this(cluster, namespace, Duration.ofMinutes(10));
  }

  /**
   * @param patience how long a record may wait for its acknowledgement
   */
  Feed(ClusterConfig cluster, Namespace namespace, Duration patience) {
    this.topic = Topics.items(namespace).name();
    this.values = AvroSerdes.valueSerializer(NewsItem.class, cluster);
    Properties properties = cluster.toClientProperties();
    properties.put("acks", "all");
    properties.put("linger.ms", "1");
    properties.put("batch.size", "131072");
    properties.put("compression.type", "lz4");
    properties.put("buffer.memory", "67108864");
    properties.put("max.request.size", Integer.toString(Topics.MAX_RECORD_BYTES));
    properties.put("request.timeout.ms", "15000");
    properties.put("delivery.timeout.ms", Long.toString(patience.toMillis()));
    properties.put("max.block.ms", Long.toString(patience.toMillis()));
    this.producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
  }

  /** Kafka knows no time before 1970; ingest sends such items with the first there is as well. */
  void send(NewsItem item) {
    send(item.getId(), bytes(item), Math.max(0, item.getPublished().toEpochMilli()));
  }

  void send(String key, byte @Nullable [] value, long time) {
    producer.send(
        new ProducerRecord<>(topic, null, time, key, value),
        (metadata, e) -> {
          if (e != null) {
            failure.compareAndSet(null, e);
          }
        });
  }

  /** An item's record, as any producer would write it. */
  byte[] bytes(NewsItem item) {
    return values.serialize(topic, item);
  }

  /** Sends items of a corpus, as fast as can be; returns when all are acknowledged. */
  void sendAll(Corpus corpus, int items) {
    for (int n = 0; n < items; n++) {
      send(corpus.item(n, items));
    }
    flush();
  }

  /** Waits for the acknowledgement of all. */
  void flush() {
    producer.flush();
    Exception e = failure.get();
    if (e != null) {
      throw e instanceof KafkaException kafka ? kafka : new KafkaException(e);
    }
  }

  /** Sleeps until that moment of {@link System#nanoTime}. */
  static void until(long nanos) {
    for (long left = nanos - System.nanoTime();
        left > 0 && !Thread.currentThread().isInterrupted();
        left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  @Override
  public void close() {
    producer.close();
    values.close();
  }
}
