package io.hotline.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotline.ingest.IngestReport;
import io.hotline.ingest.NewsSource;
import io.hotline.ingest.Origin;
import io.hotline.ingest.Progress;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.Skipped;
import io.hotline.ingest.SourceException;
import io.hotline.ingest.TextForm;
import io.hotline.ingest.normalize.Normalizer;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.HealthStatus;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.SourceHealth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ItemPublisherTest {

  private static final Namespace NAMESPACE = new Namespace("test");
  private static final Instant NOW = Instant.parse("2025-01-21T08:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  private final MockProducer<String, byte[]> producer = producer(true);
  private final List<String> notices = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();

  private final Progress progress =
      new Progress() {
        @Override
        public void advanced(long documents, long bytesRead, long bytesTotal) {
          steps.add(documents + " " + bytesRead + "/" + bytesTotal);
        }

        @Override
        public void noticed(String message) {
          notices.add(message);
        }
      };

  private static MockProducer<String, byte[]> producer(boolean answersAtOnce) {
    Node node = new Node(0, "localhost", 9092);
    Node[] nodes = {node};
    List<PartitionInfo> partitions =
        Stream.of(
                Topics.items(NAMESPACE).name(),
                Topics.deadLetters(NAMESPACE).name(),
                Topics.sourceHealth(NAMESPACE).name())
            .flatMap(
                topic ->
                    Stream.of(
                        new PartitionInfo(topic, 0, node, nodes, nodes),
                        new PartitionInfo(topic, 1, node, nodes, nodes)))
            .toList();
    Cluster cluster =
        new Cluster("test", List.of(node), partitions, java.util.Set.of(), java.util.Set.of());
    return new MockProducer<>(
        cluster,
        answersAtOnce,
        new RoundRobinPartitioner(),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  /** Plain Avro without the frame of the wire, which the schemas module tests. */
  private static <T extends SpecificRecordBase> Serializer<T> plainAvro() {
    return (topic, record) -> {
      try {
        var out = new java.io.ByteArrayOutputStream();
        var encoder = org.apache.avro.io.EncoderFactory.get().binaryEncoder(out, null);
        new org.apache.avro.specific.SpecificDatumWriter<T>(record.getSchema())
            .write(record, encoder);
        encoder.flush();
        return out.toByteArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private static <T extends SpecificRecordBase> T read(byte[] bytes, Class<T> type) {
    try {
      var schema = org.apache.avro.specific.SpecificData.get().getSchema(type);
      return new org.apache.avro.specific.SpecificDatumReader<T>(schema)
          .read(null, org.apache.avro.io.DecoderFactory.get().binaryDecoder(bytes, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ItemPublisher publisher(MockProducer<String, byte[]> producer) {
    return new ItemPublisher(
        producer,
        new RecordWriters(plainAvro(), plainAvro(), plainAvro(), plainAvro()),
        Normalizer.load(),
        NAMESPACE,
        CLOCK);
  }

  private static RawDocument document(int line, String text, @Nullable String published) {
    return RawDocument.at(
            new Origin("news.jsonl", line),
            NOW,
            ByteBuffer.wrap(("raw " + text).getBytes(StandardCharsets.UTF_8)),
            "news")
        .itemId("item-" + line)
        .body(text, TextForm.PLAIN)
        .published(published)
        .build();
  }

  /** Gives readings, and then fails if there is something to fail with. */
  private static final class GivenSource implements NewsSource {
    private final String name;
    private final Iterator<Reading> readings;
    private final @Nullable SourceException failure;
    private long read;
    private boolean closed;

    GivenSource(String name, @Nullable SourceException failure, Reading... readings) {
      this.name = name;
      this.failure = failure;
      this.readings = List.of(readings).iterator();
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public long bytesTotal() {
      return 100;
    }

    @Override
    public long bytesRead() {
      return read;
    }

    @Override
    public boolean hasNext() {
      if (!readings.hasNext() && failure != null) {
        throw failure;
      }
      return readings.hasNext();
    }

    @Override
    public Reading next() {
      read += 10;
      return readings.next();
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private List<ProducerRecord<String, byte[]>> sent(String topic) {
    return producer.history().stream().filter(r -> r.topic().equals(topic)).toList();
  }

  @Test
  void publishesItemsAndAccountsForEveryDocument() {
    Origin picture = Origin.of("a.png");
    GivenSource first =
        new GivenSource(
            "news.jsonl",
            null,
            document(1, "One.", "2025-01-20T10:00:00Z"),
            Rejected.atReading(
                new Origin("news.jsonl", 2),
                "not-json",
                "not JSON",
                ByteBuffer.wrap(new byte[] {1, 2})),
            document(3, " ", null),
            document(4, "Four.", "2099-01-01"),
            new Skipped(picture, "a.png: skipped"));
    GivenSource second =
        new GivenSource(
            "more", null, document(5, "Five.", null), document(6, "Six.", "1945-02-04"));

    IngestReport report = publisher(producer).publish(List.of(first, second), progress);

    assertThat(report)
        .isEqualTo(new IngestReport(6, 4, 2, 1, 1, 1, 0, report.lastOffsets(), List.of()));
    assertThat(report.clean()).isFalse();
    var items = sent(Topics.items(NAMESPACE).name());
    assertThat(items).hasSize(4);
    assertThat(report.lastOffsets().values().stream().mapToLong(o -> o + 1).sum()).isEqualTo(4);
    for (var record : items) {
      NewsItem item = read(record.value(), NewsItem.class);
      assertThat(record.key()).isEqualTo(item.getId());
      assertThat(record.timestamp()).isEqualTo(Math.max(0, item.getPublished().toEpochMilli()));
    }
    assertThat(read(items.get(3).value(), NewsItem.class).getPublished())
        .isEqualTo(Instant.parse("1945-02-04T00:00:00Z"));
    assertThat(first.closed && second.closed).isTrue();
    assertThat(notices)
        .containsExactly(
            "news.jsonl:2: not JSON",
            "news.jsonl:3: there is neither a headline nor a text; give it one, or leave the document out",
            "news.jsonl:4: published 2099-01-01T00:00:00Z is in the future; using the time of arrival, 2025-01-21T08:00:00Z",
            "a.png: skipped");
    assertThat(steps)
        .containsExactly(
            "1 10/200", "2 20/200", "3 30/200", "4 40/200", "4 50/200", "5 60/200", "6 70/200");
  }

  @Test
  void buriesWhatCannotBecomeAnItemWithItsBytes() {
    publisher(producer)
        .publish(
            List.of(new GivenSource("news.jsonl", null, document(3, " ", null))), Progress.SILENT);
    var letters = sent(Topics.deadLetters(NAMESPACE).name());
    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).key()).isNull();
    assertThat(read(letters.get(0).value(), DeadLetter.class))
        .isEqualTo(
            new DeadLetter(
                "news.jsonl",
                -1,
                -1L,
                NOW,
                "normalize-item",
                "empty-text",
                "news.jsonl:3: there is neither a headline nor a text; give it one, or leave the document out",
                null,
                ByteBuffer.wrap("raw  ".getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void buriesAnItemThatIsTooLargeForARecord() {
    List<String> tags = Stream.generate(() -> "t".repeat(5_000_000)).limit(1).toList();
    RawDocument large =
        RawDocument.at(new Origin("news.jsonl", 1), NOW, ByteBuffer.wrap(new byte[9]), "news")
            .body("\u20AC".repeat(Normalizer.MAX_TEXT), TextForm.PLAIN)
            .tags(tags)
            .build();
    IngestReport report =
        publisher(producer).publish(List.of(new GivenSource("news.jsonl", null, large)), progress);
    assertThat(report.deadLetters()).isEqualTo(1);
    assertThat(notices.get(0))
        .matches(
            "news.jsonl:1: the item has \\d+ bytes, more than a record may have \\(\\d+\\);.*");
    assertThat(read(sent(Topics.deadLetters(NAMESPACE).name()).get(0).value(), DeadLetter.class))
        .extracting(DeadLetter::getErrorType)
        .isEqualTo("item-too-large");
  }

  @Test
  void goesOnAfterASourceThatCannotBeRead() {
    GivenSource broken =
        new GivenSource(
            "http://example.org/feed",
            new SourceException("http://example.org/feed: the server answers 500"),
            document(1, "One.", "2025-01-20T10:00:00Z"));
    GivenSource whole = new GivenSource("b", null, document(2, "Two.", null));
    IngestReport report = publisher(producer).publish(List.of(broken, whole), progress);
    assertThat(report.published()).isEqualTo(2);
    assertThat(report.failures())
        .containsExactly("http://example.org/feed: the server answers 500");
    assertThat(report.clean()).isFalse();
    Map<String, SourceHealth> health =
        sent(Topics.sourceHealth(NAMESPACE).name()).stream()
            .map(r -> read(r.value(), SourceHealth.class))
            .collect(Collectors.toMap(SourceHealth::getSource, h -> h));
    assertThat(health)
        .containsEntry(
            "http://example.org/feed",
            new SourceHealth(
                "http://example.org/feed",
                NOW,
                NOW,
                Instant.parse("2025-01-20T10:00:00Z"),
                1L,
                1L,
                0L,
                0L,
                0L,
                "http://example.org/feed: the server answers 500",
                HealthStatus.SUSPECT,
                List.of(),
                0,
                0L,
                null))
        .containsEntry(
            "b",
            new SourceHealth(
                "b",
                NOW,
                NOW,
                NOW,
                1L,
                1L,
                0L,
                0L,
                1L,
                null,
                HealthStatus.FINE,
                List.of(),
                0,
                0L,
                null));
  }

  @Test
  void stopsAtAFaultOfTheCluster() {
    MockProducer<String, byte[]> refusing = producer(false);
    GivenSource source =
        new GivenSource("a", null, document(1, "One.", null), document(2, "Two.", null));
    ItemPublisher publisher = publisher(refusing);
    List<String> seen = new ArrayList<>();
    Progress failing =
        (documents, read, total) -> {
          seen.add("document " + documents);
          refusing.errorNext(new AuthorizationException("not allowed"));
        };
    assertThatThrownBy(() -> publisher.publish(List.of(source), failing))
        .isInstanceOf(PublishException.class)
        .hasMessage(
            "test.items.v1 cannot be written: not allowed; is the cluster up, and were its topics"
                + " created?");
    assertThat(seen).containsExactly("document 1");
    assertThat(source.closed).isTrue();
  }

  @Test
  void stopsWhenTheProducerItselfThrows() {
    producer.sendException = new org.apache.kafka.common.errors.TimeoutException("no answer");
    assertThatThrownBy(
            () ->
                publisher(producer)
                    .publish(
                        List.of(new GivenSource("a", null, document(1, "One.", null))),
                        Progress.SILENT))
        .isInstanceOf(PublishException.class)
        .hasMessageContaining("no answer");
  }

  @Test
  void doesNotCallAnAccountWhatDoesNotAddUp() {
    assertThatThrownBy(() -> new IngestReport(3, 1, 1, 0, 0, 0, 0, Map.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("read 3 is not published 1 + dead letters 1");
  }
}
