package io.hotline.gateway.log;

import io.hotline.schemas.record.Acknowledgement;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.SourceHealth;
import io.hotline.schemas.record.Tally;
import io.hotline.schemas.record.TopicRule;
import io.hotline.schemas.record.Webhook;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;

/** What the records of a topic are. */
public enum TopicKind {
  SIGNAL(Signal.class, true),
  ALERT(Alert.class, true),
  ENRICHED(EnrichedItem.class, true),
  ACKNOWLEDGEMENT(Acknowledgement.class, true),
  /** Far too many to follow; read one by one. */
  ITEM(NewsItem.class, false),
  RULE(TopicRule.class, false),
  SOURCE_HEALTH(SourceHealth.class, false),
  TALLY(Tally.class, false),
  DEAD_LETTER(DeadLetter.class, false),
  /** Holds secrets. */
  WEBHOOK(Webhook.class, false);

  private final Class<? extends SpecificRecord> type;
  private final boolean listed;

  TopicKind(Class<? extends SpecificRecord> type, boolean listed) {
    this.type = type;
    this.listed = listed;
  }

  Class<? extends SpecificRecord> type() {
    return type;
  }

  /** Whether anybody may listen to it; the others are for the gateway itself. */
  public boolean isListed() {
    return listed;
  }

  /** As listeners read it: in {@code event:} lines and in the list of topics. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
