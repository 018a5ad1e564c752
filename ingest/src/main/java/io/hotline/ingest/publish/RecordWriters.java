package io.hotline.ingest.publish;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.PollState;
import io.hotline.schemas.record.SourceHealth;
import io.hotline.schemas.wire.AvroSerdes;
import org.apache.kafka.common.serialization.Serializer;

/** How the four kinds of records that leave the door are written. */
record RecordWriters(
    Serializer<NewsItem> items,
    Serializer<DeadLetter> deadLetters,
    Serializer<SourceHealth> health,
    Serializer<PollState> states)
    implements AutoCloseable {

  static RecordWriters of(ClusterConfig cluster) {
    return new RecordWriters(
        AvroSerdes.valueSerializer(NewsItem.class, cluster),
        AvroSerdes.valueSerializer(DeadLetter.class, cluster),
        AvroSerdes.valueSerializer(SourceHealth.class, cluster),
        AvroSerdes.valueSerializer(PollState.class, cluster));
  }

  @Override
  public void close() {
    items.close();
    deadLetters.close();
    health.close();
    states.close();
  }
}
