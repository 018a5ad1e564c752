package io.hotline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.DateBasis;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.PubStatus;
import io.hotline.schemas.wire.AvroSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Items written into the cluster at a steady pace, each with an id of its own, until it is closed.
 * Every fifth tells of a contact, so that there is a signal of it; every twentieth cannot be read,
 * so that there is a dead letter of it.
 */
final class Flow implements AutoCloseable {
  private static final Instant PUBLISHED = Instant.parse("2025-03-03T06:00:00Z");
  private static final int CONTACT_EVERY = 5;
  private static final int SPOILT_EVERY = 20;
  private static final byte[] SPOILT = "not Avro".getBytes(StandardCharsets.US_ASCII);

  /** What an item is meant to become. */
  enum Kind {
    PLAIN,
    CONTACT,
    SPOILT
  }

  private final String prefix;
  private final KafkaProducer<String, byte[]> producer;
  private final Serializer<NewsItem> serializer;
  private final Map<String, Kind> kinds = new ConcurrentHashMap<>();
  private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Future<RecordMetadata>> answers =
      new ConcurrentLinkedQueue<>();
  private final Thread writer;
  private volatile boolean closing;

  private Flow(ClusterConfig cluster, String prefix, Duration pace) {
    this.prefix = prefix;
    Properties properties = cluster.toClientProperties();
    properties.put("acks", "all");
    properties.put("enable.idempotence", "true");
    producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    serializer = AvroSerdes.valueSerializer(NewsItem.class, cluster);
    writer = new Thread(() -> write(pace), "flow-" + prefix);
  }

  /**
   * Begins to write.
   *
   * @param prefix of the ids, by which they are told from everybody else's
   * @param pace one item each
   */
  static Flow start(ClusterConfig cluster, String prefix, Duration pace) {
    Flow flow = new Flow(cluster, prefix, pace);
    flow.writer.start();
    return flow;
  }

  String prefix() {
    return prefix;
  }

  /** The items by id. Complete when the flow is closed. */
  Map<String, Kind> kinds() {
    return kinds;
  }

  /** When each item was handed to the producer, in nanoseconds of {@link System#nanoTime}. */
  Map<String, Long> sentAt() {
    return sentAt;
  }

  private void write(Duration pace) {
    long next = System.nanoTime();
    for (int number = 0; !closing; number++) {
      Kind kind = kind(number);
      String id = prefix + "-" + number;
      NewsItem item = item(id, number, kind);
      byte[] value =
          kind == Kind.SPOILT
              ? SPOILT
              : serializer.serialize(Topics.items(Namespace.LIVE).name(), item);
      kinds.put(id, kind);
      sentAt.put(id, System.nanoTime());
      answers.add(
          producer.send(
              new ProducerRecord<>(
                  Topics.items(Namespace.LIVE).name(),
                  null,
                  item.getPublished().toEpochMilli(),
                  id,
                  value)));
      next += pace.toNanos();
      try {
        Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())).toMillis());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static Kind kind(int number) {
    if (number % SPOILT_EVERY == SPOILT_EVERY - 1) {
      return Kind.SPOILT;
    }
    return number % CONTACT_EVERY == 0 ? Kind.CONTACT : Kind.PLAIN;
  }

  private static NewsItem item(String id, int number, Kind kind) {
    Instant published = PUBLISHED.plus(Duration.ofMinutes(number));
    String text =
        kind == Kind.CONTACT
            ? "Russian President Vladimir Putin spoke by phone with US President Donald Trump on"
                + " Monday about shipment "
                + number
                + "."
            : "The harbour took in " + number + " crates of oranges on Monday, the port said.";
    return new NewsItem(
        id,
        "Test Wire",
        id,
        null,
        "",
        text,
        "en",
        published,
        DateBasis.DOCUMENT,
        published,
        PubStatus.USABLE,
        List.of(),
        List.of());
  }

  /** Writes no more, and waits until the cluster has acknowledged every item. */
  @Override
  public void close() throws InterruptedException, ExecutionException {
    if (closing) {
      return;
    }
    closing = true;
    writer.join();
    producer.flush();
    for (Future<RecordMetadata> answer : answers) {
      answer.get();
    }
    producer.close();
    assertThat(answers).as("items were written").isNotEmpty();
  }
}
