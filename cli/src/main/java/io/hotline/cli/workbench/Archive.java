package io.hotline.cli.workbench;

import io.hotline.cli.reading.TopicReader;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.wire.MalformedRecordException;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The items of a namespace with what was found in them, as they were read by the extractor. */
public final class Archive {
  private Archive() {}

  /**
   * Hands over the items of a window of publication, revisions of one item in their order.
   *
   * @param since inclusive
   * @param until exclusive; null for no end
   * @param receiver answers whether it wants more
   * @return whether it had all
   */
  public static boolean read(
      ClusterConfig cluster,
      Namespace namespace,
      Instant since,
      @Nullable Instant until,
      Predicate<EnrichedItem> receiver) {
    Receiver receiving = new Receiver(receiver);
    try (TopicReader<EnrichedItem> reader =
        new TopicReader<>(cluster, List.of(Topics.enriched(namespace)))) {
      reader.read(new TopicReader.Window(since, until, false), receiving);
    }
    return receiving.all;
  }

  private static final class Receiver implements TopicReader.Receiver<EnrichedItem> {
    private final Predicate<EnrichedItem> receiver;
    private boolean all = true;

    Receiver(Predicate<EnrichedItem> receiver) {
      this.receiver = receiver;
    }

    @Override
    public boolean receive(
        ConsumerRecord<byte[], byte[]> raw, String key, @Nullable EnrichedItem value) {
      all = value == null || receiver.test(value);
      return all;
    }

    @Override
    public void malformed(ConsumerRecord<byte[], byte[]> raw, MalformedRecordException why) {
      throw why; // nobody but the topology writes there
    }
  }
}
