package io.hotline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotline.cli.flow.Accounting;
import io.hotline.cli.flow.Drain;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.wire.AvroSerdes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** The house of the demo on ports of its own, and what its gateway says without a page. */
final class DemoHouse implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(300);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final House house;

  private DemoHouse(House house) {
    this.house = house;
  }

  static DemoHouse open(Path data) throws InterruptedException {
    Map<Setting, String> flags = new HashMap<>();
    flags.put(Setting.KAFKA_PORT, "0");
    flags.put(Setting.REGISTRY_PORT, "0");
    flags.put(Setting.HTTP_PORT, "0");
    return new DemoHouse(House.open(Settings.resolve(flags, Map.of(), null), data));
  }

  String page() {
    return house.page();
  }

  /** Publishes the sample news. */
  void ingestSamples(Path folder) throws Exception {
    DemoCommand.ingest(house, folder);
  }

  /** Puts an item into the archive as it is: no door has looked at it. */
  void send(NewsItem item) {
    String topic = Topics.items(house.namespace()).name();
    try (KafkaProducer<String, NewsItem> producer =
        new KafkaProducer<>(
            house.cluster().toClientProperties(),
            new StringSerializer(),
            AvroSerdes.valueSerializer(NewsItem.class, house.cluster()))) {
      long time = item.getPublished().toEpochMilli();
      producer.send(new ProducerRecord<>(topic, null, time, item.getId(), item));
      producer.flush();
    }
  }

  /** Waits until everything has come out. */
  void settle() {
    try (Drain drain = new Drain(house.cluster(), house.namespace());
        Accounting accounting = new Accounting(house.cluster(), house.namespace())) {
      assertThat(drain.await(PATIENCE, left -> {})).as("everything came out").isTrue();
      assertThat(accounting.await(PATIENCE, left -> {})).as("everything is counted").isTrue();
    }
  }

  /** What the gateway answers. */
  String get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(house.page()).resolve(path))
            .header("Accept", "application/x-ndjson, application/json")
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  /** The records of a window, as they came. */
  List<JsonNode> records(String topic, String window) throws Exception {
    List<JsonNode> records = new ArrayList<>();
    for (String line : get("streams/" + topic + "?" + window).split("\n")) {
      if (!line.isBlank()) {
        records.add(JSON.readTree(line));
      }
    }
    return records;
  }

  /** What a reader counts: one sentence that meets two rules is one finding. */
  static int findings(List<JsonNode> signals) {
    Map<String, JsonNode> last = new HashMap<>();
    signals.forEach(signal -> last.put(signal.get("id").asText(), signal));
    return (int)
        last.values().stream()
            .map(
                signal ->
                    List.of(
                        signal.get("itemId"),
                        signal.get("sentence"),
                        signal.get("event").get("eventType"),
                        signal.get("event").get("mode"),
                        signal.get("event").get("status")))
            .distinct()
            .count();
  }

  /** How many signals had been published at a time of the day, each counted once. */
  static long publishedUpTo(List<JsonNode> signals, String day, String clock) {
    return signals.stream()
        .filter(
            signal -> signal.get("published").asText().compareTo(day + "T" + clock + ":00Z") <= 0)
        .map(signal -> signal.get("id"))
        .distinct()
        .count();
  }

  @Override
  public void close() {
    house.close();
  }
}
