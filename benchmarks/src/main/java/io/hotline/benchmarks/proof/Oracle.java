package io.hotline.benchmarks.proof;

import io.hotline.cli.reading.TopicReader;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.AlertState;
import io.hotline.schemas.wire.MalformedRecordException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What must hold when the dust has settled, by what a subscriber can read: each item that was sent
 * has come out exactly once, and the alerts are those of an undisturbed house.
 */
final class Oracle {

  /**
   * What it found.
   *
   * @param lost items that came out nowhere
   * @param doubled items that came out more than once
   * @param strange items that came out and were never sent
   */
  record Verdict(int lost, int doubled, int strange) {
    boolean holds() {
      return lost == 0 && doubled == 0 && strange == 0;
    }
  }

  private Oracle() {}

  /** Judges a namespace whose items were each sent once. */
  static Verdict judge(ClusterConfig cluster, Namespace namespace, Set<String> sent) {
    Map<String, Integer> came = new HashMap<>();
    String items = Topics.items(namespace).name();
    read(
        cluster, Topics.enriched(namespace), (raw, key, value) -> came.merge(key, 1, Integer::sum));
    read(
        cluster,
        Topics.deadLetters(namespace),
        (raw, key, letter) -> {
          if (letter.getTopic().equals(items)) { // a late signal's letter is no item's
            came.merge(key, 1, Integer::sum);
          }
        });
    int lost = (int) sent.stream().filter(id -> !came.containsKey(id)).count();
    int doubled = (int) came.values().stream().filter(count -> count > 1).count();
    int strange = (int) came.keySet().stream().filter(id -> !sent.contains(id)).count();
    return new Verdict(lost, doubled, strange);
  }

  /** The alerts in force, by id, with kind, parties, status and number of sources. */
  static Set<String> alerts(ClusterConfig cluster, Namespace namespace) {
    return alerts(cluster, namespace, Instant.MIN);
  }

  /** Those of them that were published after a time. */
  static Set<String> alerts(ClusterConfig cluster, Namespace namespace, Instant after) {
    Map<String, Alert> last = new TreeMap<>();
    read(cluster, Topics.alerts(namespace), (raw, key, alert) -> last.put(key, alert));
    Set<String> inForce = new TreeSet<>();
    for (Alert alert : last.values()) {
      if (alert.getState() == AlertState.ACTIVE && alert.getPublished().isAfter(after)) {
        inForce.add(
            "%s %s %s %s %d"
                .formatted(
                    alert.getId(),
                    alert.getKind(),
                    alert.getParties(),
                    alert.getStatus(),
                    alert.getIndependentSources()));
      }
    }
    return inForce;
  }

  /** Takes a record. */
  interface Taker<V> {
    void take(ConsumerRecord<byte[], byte[]> raw, String key, V value);
  }

  /** Reads all committed records of a topic that have a value. */
  static <V extends SpecificRecord> void read(
      ClusterConfig cluster, TopicSpec<V> topic, Taker<V> taker) {
    try (TopicReader<V> reader = new TopicReader<>(cluster, List.of(topic))) {
      reader.read(
          TopicReader.Window.ALL,
          new TopicReader.Receiver<V>() {
            @Override
            public boolean receive(
                ConsumerRecord<byte[], byte[]> raw, String key, @Nullable V value) {
              if (value != null) {
                taker.take(raw, key, value);
              }
              return true;
            }

            @Override
            public void malformed(
                ConsumerRecord<byte[], byte[]> raw, MalformedRecordException why) {
              throw why;
            }
          });
    }
  }
}
