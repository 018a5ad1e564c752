package io.hotline.ingest.publish;

import io.hotline.ingest.IngestReport;
import io.hotline.ingest.NewsSource;
import io.hotline.ingest.Normalized;
import io.hotline.ingest.Origin;
import io.hotline.ingest.Outcome;
import io.hotline.ingest.Progress;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.Skipped;
import io.hotline.ingest.SourceException;
import io.hotline.ingest.normalize.Normalizer;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.PollState;
import io.hotline.schemas.record.SourceHealth;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Reads sources to their ends and publishes their items: key is the item's id, the record's
 * timestamp is when the item was published. What cannot become an item is a dead letter. At the end
 * the health of each source is published.
 *
 * <p>One publisher writes one item after the other in the order of the sources, so that revisions
 * of one id stay in order. Not thread-safe; for more throughput use several, each with sources of
 * its own.
 */
public final class ItemPublisher implements AutoCloseable {

  /** Room for the frame around the value in a record. */
  private static final int FRAME_BYTES = 16 * 1024;

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

  private final Producer<String, byte[]> producer;
  private final RecordWriters writers;
  private final Normalizer normalizer;
  private final InstantSource clock;
  private final TopicSpec<NewsItem> items;
  private final TopicSpec<DeadLetter> deadLetters;
  private final TopicSpec<SourceHealth> sourceHealth;
  private final TopicSpec<PollState> pollStates;

  ItemPublisher(
      Producer<String, byte[]> producer,
      RecordWriters writers,
      Normalizer normalizer,
      Namespace namespace,
      InstantSource clock) {
    this.producer = producer;
    this.writers = writers;
    this.normalizer = normalizer;
    this.clock = clock;
    this.items = Topics.items(namespace);
    this.deadLetters = Topics.deadLetters(namespace);
    this.sourceHealth = Topics.sourceHealth(namespace);
    this.pollStates = Topics.pollStates(namespace);
  }

  /**
   * A publisher into the topics of a namespace, which must exist.
   *
   * @param clock tells when a source was checked and a dead letter was written
   */
  public static ItemPublisher connect(
      ClusterConfig cluster, Namespace namespace, InstantSource clock) {
    RecordWriters writers = RecordWriters.of(cluster);
    Producer<String, byte[]> producer =
        new KafkaProducer<>(
            producerProperties(cluster), new StringSerializer(), new ByteArraySerializer());
    return new ItemPublisher(producer, writers, Normalizer.load(), namespace, clock);
  }

