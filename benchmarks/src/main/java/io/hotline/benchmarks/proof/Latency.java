package io.hotline.benchmarks.proof;

import io.hotline.cli.reading.TopicReader;
import io.hotline.extraction.Extractor;
import io.hotline.processors.ItemLimits;
import io.hotline.processors.Processors;
import io.hotline.processors.ProcessorsConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.wire.MalformedRecordException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * From the moment an item was due to be sent until a subscriber holds its alert, in an open loop:
 * items are due by the clock whether or not the house keeps up, and a late start counts. Every
 * tenth item reports a contact that nobody has reported before; the others are the corpus. In the
 * middle third of a run comes a burst of three times the rate, a tenth of the run long.
 */
final class Latency {
  private static final int EVERY = 10;
  private static final int WARMING_ITEMS = 400;
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final List<String> STATES =
      List.of(
          "France",
          "Germany",
          "Italy",
          "Spain",
          "Poland",
          "Sweden",
          "Norway",
          "Finland",
          "Denmark",
          "Austria",
          "Hungary",
          "Greece",
          "Turkey",
          "Israel",
          "Egypt",
          "Iran",
          "Iraq",
          "Saudi Arabia",
          "Qatar",
          "Kuwait",
          "India",
          "Pakistan",
          "Bangladesh",
          "China",
          "Japan",
          "South Korea",
          "North Korea",
          "Vietnam",
          "Thailand",
          "Indonesia",
          "Malaysia",
          "Philippines",
          "Australia",
          "New Zealand",
          "Canada",
          "Mexico",
          "Brazil",
          "Argentina",
          "Chile",
          "Peru",
          "Colombia",
          "Venezuela",
          "Cuba",
          "Nigeria",
          "Ghana",
          "Kenya",
          "Ethiopia",
          "South Africa",
          "Angola",
          "Morocco",
          "Algeria",
          "Tunisia",
          "Ukraine",
          "Belarus",
          "Serbia",
          "Croatia",
          "Bulgaria",
          "Romania",
          "Portugal",
          "Ireland");

  private final Stand stand;
  private final Corpus corpus;
  private final Extractor extractor;
  private final Duration length;

  Latency(Stand stand, Corpus corpus, Extractor extractor, Duration length) {
    this.stand = stand;
    this.corpus = corpus;
    this.extractor = extractor;
    this.length = length;
  }

  void measure(Report report, List<Integer> rates, Duration commitInterval)
      throws InterruptedException {
    List<List<String>> rows = new ArrayList<>();
    for (String guarantee : List.of("exactly_once_v2", "at_least_once")) {
      for (int rate : rates) {
        String name = "latency-" + guarantee.charAt(0) + "-" + rate;
        rows.add(run(name, guarantee, rate, commitInterval));
        System.err.println(rows.get(rows.size() - 1));
      }
    }
    report.table(
        "Latency, item due to alert held",
        "%d s at each rate, a burst of three times the rate in it; commits every %d ms."
            .formatted(length.toSeconds(), commitInterval.toMillis()),
        List.of("guarantee", "items/s", "alerts", "missing", "p50 ms", "p99 ms", "max ms"),
        rows);
  }

  private List<String> run(String name, String guarantee, int rate, Duration commitInterval)
      throws InterruptedException {
    Namespace namespace = stand.namespace(name, Stand.ANY_CONTACT);
    ProcessorsConfig config = config(name, namespace, guarantee, commitInterval);
    Map<String, Long> due = new ConcurrentHashMap<>();
    try (Processors processors = Processors.start(config, extractor, InstantSource.system());
        Feed feed = new Feed(stand.cluster(), namespace);
        TopicReader<Alert> reader =
            new TopicReader<>(stand.cluster(), List.of(Topics.alerts(namespace)))) {
      if (!processors.awaitReady(START)) {
        throw new IllegalStateException(processors.fault().orElse("not ready in time"));
      }
      warm(feed, namespace);
      Listener listener = new Listener(due);
      Thread listening =
          new Thread(
              () -> reader.read(new TopicReader.Window(Instant.MIN, null, true), listener),
              "listen-to-alerts");
      listening.start();
      send(feed, rate, due);
      listener.await(due.size(), PATIENCE);
      reader.stop();
      listening.join();
      double[] millis = listener.millis();
      return List.of(
          guarantee,
          "%d".formatted(rate),
          "%,d".formatted(millis.length),
          "%,d".formatted(due.size() - millis.length),
          Report.figure(Meter.percentile(0.5, millis)),
          Report.figure(Meter.percentile(0.99, millis)),
          Report.figure(Meter.percentile(1, millis)));
    }
  }

