package io.hotline.benchmarks.proof;

import io.hotline.cli.flow.Outstanding;
import io.hotline.extraction.Extractor;
import io.hotline.processors.Application;
import io.hotline.processors.Processors;
import io.hotline.processors.ProcessorsConfig;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.wire.AvroSerdes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/**
 * What an item costs: a topology that only reads and writes the items, beside the enrichment, on
 * the same items with the same serde and guarantee, in turn. Each run begins with the items in
 * their topic and ends when the last is committed; its processor time is that of the whole process,
 * broker included. The first round warms up and is not counted.
 */
final class Throughput {
  private static final long LOOK_MILLIS = 100;
  private static final Duration CLOSE = Duration.ofSeconds(30);

  private final Stand stand;
  private final Corpus corpus;
  private final Extractor extractor;
  private final int items;

  private record Run(double wall, double processor) {}

  Throughput(Stand stand, Corpus corpus, Extractor extractor, int items) {
    this.stand = stand;
    this.corpus = corpus;
    this.extractor = extractor;
    this.items = items;
  }

  void measure(Report report, int rounds, List<Integer> threads) throws InterruptedException {
    long tokens = corpus.tokens(items);
    Map<String, List<Run>> runs = new LinkedHashMap<>();
    for (int round = 0; round <= rounds; round++) {
      boolean warming = round == 0;
      note(runs, "no-op topology", warming, noOp("noop-" + round));
      for (int count : threads) {
        String name = "full enrichment, " + count + (count == 1 ? " thread" : " threads");
        note(runs, name, warming, enrichment("enrich-" + count + "-" + round, count));
      }
    }
    report(report, runs, tokens, rounds);
  }

  private static void note(Map<String, List<Run>> runs, String name, boolean warming, Run run) {
    System.err.printf(
        "%s%s: %.1f s, %.1f s of processor time%n",
        name, warming ? " (warming up)" : "", run.wall(), run.processor());
    if (!warming) {
      runs.computeIfAbsent(name, key -> new ArrayList<>()).add(run);
    }
  }

  private void report(Report report, Map<String, List<Run>> runs, long tokens, int rounds) {
    List<List<String>> rows = new ArrayList<>();
    double noOp = 0;
    for (Map.Entry<String, List<Run>> entry : runs.entrySet()) {
      double wall = Meter.median(entry.getValue().stream().mapToDouble(Run::wall).toArray());
      double processor =
          Meter.median(entry.getValue().stream().mapToDouble(Run::processor).toArray());
      noOp = noOp == 0 ? processor : noOp;
      rows.add(
          List.of(
              entry.getKey(),
              Report.figure(items / wall),
              Report.figure(items / processor),
              Report.figure(tokens / processor),
              Report.figure(processor / items * 1000),
              Report.figure(processor / noOp)));
    }
    report.table(
        "Throughput",
        "%,d items, %,d tokens a run, exactly once, embedded broker; medians of %d runs in turn."
            .formatted(items, tokens, rounds),
        List.of(
            "topology",
            "items/s",
            "items/s/core",
            "tokens/s/core",
            "CPU ms an item",
            "CPU of no-op"),
        rows);
  }

  private Run enrichment(String name, int threads) throws InterruptedException {
    Namespace namespace = feed(name);
    ProcessorsConfig config =
        ProcessorsConfig.of(stand.cluster(), namespace, stand.folder(name)).withThreads(threads);
    Meter meter = new Meter();
    try (Processors processors =
        Processors.start(
            config, extractor, InstantSource.system(), Set.of(Application.ENRICHMENT))) {
      await(config.applicationId(Application.ENRICHMENT), namespace);
      return new Run(meter.wall(), meter.processor());
    }
  }

  private Run noOp(String name) throws InterruptedException {
    Namespace namespace = feed(name);
    Serde<NewsItem> serde = AvroSerdes.value(NewsItem.class, stand.cluster());
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(
            Topics.items(namespace).name(), Consumed.with(Serdes.String(), serde).withName("read"))
        .to(
            Topics.items(stand.namespace(name + "-out")).name(),
            Produced.with(Serdes.String(), serde).withName("write"));
    Meter meter = new Meter();
    try (KafkaStreams streams =
        new KafkaStreams(builder.build(), properties(stand.cluster(), name))) {
      streams.start();
      await(name, namespace);
      Run run = new Run(meter.wall(), meter.processor());
      streams.close(CLOSE);
      return run;
    }
  }

  private Properties properties(ClusterConfig cluster, String name) {
    Properties properties = cluster.toClientProperties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stand.folder(name).toString());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
    properties.put(
        StreamsConfig.producerPrefix("max.request.size"),
        Integer.toString(Topics.MAX_RECORD_BYTES));
    properties.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
    return properties;
  }

  private Namespace feed(String name) {
    Namespace namespace = stand.namespace(name);
    try (Feed feed = new Feed(stand.cluster(), namespace)) {
      feed.sendAll(corpus, items);
    }
    return namespace;
  }

  private void await(String application, Namespace namespace) throws InterruptedException {
    List<String> topics = List.of(Topics.items(namespace).name());
    try (Outstanding outstanding = new Outstanding(stand.cluster())) {
      while (outstanding.records(application, topics) > 0) {
        Thread.sleep(LOOK_MILLIS);
      }
    }
  }
}