  /**
   * Ours can be changed by the cluster's configuration, but for what keeps items from being lost.
   */
  private static Properties producerProperties(ClusterConfig cluster) {
    Properties properties = new Properties();
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, "hotline-ingest");
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * 1024 * 1024);
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_RECORD_BYTES * 2);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000L);
    properties.putAll(cluster.toClientProperties());
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    return properties;
  }

  /**
   * Reads each source to its end and closes it. A source that cannot be read is a failure in the
   * report and does not stop the others. When this returns, all is acknowledged.
   *
   * @throws PublishException if the cluster does not take a record
   * @throws org.apache.kafka.common.errors.SerializationException if the registry cannot be asked,
   *     or refuses
   */
  public IngestReport publish(List<NewsSource> sources, Progress progress) {
    Outbox outbox = new Outbox(producer);
    Account total = new Account();
    List<String> failures = new ArrayList<>();
    long bytesTotal = bytesTotal(sources);
    long bytesBefore = 0;
    for (NewsSource source : sources) {
      Account account = new Account();
      try (source) {
        while (source.hasNext()) {
          publish(source.next(), account, outbox, progress);
          progress.advanced(
              total.read() + account.read(), bytesBefore + source.bytesRead(), bytesTotal);
        }
      } catch (SourceException e) {
        String message = String.valueOf(e.getMessage());
        account.failed(message);
        failures.add(message);
        progress.noticed(message);
      }
      bytesBefore += source.bytesRead();
      sendHealth(source.name(), account, outbox);
      total.add(account);
    }
    outbox.flush();
    return total.report(outbox.lastOffsets(), failures);
  }

  /**
   * Publishes what one poll of a source gave, then how the source is doing, then what is known of
   * it: whoever goes on from that state finds everything before it acknowledged.
   *
   * @throws PublishException if the cluster does not take a record
   */
  public void publish(List<Outcome> outcomes, SourceHealth health, PollState state) {
    publish(health.getSource(), outcomes);
    Outbox outbox = new Outbox(producer);
    String key = health.getSource();
    outbox.send(
        sourceHealth,
        key,
        health.getChecked(),
        writers.health().serialize(sourceHealth.name(), health));
    outbox.send(
        pollStates, key, health.getChecked(), writers.states().serialize(pollStates.name(), state));
    outbox.flush();
  }

  /**
   * Publishes some of what a poll of a source gave, before all of it is there.
   *
   * @throws PublishException if the cluster does not take a record
   */
  public void publish(String source, List<Outcome> outcomes) {
    Outbox outbox = new Outbox(producer);
    Account account = new Account();
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Normalized normalized) {
        NewsItem item = normalized.item();
        ByteBuffer text = StandardCharsets.UTF_8.encode(item.getText());
        send(normalized, Origin.of(source), text, account, outbox, Progress.SILENT);
      } else {
        bury((Rejected) outcome, account, outbox, Progress.SILENT);
      }
    }
    outbox.flush();
  }

  private static long bytesTotal(List<NewsSource> sources) {
    long total = 0;
    for (NewsSource source : sources) {
      if (source.bytesTotal() == NewsSource.UNKNOWN) {
        return NewsSource.UNKNOWN;
      }
      total += source.bytesTotal();
    }
    return total;
  }

  private void publish(Reading reading, Account account, Outbox outbox, Progress progress) {
    if (reading instanceof RawDocument document) {
      publish(document, normalizer.normalize(document), account, outbox, progress);
    } else if (reading instanceof Rejected rejected) {
      bury(rejected, account, outbox, progress);
    } else if (reading instanceof Skipped skipped) {
      account.skipped();
      progress.noticed(skipped.reason());
    }
  }

  private void publish(
      RawDocument document, Outcome outcome, Account account, Outbox outbox, Progress progress) {
    if (outcome instanceof Rejected rejected) {
      bury(rejected, account, outbox, progress);
    } else if (outcome instanceof Normalized normalized) {
      send(normalized, document.origin(), document.raw(), account, outbox, progress);
    }
  }

  private void send(
      Normalized normalized,
      Origin origin,
      ByteBuffer raw,
      Account account,
      Outbox outbox,
      Progress progress) {
    NewsItem item = normalized.item();
    byte[] value = writers.items().serialize(items.name(), item);
    if (value.length > Topics.MAX_RECORD_BYTES - FRAME_BYTES) {
      bury(tooLarge(origin, raw, value.length), account, outbox, progress);
      return;
    }
    outbox.sendItem(items, item.getId(), item.getPublished(), value);
    account.published(item);
    normalized.notices().forEach(progress::noticed);
  }

  private static Rejected tooLarge(Origin origin, ByteBuffer raw, int bytes) {
    return Rejected.atNormalizing(
        origin,
        "item-too-large",
        "the item has %d bytes, more than a record may have (%d); is this one document?"
            .formatted(bytes, Topics.MAX_RECORD_BYTES - FRAME_BYTES),
        raw);
  }

  private void bury(Rejected rejected, Account account, Outbox outbox, Progress progress) {
    ByteBuffer raw = rejected.raw();
    raw.limit(Math.min(raw.limit(), Topics.MAX_RECORD_BYTES - FRAME_BYTES));
    Instant now = clock.instant();
    DeadLetter letter =
        new DeadLetter(
            rejected.origin().source(),
            -1,
            -1L,
            now,
            rejected.stage(),
            rejected.errorType(),
            rejected.message(),
            null,
            raw);
    outbox.send(
        deadLetters, null, now, writers.deadLetters().serialize(deadLetters.name(), letter));
    account.deadLetter(rejected.message());
    progress.noticed(rejected.message());
  }

  private void sendHealth(String source, Account account, Outbox outbox) {
    Instant now = clock.instant();
    SourceHealth health = account.health(source, now);
    outbox.send(sourceHealth, source, now, writers.health().serialize(sourceHealth.name(), health));
  }

  /** Waits for what is on its way, though not for ever. */
  @Override
  public void close() {
    producer.close(CLOSE_TIMEOUT);
    writers.close();
  }
}
