package io.hotline.cli.flow;

import io.hotline.cli.reading.TopicReader;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.Tally;
import io.hotline.schemas.wire.MalformedRecordException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads the books of a namespace: what became of its items. Confined to one thread. */
public final class Accounting implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final ClusterConfig cluster;
  private final Namespace namespace;
  private final Outstanding outstanding;

  public Accounting(ClusterConfig cluster, Namespace namespace) {
    this.cluster = cluster;
    this.namespace = namespace;
    this.outstanding = new Outstanding(cluster);
  }

  /** What has become of the items so far. */
  public Tallies now() {
    return Tallies.sum(read().values());
  }

  /** Items that nothing has become of yet; exact near zero. */
  public long unaccounted() {
    return unaccounted(read());
  }

  private long unaccounted(Map<Integer, Tally> tallies) {
    TopicSpec<NewsItem> items = Topics.items(namespace);
    Map<TopicPartition, Long> positions = new HashMap<>();
    for (TopicPartition partition : outstanding.partitions(List.of(items.name()))) {
      Tally tally = tallies.get(partition.partition());
      positions.put(partition, tally == null ? 0L : tally.getNextOffset());
    }
    return outstanding.after(positions);
  }

  /**
   * Waits until every item in the topic is accounted for.
   *
   * @param patience how long to wait without any progress before giving up
   * @param remaining hears how many items are still to come, now and then
   * @return whether all are accounted for
   */
  public boolean await(Duration patience, LongConsumer remaining) {
    Patience left = new Patience(patience);
    long least = Long.MAX_VALUE;
    do {
      long items = unaccounted();
      remaining.accept(items);
      if (items == 0) {
        return true;
      }
      if (items < least) {
        least = items;
        left.renew();
      }
    } while (left.pause(PAUSE));
    return false;
  }

  private Map<Integer, Tally> read() {
    Map<Integer, Tally> latest = new HashMap<>();
    try (TopicReader<Tally> reader =
        new TopicReader<>(cluster, List.of(Topics.tallies(namespace)))) {
      reader.read(TopicReader.Window.ALL, new Latest(latest));
    }
    return latest;
  }

  @Override
  public void close() {
    outstanding.close();
  }

  private record Latest(Map<Integer, Tally> tallies) implements TopicReader.Receiver<Tally> {
    @Override
    public boolean receive(ConsumerRecord<byte[], byte[]> raw, String key, @Nullable Tally tally) {
      if (tally != null) {
        tallies.put(tally.getPartition(), tally);
      }
      return true;
    }

    @Override
    public void malformed(ConsumerRecord<byte[], byte[]> raw, MalformedRecordException why) {
      throw why;
    }
  }
}