  private ProcessorsConfig config(
      String name, Namespace namespace, String guarantee, Duration commitInterval) {
    ProcessorsConfig usual = ProcessorsConfig.of(stand.cluster(), namespace, stand.folder(name));
    return new ProcessorsConfig(
        usual.cluster(),
        namespace,
        usual.stateDir(),
        usual.threads(),
        commitInterval,
        guarantee,
        usual.replication(),
        usual.standbyReplicas(),
        usual.deletionsKept(),
        usual.storeBytes(),
        ItemLimits.DEFAULT);
  }

  private void warm(Feed feed, Namespace namespace) {
    for (int n = 0; n < WARMING_ITEMS; n++) {
      NewsItem item = corpus.item(n, WARMING_ITEMS);
      feed.send(NewsItem.newBuilder(item).setId("warm-" + n).build());
    }
    feed.flush();
    stand.settle(namespace);
  }

  private void send(Feed feed, int rate, Map<String, Long> due) {
    long nanos = length.toNanos();
    long start = System.nanoTime();
    double at = 0;
    for (int n = 0; at < nanos; n++) {
      boolean burst = at > nanos * 0.45 && at < nanos * 0.55;
      at += 1e9 / (burst ? rate * 3 : rate);
      long moment = start + (long) at;
      NewsItem item = n % EVERY == 0 ? contact(n / EVERY) : corpus.item(n, Integer.MAX_VALUE);
      Feed.until(moment);
      if (n % EVERY == 0) {
        due.put(item.getId(), moment);
      }
      feed.send(item);
    }
    feed.flush();
  }

  /** A contact of two states, by a means, that no other item of the run reports. */
  private static NewsItem contact(int n) {
    int pairs = STATES.size() * (STATES.size() - 1) / 2;
    int rest = n % pairs;
    int first = 0;
    for (int row = STATES.size() - 1; rest >= row; row--) {
      rest -= row;
      first++;
    }
    String text =
        n / pairs % 2 == 0
            ? "The foreign ministers of %s and %s met in Geneva on Sunday, both ministries said."
            : "The foreign ministers of %s and %s spoke by telephone on Sunday, both ministries said.";
    return Corpus.item(
        "contact-" + n,
        "Wire " + n,
        "",
        text.formatted(STATES.get(first), STATES.get(first + 1 + rest)),
        Duration.ofMinutes(n % 1000));
  }

  /** Holds when each contact's first alert came. */
  private static final class Listener implements TopicReader.Receiver<Alert> {
    private final Map<String, Long> due;
    private final Map<String, Double> millis = new ConcurrentHashMap<>();

    Listener(Map<String, Long> due) {
      this.due = due;
    }

    @Override
    public boolean receive(ConsumerRecord<byte[], byte[]> raw, String key, @Nullable Alert alert) {
      long now = System.nanoTime();
      if (alert != null) {
        alert.getTimeline().stream()
            .map(entry -> entry.getItemId())
            .forEach(
                item -> {
                  Long moment = due.get(item);
                  if (moment != null) {
                    millis.putIfAbsent(item, (now - moment) / 1e6);
                  }
                });
      }
      return true;
    }

    @Override
    public void malformed(ConsumerRecord<byte[], byte[]> raw, MalformedRecordException why) {
      throw why;
    }

    void await(int count, Duration patience) {
      long end = System.nanoTime() + patience.toNanos();
      int last = -1;
      while (millis.size() < count && System.nanoTime() < end) {
        Feed.until(System.nanoTime() + 200_000_000L);
        if (millis.size() != last) {
          last = millis.size();
          end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        }
      }
    }

    double[] millis() {
      double[] values = millis.values().stream().mapToDouble(Double::doubleValue).toArray();
      return values.length == 0 ? new double[] {Double.NaN} : values;
    }
  }
}
