package io.hotline.cli.flow;

import io.hotline.processors.Application;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells when everything that went into a namespace has come out. The applications are asked in the
 * order of an item's way: each commits what it has read together with what it wrote, so once one is
 * through, what the next has to read is complete. Confined to one thread.
 */
public final class Drain implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** Ten times the pause after which alerts are told. */
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final Namespace namespace;
  private final Outstanding outstanding;

  public Drain(ClusterConfig cluster, Namespace namespace) {
    this.namespace = namespace;
    this.outstanding = new Outstanding(cluster);
  }

  /** Records that the first application which is not through has still to read; 0: all is out. */
  public long left() {
    long left = left(Application.ENRICHMENT, List.of(Topics.items(namespace).name()));
    if (left == 0) {
      left = left(Application.SIGNALS, List.of(Topics.enriched(namespace).name()));
    }
    if (left == 0) {
      Pattern signals = Topics.signalsPattern(namespace);
      left = left(Application.ALERTS, topics(signals));
    }
    if (left == 0) {
      left = left(Application.ALERTS, topics(repartitioned()));
    }
    return left;
  }

  private long left(Application application, Collection<String> topics) {
    return topics.isEmpty() ? 0 : outstanding.records(id(application), topics);
  }

  private String id(Application application) {
    return namespace + "-" + application.label();
  }

  private Set<String> topics(Pattern names) {
    return outstanding.topics(name -> names.matcher(name).matches());
  }

  private Pattern repartitioned() {
    return Pattern.compile(Pattern.quote(id(Application.ALERTS) + "-") + ".*-repartition");
  }

  /**
   * Waits until all is out.
   *
   * @param patience how long to wait without any progress before giving up
   * @param remaining hears what {@link #left} says, now and then
   * @return whether all is out
   */
  public boolean await(Duration patience, LongConsumer remaining) {
    Patience left = new Patience(patience);
    long last = -1;
    do {
      long records = left();
      remaining.accept(records);
      if (records == 0) {
        settle();
        return true;
      }
      if (records != last) {
        last = records;
        left.renew();
      }
    } while (left.pause(PAUSE));
    return false;
  }

  /**
   * Alerts of signals that have been read are told together, a moment later: waits until no more
   * come.
   */
  private void settle() {
    Set<TopicPartition> alerts = outstanding.partitions(List.of(Topics.alerts(namespace).name()));
    Map<TopicPartition, Long> ends = outstanding.ends(alerts);
    Patience quiet = new Patience(QUIET);
    while (quiet.pause(PAUSE)) {
      Map<TopicPartition, Long> now = outstanding.ends(alerts);
      if (!now.equals(ends)) {
        ends = now;
        quiet.renew();
      }
    }
  }

  @Override
  public void close() {
    outstanding.close();
  }
}
