package io.hotline.cli.demo;

import io.hotline.cli.flow.Tallies;
import io.hotline.cli.reading.RecordText;
import io.hotline.cli.reading.TopicReader;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.AlertState;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.SignalState;
import io.hotline.schemas.wire.MalformedRecordException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Prints signals and alerts as they come, and counts them. Thread-safe. */
public final class DemoPrinter implements TopicReader.Receiver<SpecificRecord> {
  /** Longer than a commit and a poll: what is committed has been printed by then. */
  private static final Duration QUIET = Duration.ofMillis(700);

  private final Namespace namespace;
  private final PrintStream out;
  private final int width;
  private final Map<String, Map<String, Integer>> signals = new TreeMap<>();

  /** By id: the last record of an alert is the one that counts. */
  private final Map<String, Alert> alerts = new HashMap<>();

  private long last = System.nanoTime();

  public DemoPrinter(Namespace namespace, PrintStream out, int width) {
    this.namespace = namespace;
    this.out = out;
    this.width = width;
  }

  @Override
  public synchronized boolean receive(
      ConsumerRecord<byte[], byte[]> raw, String key, @Nullable SpecificRecord value) {
    last = System.nanoTime();
    if (value instanceof Signal signal) {
      String rule = Topics.ruleOf(namespace, raw.topic()).orElse(raw.topic());
      String status =
          signal.getState() == SignalState.RETRACTED
              ? "RETRACTED"
              : signal.getEvent().getStatus().toString();
      signals.computeIfAbsent(rule, unused -> new TreeMap<>()).merge(status, 1, Integer::sum);
      out.println(RecordText.of(signal, width).replaceFirst("\n", "  [" + rule + "]\n"));
    } else if (value instanceof Alert alert) {
      alerts.put(alert.getId(), alert);
      out.println("ALERT " + RecordText.of(alert, width));
    }
    out.flush();
    return true;
  }

  @Override
  public synchronized void malformed(
      ConsumerRecord<byte[], byte[]> raw, MalformedRecordException why) {
    out.printf("%s-%d@%d: %s%n", raw.topic(), raw.partition(), raw.offset(), why.getMessage());
  }

  /** Waits until nothing has come for a while. */
  public void awaitQuiet() {
    try {
      while (System.nanoTime() - lastHeard() < QUIET.toNanos()) {
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized long lastHeard() {
    return last;
  }

  /** Prints what came, and the books. */
  public synchronized void summary(Tallies tallies) {
    out.println();
    signals.forEach((rule, byStatus) -> out.printf("%-30s %s%n", rule, counts(byStatus)));
    Map<String, Integer> inForce = new TreeMap<>();
    for (Alert alert : alerts.values()) {
      if (alert.getState() == AlertState.ACTIVE) {
        inForce.merge(alert.getKind().toString(), 1, Integer::sum);
      }
    }
    out.printf("%-30s %s%n", "alerts in force", counts(inForce));
    out.println(tallies);
    out.flush();
  }

  private static String counts(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }
}
