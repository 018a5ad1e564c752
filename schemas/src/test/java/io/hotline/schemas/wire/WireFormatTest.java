package io.hotline.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotline.schemas.AvroLimits;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.Span;
import io.hotline.schemas.record.Tally;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records there and back, and what is said of bytes that are none. */
class WireFormatTest {

  private static final String TOPIC = Topics.tallies(Namespace.LIVE).name();
  private static final Tally TALLY = new Tally(3, 40L, 40L, 30L, 9L, 1L);

  private FakeRegistry registry;
  private ClusterConfig cluster;

  @BeforeEach
  void startRegistry() throws IOException {
    registry = new FakeRegistry();
    cluster = ClusterConfig.plain("localhost:9092", registry.url());
  }

  @AfterEach
  void stopRegistry() {
    registry.close();
  }

  static List<Class<? extends SpecificRecord>> types() {
    return RandomRecords.types();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("types")
  <T extends SpecificRecord> void everyRecordComesBackAsItWas(Class<T> type) throws IOException {
    Serde<T> serde = AvroSerdes.value(type, cluster);
    for (T record : RandomRecords.of(type, 200, 20250120L)) {
      byte[] bytes = serde.serializer().serialize("some.topic.v1", record);
      assertThat(serde.deserializer().deserialize("some.topic.v1", bytes)).isEqualTo(record);
    }
    assertThat(registry.calls())
        .containsExactly("POST /subjects/some.topic.v1-value/versions", "GET /schemas/ids/1");
  }

  @Test
  void theBytesAreMagicThenIdThenAvro() throws IOException {
    for (int i = 1; i < 259; i++) {
      registry.add("filler", "\"filler " + i + "\"");
    }
    byte[] bytes = serializer().serialize(TOPIC, TALLY);
    assertThat(Arrays.copyOf(bytes, 5)).containsExactly(0, 0, 0, 1, 3);
    assertThat(Arrays.copyOfRange(bytes, 5, bytes.length))
        .isEqualTo(RandomRecords.bytes(TALLY.getSchema(), TALLY));
  }

  @Test
  void nullStaysNull() {
    assertThat(serializer().serialize(TOPIC, null)).isNull();
    assertThat(deserializer().deserialize(TOPIC, null)).isNull();
    assertThat(registry.calls()).isEmpty();
  }

  @Test
  void eachTopicHasItsOwnSubjectAndKeysHaveAnother() {
    Serializer<Tally> values = serializer();
    values.serialize("a", TALLY);
    values.serialize("b", TALLY);
    values.serialize("a", TALLY);
    HotlineAvroSerializer keys = new HotlineAvroSerializer();
    keys.configure(Map.of("schema.registry.url", registry.url()), true);
    keys.serialize("a", TALLY);
    assertThat(registry.calls())
        .containsExactly(
            "POST /subjects/a-value/versions",
            "POST /subjects/b-value/versions",
            "POST /subjects/a-key/versions");
  }

  @Test
  void manyThreadsShareOneSerde() throws Exception {
    Serde<NewsItem> serde = AvroSerdes.value(NewsItem.class, cluster);
    List<NewsItem> items = RandomRecords.of(NewsItem.class, 400, 7);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> same =
          threads.invokeAll(
              java.util.Collections.nCopies(
                  8,
                  () -> {
                    for (NewsItem item : items) {
                      byte[] bytes = serde.serializer().serialize("t", item);
                      if (!item.equals(serde.deserializer().deserialize("t", bytes))) {
                        return false;
                      }
                    }
                    return true;
                  }));
      for (Future<Boolean> each : same) {
        assertThat(each.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aRecordOfAnEarlierSchemaIsReadWithTodays() throws IOException {
    Schema earlier =
        SchemaBuilder.record("Tally")
            .namespace("io.hotline.schemas.record")
            .fields()
            .requiredLong("repeats")
            .requiredString("removedSince")
            .requiredInt("partition")
            .requiredLong("nextOffset")
            .requiredLong("items")
            .requiredLong("enriched")
            .requiredLong("deadLetters")
            .endRecord();
    int id = registry.add("x", earlier.toString());
    byte[] avro =
        RandomRecords.bytes(
            earlier,
            new GenericRecordBuilder(earlier)
                .set("repeats", 9L)
                .set("removedSince", "gone")
                .set("partition", 3)
                .set("nextOffset", 40L)
                .set("items", 40L)
                .set("enriched", 30L)
                .set("deadLetters", 1L)
                .build());
    assertThat(deserializer().deserialize(TOPIC, wire(0, id, avro))).isEqualTo(TALLY);
  }

  @Test
  void bytesAtFaultAreMalformedAndSayHow() throws IOException {
    byte[] good = serializer().serialize(TOPIC, TALLY);
    byte[] avro = Arrays.copyOfRange(good, 5, good.length);
    Schema foreign = SchemaBuilder.record("java.lang.Runtime").fields().endRecord();
    Schema unheardOf =
        SchemaBuilder.record("io.hotline.schemas.record.Unheard").fields().endRecord();
    Schema incompatible =
        SchemaBuilder.record("io.hotline.schemas.record.Tally")
            .fields()
            .requiredString("partition")
            .endRecord();
    Map<String, byte[]> faults =
        Map.ofEntries(
            Map.entry("empty truncated-header", new byte[0]),
            Map.entry("four bytes truncated-header", new byte[4]),
            Map.entry("json wrong-magic-byte", "{\"a\":1}".getBytes()),
            Map.entry("magic one wrong-magic-byte", wire(1, 1, avro)),
            Map.entry("id 999 unknown-schema", wire(0, 999, avro)),
            Map.entry("negative id unknown-schema", wire(0, -1, avro)),
            Map.entry("header only truncated-value", wire(0, 1, new byte[0])),
            Map.entry("cut short truncated-value", Arrays.copyOf(good, good.length - 1)),
            Map.entry("too long trailing-bytes", Arrays.copyOf(good, good.length + 1)),
            Map.entry("int too long malformed-value", wire(0, 1, filled(20, 0xff))),
            Map.entry("a foreign class wrong-record-type", foreign(foreign)),
            Map.entry("a class of ours that is not wrong-record-type", foreign(unheardOf)),
            Map.entry("no record wrong-record-type", foreign(SchemaBuilder.builder().intType())),
            Map.entry("another type incompatible-schema", foreign(incompatible)),
            Map.entry("another record of ours wrong-record-type", span()),
            Map.entry("too large over-limits", new byte[AvroLimits.MAX_VALUE_BYTES + 1]));
    Deserializer<Tally> deserializer = deserializer();
    faults.forEach(
        (name, bytes) ->
            assertThatThrownBy(() -> deserializer.deserialize(TOPIC, bytes), name)
                .as(name)
                .isInstanceOfSatisfying(
                    MalformedRecordException.class,
                    e -> assertThat(name).endsWith(" " + e.errorType())));
    assertThat(deserializer.deserialize(TOPIC, good)).as("the record after").isEqualTo(TALLY);
  }

  @Test
  void fewBytesCannotClaimMuchMemory() {
    int id = registry.add("items-value", RandomRecords.schema(NewsItem.class).toString());
    Deserializer<NewsItem> deserializer = AvroSerdes.valueDeserializer(NewsItem.class, cluster);
    // the first field is a string; its length comes first, as a zigzag varint
    byte[] twoGigabytes = {(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f};
    byte[] seventeenMegabytesAndOne = {(byte) 0x82, (byte) 0x80, (byte) 0x80, 0x11};
    for (byte[] length : List.of(twoGigabytes, seventeenMegabytesAndOne)) {
      assertThatThrownBy(() -> deserializer.deserialize("items", wire(0, id, length)))
          .isInstanceOfSatisfying(
              MalformedRecordException.class,
              e -> assertThat(e.errorType()).isEqualTo(MalformedRecordException.OVER_LIMITS));
    }
  }

  @Test
  void aCollectionOfTooManyNothingsIsRefused() {
    // an array of nulls takes no bytes an item: the writer's schema is the bomb
    String bomb =
        "{\"type\":\"record\",\"name\":\"Tally\",\"namespace\":\"io.hotline.schemas.record\","
            + "\"fields\":[{\"name\":\"extra\",\"type\":{\"type\":\"array\",\"items\":\"null\"}}]}";
    int id = registry.add("x", bomb);
    byte[] twoMillion = {(byte) 0x80, (byte) 0x92, (byte) 0xf4, 0x01, 0};
    assertThatThrownBy(() -> deserializer().deserialize(TOPIC, wire(0, id, twoMillion)))
        .isInstanceOf(MalformedRecordException.class);
  }

  @Test
  void aRecordWithoutAValueItMustHaveIsUnwritableAndTheNextOneIsNot() throws IOException {
    Serializer<NewsItem> serializer = AvroSerdes.valueSerializer(NewsItem.class, cluster);
    NewsItem good = RandomRecords.of(NewsItem.class, 1, 1).get(0);
    byte[] before = serializer.serialize("t", good);
    NewsItem bad = NewsItem.newBuilder(good).build();
    bad.put("text", null);
    assertThatThrownBy(() -> serializer.serialize("t", bad))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("NewsItem")
        .hasMessageContaining("text");
    assertThat(serializer.serialize("t", good)).isEqualTo(before);
  }

  @Test
  void aClassThatIsNoneIsNamedWithItsKey() {
    ClusterConfig wrong =
        new ClusterConfig(
            "localhost:9092", registry.url(), "no.such.Class", "java.lang.String", Map.of());
    assertThatThrownBy(() -> AvroSerdes.valueSerializer(Tally.class, wrong))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("no.such.Class")
        .hasMessageContaining("serializer");
    assertThatThrownBy(() -> AvroSerdes.valueDeserializer(Tally.class, wrong))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("java.lang.String");
  }

  private Serializer<Tally> serializer() {
    return AvroSerdes.valueSerializer(Tally.class, cluster);
  }

  private Deserializer<Tally> deserializer() {
    return AvroSerdes.valueDeserializer(Tally.class, cluster);
  }

  private byte[] span() {
    return AvroSerdes.valueSerializer(Span.class, cluster).serialize("x", new Span(1, 2));
  }

  private byte[] foreign(Schema schema) {
    return wire(0, registry.add("foreign", schema.toString()), new byte[] {2, 'x'});
  }

  private static byte[] wire(int magic, int id, byte[] avro) {
    return ByteBuffer.allocate(5 + avro.length).put((byte) magic).putInt(id).put(avro).array();
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
