package io.hotline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.cli.flow.Accounting;
import io.hotline.cli.flow.Drain;
import io.hotline.cli.flow.Tallies;
import io.hotline.cli.reading.TopicReader;
import io.hotline.cli.replay.ReplayRun;
import io.hotline.cli.replay.Speed;
import io.hotline.processors.ProcessorsConfig;
import io.hotline.processors.RuleAdmin;
import io.hotline.processors.rules.ParsedRule;
import io.hotline.processors.rules.Rules;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.DateBasis;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.PubStatus;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.wire.AvroSerdes;
import io.hotline.schemas.wire.MalformedRecordException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole house on a real broker: one story, told in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HouseTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int TRIES = 20;
  private static final Instant MORNING = Instant.parse("2025-01-20T08:00:00Z");

  @TempDir static Path folder;
  private static House house;
  private static ClusterConfig cluster;
  private static int sent;

  @BeforeAll
  static void open() throws Exception {
    Map<Setting, String> flags = new HashMap<>();
    flags.put(Setting.KAFKA_PORT, "0");
    flags.put(Setting.REGISTRY_PORT, "0");
    flags.put(Setting.HTTP_PORT, "0");
    house = House.open(Settings.resolve(flags, Map.of(), null), folder.resolve("data"));
    cluster = house.cluster();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  @Order(1)
  void aReportBecomesASignalAndAnAlert() {
    send(item("call", "Putin and Trump spoke by phone", CALL, MORNING));
    settle();

    List<SpecificRecord> signals = signals("us-russia-contact");
    assertThat(signals).isNotEmpty();
    Signal signal = (Signal) signals.get(signals.size() - 1);
    assertThat(signal.getEvent().getParticipants())
        .extracting(each -> each.getCountry())
        .contains("RUS", "USA");
    assertThat(signal.getSentence()).contains("Vladimir Putin").contains("Donald Trump");
    assertThat(signal.getPublished()).isEqualTo(MORNING);
    assertThat(read(Topics.alerts(Namespace.LIVE)))
        .map(Alert.class::cast)
        .filteredOn(alert -> alert.getRuleId().equals("us-russia-contact"))
        .singleElement()
        .satisfies(alert -> assertThat(alert.getKind()).hasToString("FIRST_REPORT"))
        .satisfies(alert -> assertThat(alert.getTimeline()).hasSize(1));
  }

  @Test
  @Order(2)
  void poisonEndsInTheDeadLettersAndTheItemsAfterItFlow() {
    byte[] good = bytes(item("good", "A headline", "Nothing of note happened.", MORNING));
    byte[] wrongMagic = good.clone();
    wrongMagic[0] = 7;
    byte[] unknownSchema = good.clone();
    ByteBuffer.wrap(unknownSchema).putInt(1, 987_654);
    sendBytes("truncated", Arrays.copyOf(good, good.length / 2), MORNING);
    sendBytes("magic", wrongMagic, MORNING);
    sendBytes("schema", unknownSchema, MORNING);
    send(item("huge", "Huge", "word ".repeat(1_000_000), MORNING));
    send(item("empty", "", "", MORNING));
    Instant farAway = Instant.parse("2099-01-01T00:00:00Z");
    send(item("future", "From the future", "Nothing of note will happen.", farAway));
    send(item("after", "After all that", "The items after it flow.", MORNING));
    settle();

    Map<String, String> errors = new HashMap<>();
    for (SpecificRecord each : read(Topics.deadLetters(Namespace.LIVE))) {
      DeadLetter letter = (DeadLetter) each;
      assertThat(letter.getTopic()).isEqualTo(Topics.items(Namespace.LIVE).name());
      assertThat(letter.getError()).isNotBlank();
      assertThat(letter.getOffset()).isNotNegative();
      assertThat(letter.getValue()).isNotNull();
      errors.put(text(letter.getKey()), letter.getErrorType());
    }
    assertThat(errors)
        .containsEntry("truncated", "truncated-value")
        .containsEntry("magic", "wrong-magic-byte")
        .containsEntry("schema", "unknown-schema")
        .containsEntry("huge", "too-large")
        .containsEntry("empty", "empty-text")
        .hasSize(5);
    Map<String, NewsItem> enriched = enriched();
    assertThat(enriched).containsKeys("future", "after");
    NewsItem future = Objects.requireNonNull(enriched.get("future"));
    assertThat(future.getPublishedBasis()).isEqualTo(DateBasis.CLAMPED);
    assertThat(future.getPublished()).isEqualTo(future.getSeen());
  }

  @Test
  @Order(3)
  void aRuleWorksAtOnceWithoutARestart() {
    ParsedRule parsed =
        Rules.parse(
            "id: france-germany\ntitle: France and Germany\nbetween: [FRA, DEU]\n", "rule.yaml");
    new RuleAdmin(cluster, Namespace.LIVE, 1).apply(((ParsedRule.Accepted) parsed).rule());
    String text =
        "French President Emmanuel Macron met German Chancellor Olaf Scholz in Berlin on Monday.";
    // "At once" is when the processors have read the rule, not when we have written it.
    for (int i = 0; i < TRIES && signals("france-germany").isEmpty(); i++) {
      send(item("paris-berlin-" + i, "Macron meets Scholz", text, MORNING));
      sent++;
      settle();
    }
    assertThat(signals("france-germany"))
        .isNotEmpty()
        .allSatisfy(signal -> assertThat(((Signal) signal).getRuleVersion()).isEqualTo(1));
  }

  @Test
  @Order(4)
  void aWithdrawalTakesBackWhatWasSaid() {
    NewsItem withdrawn =
        NewsItem.newBuilder(item("call", "Putin and Trump spoke by phone", CALL, MORNING))
            .setPubStatus(PubStatus.CANCELED)
            .build();
    send(withdrawn);
    settle();
    Map<String, Signal> last = new HashMap<>();
    signals("us-russia-contact")
        .forEach(signal -> last.put(((Signal) signal).getId(), (Signal) signal));
    assertThat(last.values())
        .isNotEmpty()
        .allSatisfy(signal -> assertThat(signal.getState()).hasToString("RETRACTED"));
    assertThat(read(Topics.alerts(Namespace.LIVE)))
        .anySatisfy(alert -> assertThat(((Alert) alert).getKind()).hasToString("RETRACTED"));
  }

  @Test
  @Order(5)
  void aReplayGivesTheSameSignalsWhateverTheThreads() throws Exception {
    List<String> once = replay("replay-once", 1);
    List<String> twice = replay("replay-twice", 3);
    assertThat(once).isNotEmpty().isEqualTo(twice);
  }

  @Test
  @Order(6)
  void theBooksBalance() {
    try (Accounting accounting = new Accounting(cluster, Namespace.LIVE)) {
      Tallies tallies = accounting.now();
      assertThat(tallies.balanced()).as(tallies.toString()).isTrue();
      assertThat(tallies.items()).isEqualTo(9 + sent);
      assertThat(tallies.deadLetters()).isEqualTo(5);
    }
  }

  /** Replays the day and returns every signal, by topic, key and bytes. */
  private static List<String> replay(String into, int threads) throws Exception {
    Namespace target = new Namespace(into);
    ProcessorsConfig config =
        ProcessorsConfig.of(cluster, target, folder.resolve(into)).withThreads(threads);
    ReplayRun.Outcome outcome =
        new ReplayRun(config, Namespace.LIVE, (step, done, total, count) -> {})
            .replay(
                Instant.parse("2025-01-20T00:00:00Z"),
                Instant.parse("2025-01-21T00:00:00Z"),
                Speed.MAX,
                Extractors.load());
    assertThat(outcome.complete()).isTrue();
    List<String> found = new ArrayList<>();
    for (String rule : List.of("us-russia-contact", "france-germany")) {
      try (TopicReader<Signal> reader =
          new TopicReader<>(cluster, List.of(Topics.signals(target, rule)))) {
        reader.read(
            TopicReader.Window.ALL,
            new Collecting(
                raw ->
                    found.add(
                        rule
                            + " "
                            + text(ByteBuffer.wrap(raw.key()))
                            + " "
                            + Arrays.toString(raw.value()))));
      }
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  private static final String CALL =
      "Russian President Vladimir Putin spoke by phone with US President-elect Donald Trump on"
          + " Monday, the Kremlin said. The call lasted half an hour.";

  private static NewsItem item(String id, String headline, String body, Instant published) {
    return NewsItem.newBuilder()
        .setId(id)
        .setSource("Test Wire")
        .setHeadline(headline)
        .setText(headline.isEmpty() ? body : headline + "\n\n" + body)
        .setPublished(published)
        .setPublishedBasis(DateBasis.FEED)
        .setSeen(MORNING.plusSeconds(60))
        .build();
  }

  private static byte[] bytes(NewsItem item) {
    try (Serializer<NewsItem> serializer = AvroSerdes.valueSerializer(NewsItem.class, cluster)) {
      return serializer.serialize(Topics.items(Namespace.LIVE).name(), item);
    }
  }

  private static void send(NewsItem item) {
    sendBytes(item.getId(), bytes(item), item.getPublished());
  }

  private static void sendBytes(String key, byte[] value, Instant time) {
    Properties properties = cluster.toClientProperties();
    properties.put("max.request.size", Integer.toString(Topics.MAX_RECORD_BYTES));
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(
          new ProducerRecord<>(
              Topics.items(Namespace.LIVE).name(), null, time.toEpochMilli(), key, value));
      producer.flush();
    }
  }

  private static void settle() {
    try (Drain drain = new Drain(cluster, Namespace.LIVE);
        Accounting accounting = new Accounting(cluster, Namespace.LIVE)) {
      assertThat(drain.await(PATIENCE, left -> {})).as("everything came out").isTrue();
      assertThat(accounting.await(PATIENCE, left -> {})).as("everything is counted").isTrue();
    }
  }

  private static List<SpecificRecord> signals(String rule) {
    return read(Topics.signals(Namespace.LIVE, rule));
  }

  private static Map<String, NewsItem> enriched() {
    Map<String, NewsItem> enriched = new HashMap<>();
    for (SpecificRecord each : read(Topics.enriched(Namespace.LIVE))) {
      NewsItem item = ((EnrichedItem) each).getItem();
      enriched.put(item.getId(), item);
    }
    return enriched;
  }

  private static <V extends SpecificRecord> List<SpecificRecord> read(TopicSpec<V> topic) {
    List<SpecificRecord> values = new ArrayList<>();
    try (TopicReader<V> reader = new TopicReader<>(cluster, List.of(topic))) {
      reader.read(TopicReader.Window.ALL, new Values(values));
    }
    return values;
  }

  private static String text(@Nullable ByteBuffer bytes) {
    return bytes == null
        ? ""
        : java.nio.charset.StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
  }

  private record Values(List<SpecificRecord> values)
      implements TopicReader.Receiver<SpecificRecord> {
    @Override
    public boolean receive(
        ConsumerRecord<byte[], byte[]> raw, String key, @Nullable SpecificRecord value) {
      if (value != null) {
        values.add(value);
      }
      return true;
    }

    @Override
    public void malformed(ConsumerRecord<byte[], byte[]> raw, MalformedRecordException why) {
      throw why;
    }
  }

  private record Collecting(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> taking)
      implements TopicReader.Receiver<SpecificRecord> {
    @Override
    public boolean receive(
        ConsumerRecord<byte[], byte[]> raw, String key, @Nullable SpecificRecord value) {
      taking.accept(raw);
      return true;
    }

    @Override
    public void malformed(ConsumerRecord<byte[], byte[]> raw, MalformedRecordException why) {
      throw why;
    }
  }
}
