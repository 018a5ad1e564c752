package io.hotline.cli.replay;

import io.hotline.cli.flow.Drain;
import io.hotline.cli.flow.Foundations;
import io.hotline.cli.reading.TopicReader;
import io.hotline.extraction.Extractor;
import io.hotline.processors.Processors;
import io.hotline.processors.ProcessorsConfig;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.TopicRule;
import io.hotline.schemas.wire.MalformedRecordException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * One replay: a window of the archive, through the topologies, with the rules that are in force, in
 * a namespace of its own and in this process, until all of it has come out.
 */
public final class ReplayRun {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Hears how far the replay is. */
  public interface Watcher {
    /** {@code done} of {@code total} of this step; {@code count} items in it so far. */
    void show(String step, long done, long total, long count);
  }

  /**
   * What came of it.
   *
   * @param sent items of the window
   * @param signals number of signal records by rule
   * @param alerts number of alert records
   * @param complete whether all that was sent has come out
   */
  public record Outcome(
      int sent, Map<String, Long> signals, long alerts, boolean complete, double seconds) {
    public Outcome {
      signals = new TreeMap<>(signals);
    }
  }

  private final ProcessorsConfig config;
  private final ClusterConfig cluster;
  private final Namespace archive;
  private final Namespace target;
  private final Watcher watcher;

  /**
   * @param config how the topologies run; its namespace is the replay's
   * @param archive the namespace whose items and rules are replayed
   */
  public ReplayRun(ProcessorsConfig config, Namespace archive, Watcher watcher) {
    this.config = config;
    this.cluster = config.cluster();
    this.archive = archive;
    this.target = config.namespace();
    this.watcher = watcher;
    if (archive.equals(target)) {
      throw new IllegalArgumentException("a replay never goes into the namespace it reads");
    }
  }

  /**
   * Replays what was published from {@code since}, inclusive, to {@code until}, exclusive.
   *
   * @throws IllegalArgumentException if the namespace is not one for replays
   */
  public Outcome replay(Instant since, Instant until, Speed speed, Extractor extractor)
      throws IOException, InterruptedException {
    long started = System.nanoTime();
    try (ReplayNamespace space = new ReplayNamespace(cluster, target)) {
      space.clear();
      List<TopicRule> rules = Foundations.copyRules(cluster, archive, target, config.replication());
      boolean complete;
      int sent;
      try (ArchiveWindow window =
              ArchiveWindow.read(
                  cluster,
                  archive,
                  since,
                  until,
                  (seen, all) -> watcher.show("reading the archive", seen, all, seen));
          Processors processors = Processors.start(config, extractor, InstantSource.system())) {
        if (!processors.awaitReady(START)) {
          throw new KafkaException(
              processors.fault().orElse("the topologies did not start in time"));
        }
        int size = window.size();
        sent =
            new ItemFeed(cluster, target)
                .feed(window, speed, done -> watcher.show("replaying", done, size, done));
        complete = sent == size && drain(sent);
      }
      space.clearInternal();
      double seconds = (System.nanoTime() - started) / 1e9;
      return count(rules, sent, complete, seconds);
    }
  }

  private boolean drain(int sent) {
    try (Drain drain = new Drain(cluster, target)) {
      return drain.await(
          PATIENCE,
          left -> watcher.show("processing", sent - left, sent, Math.max(0, sent - left)));
    }
  }

  private Outcome count(List<TopicRule> rules, int sent, boolean complete, double seconds) {
    Map<String, Long> signals = new TreeMap<>();
    for (TopicRule rule : rules) {
      signals.put(rule.getId(), records(Topics.signals(target, rule.getId())));
    }
    return new Outcome(sent, signals, records(Topics.alerts(target)), complete, seconds);
  }

  private <V extends SpecificRecord> long records(TopicSpec<V> topic) {
    Counter counter = new Counter();
    try (TopicReader<V> reader = new TopicReader<>(cluster, List.of(topic))) {
      reader.read(TopicReader.Window.ALL, counter);
    }
    return counter.records;
  }

  private static final class Counter implements TopicReader.Receiver<SpecificRecord> {
    private long records;

    @Override
    public boolean receive(
        ConsumerRecord<byte[], byte[]> raw, String key, @Nullable SpecificRecord value) {
      records++;
      return true;
    }

    @Override
    public void malformed(ConsumerRecord<byte[], byte[]> raw, MalformedRecordException why) {
      throw why;
    }
  }
}
