package io.hotline.processors;

import io.hotline.processors.rules.ParsedRule;
import io.hotline.processors.rules.Rules;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.AlertState;
import io.hotline.schemas.record.DateBasis;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.Tally;
import io.hotline.schemas.record.TopicRule;
import io.hotline.schemas.wire.AvroSerdes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The three topologies in one thread, a driver each, and what tests put into them. */
final class House implements AutoCloseable {

  static final Namespace NAMESPACE = new Namespace("test");
  static final Instant NOON = Instant.parse("2025-01-20T12:00:00Z");
  static final String US_RUSSIA =
      "id: us-russia-contact\nbetween: [USA, RUS]\nalert: {corroboratedBy: [2, 3]}\n";

  static {
    Topics.fixed(NAMESPACE); // the catalogue vouches for the records that builders copy
  }

  private final Map<Class<?>, Serde<?>> serdes = new HashMap<>();
  private final SmallRegistry registry = new SmallRegistry();
  private final Path state;
  private final Map<Application, TopologyTestDriver> drivers = new HashMap<>();
  private final Map<String, TestOutputTopic<String, ?>> outputs = new HashMap<>();
  private SignalTopics signalTopics = topic -> true;

  House(Path state) {
    this.state = state;
  }

  ClusterConfig cluster() {
    return ClusterConfig.plain("localhost:9092", registry.url());
  }

  List<String> subjects() {
    return registry.subjects();
  }

  void signalTopics(SignalTopics topics) {
    this.signalTopics = topics;
  }

  TopologyTestDriver driver(Application application) {
    return drivers.computeIfAbsent(
        application,
        each ->
            new TopologyTestDriver(
                topology(each), properties(each), Instant.parse("2020-01-01T00:00:00Z")));
  }

  Topology topology(Application application) {
    return Processors.topology(application, config(), new LineExtractor(), signalTopics);
  }

  ProcessorsConfig config() {
    ProcessorsConfig of = ProcessorsConfig.of(cluster(), NAMESPACE, state);
    return new ProcessorsConfig(
        of.cluster(),
        of.namespace(),
        of.stateDir(),
        1,
        of.commitInterval(),
        of.guarantee(),
        1,
        0,
        of.deletionsKept(),
        of.storeBytes(),
        new ItemLimits(10_000, 40_000));
  }

  private Properties properties(Application application) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, config().applicationId(application));
    properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    return properties;
  }

  @SuppressWarnings("unchecked") // each type's serde is made for it
  <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
    return (Serde<T>) serdes.computeIfAbsent(type, ignored -> AvroSerdes.value(type, cluster()));
  }

  // What goes in.

  void item(NewsItem item) {
    raw(item.getId(), bytes(item), item.getPublished().toEpochMilli());
  }

  byte[] bytes(NewsItem item) {
    return serde(NewsItem.class).serializer().serialize(Topics.items(NAMESPACE).name(), item);
  }

  void raw(String key, byte[] value, long timestamp) {
    TestInputTopic<String, byte[]> input =
        driver(Application.ENRICHMENT)
            .createInputTopic(
                Topics.items(NAMESPACE).name(), new StringSerializer(), new ByteArraySerializer());
    input.pipeInput(new TestRecord<>(key, value, Instant.ofEpochMilli(timestamp)));
  }

  void rule(String yaml, int version) {
    if (!(Rules.parse(yaml, "test.yaml") instanceof ParsedRule.Accepted accepted)) {
      throw new IllegalArgumentException(Rules.parse(yaml, "test.yaml").toString());
    }
    rule(TopicRule.newBuilder(accepted.rule()).setVersion(version).build());
  }

  void rule(TopicRule rule) {
    TopicSpec<TopicRule> topic = Topics.rules(NAMESPACE);
    driver(Application.SIGNALS)
        .createInputTopic(topic.name(), new StringSerializer(), serde(TopicRule.class).serializer())
        .pipeInput(rule.getId(), rule);
  }

  void rawRule(String key, byte[] value) {
    driver(Application.SIGNALS)
        .createInputTopic(
            Topics.rules(NAMESPACE).name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(key, value);
  }

  @SuppressWarnings("NullAway") // a record without a value removes
  void removeRule(String id) {
    rawRule(id, null);
  }

  /** Sends what the enrichment has put out on to the signals topology. */
  List<EnrichedItem> enriched() {
    List<EnrichedItem> items = values(Application.ENRICHMENT, Topics.enriched(NAMESPACE));
    TestInputTopic<String, EnrichedItem> input =
        driver(Application.SIGNALS)
            .createInputTopic(
                Topics.enriched(NAMESPACE).name(),
                new StringSerializer(),
                serde(EnrichedItem.class).serializer());
    items.forEach(item -> input.pipeInput(item.getItem().getId(), item));
    return items;
  }

  /** Sends what a rule has put out on to the alerts topology. */
  List<Signal> signals(String ruleId) {
    List<Signal> signals = values(Application.SIGNALS, Topics.signals(NAMESPACE, ruleId));
    signals.forEach(this::signal);
    return signals;
  }

  void signal(Signal signal) {
    driver(Application.ALERTS)
        .createInputTopic(
            Topics.signals(NAMESPACE, signal.getRuleId()).name(),
            new StringSerializer(),
            serde(Signal.class).serializer())
        .pipeInput(signal.getItemId(), signal);
  }

  List<Alert> alerts() {
    driver(Application.ALERTS).advanceWallClockTime(UpdateStory.TOLD_EVERY);
    return values(Application.ALERTS, Topics.alerts(NAMESPACE));
  }

  /** The alerts in force after some were put out, by id. */
  static Map<String, Alert> inForce(List<Alert> alerts) {
    Map<String, Alert> last = new LinkedHashMap<>();
    alerts.forEach(alert -> last.put(alert.getId(), alert));
    last.values().removeIf(alert -> alert.getState() == AlertState.WITHDRAWN);
    return new TreeMap<>(last);
  }

  List<DeadLetter> deadLetters(Application application) {
    return values(application, Topics.deadLetters(NAMESPACE));
  }

  List<Tally> tallies() {
    driver(Application.ENRICHMENT).advanceWallClockTime(Duration.ofSeconds(1));
    return values(Application.ENRICHMENT, Topics.tallies(NAMESPACE));
  }

  private <T extends SpecificRecord> List<T> values(Application application, TopicSpec<T> topic) {
    return this.<T>output(application, topic).readValuesToList();
  }

  @SuppressWarnings("unchecked") // an output is made for its topic's type
  <T extends SpecificRecord> TestOutputTopic<String, T> output(
      Application application, TopicSpec<T> topic) {
    return (TestOutputTopic<String, T>)
        outputs.computeIfAbsent(
            application + topic.name(),
            ignored ->
                driver(application)
                    .createOutputTopic(
                        topic.name(),
                        new StringDeserializer(),
                        serde(topic.valueType()).deserializer()));
  }

  /** A plain item; its text is lines for {@link LineExtractor}. */
  static NewsItem item(String id, String source, Instant published, String text) {
    return NewsItem.newBuilder()
        .setId(id)
        .setSource(source)
        .setText(text)
        .setPublished(published)
        .setPublishedBasis(DateBasis.FEED)
        .setSeen(Instant.parse("2025-06-01T00:00:00Z"))
        .build();
  }

  @Override
  public void close() {
    drivers.values().forEach(TopologyTestDriver::close);
    registry.close();
  }
}
