package io.hotline.processors;

import io.hotline.processors.ItemContent.Fault;
import io.hotline.processors.Outcome.Done;
import io.hotline.processors.Outcome.Rejected;
import io.hotline.processors.Outcome.Repeated;
import io.hotline.schemas.record.NewsItem;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Tells new content from a repeat. The door keeps no memory of items, so this store is the only
 * place that knows; it grows with the archive and therefore lies in RocksDB.
 */
final class AdmitItem
    implements Processor<String, Outcome<Read<NewsItem>>, String, Outcome<AdmittedItem>> {

  static final String STAGE = "admit-item";
  static final String STORE = "revisions-by-item";

  private final ItemLimits limits;
  private @Nullable ProcessorContext<String, Outcome<AdmittedItem>> context;
  private @Nullable KeyValueStore<String, Revision> revisions;

  private AdmitItem(ItemLimits limits) {
    this.limits = limits;
  }

  static ProcessorSupplier<String, Outcome<Read<NewsItem>>, String, Outcome<AdmittedItem>> within(
      ItemLimits limits) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, Outcome<Read<NewsItem>>, String, Outcome<AdmittedItem>> get() {
        return new AdmitItem(limits);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(
            Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.String(), Revision.serde()));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, Outcome<AdmittedItem>> context) {
    this.context = context;
    this.revisions = context.getStateStore(STORE);
  }

  @Override
  @SuppressWarnings("NullAway") // init comes first
  public void process(Record<String, Outcome<Read<NewsItem>>> record) {
    if (record.value() instanceof Rejected<Read<NewsItem>> rejected) {
      context.forward(record.withValue(new Rejected<>(rejected.letter())));
      return;
    }
    Read<NewsItem> read = Outcome.value(record.value());
    Outcome<AdmittedItem> outcome = admit(record.key(), read.origin(), read.value());
    long timestamp =
        outcome instanceof Done<AdmittedItem> done
            ? EventTimes.timestamp(done.value().item().getPublished())
            : record.timestamp();
    context.forward(record.withValue(outcome).withTimestamp(timestamp));
  }

  @SuppressWarnings("NullAway") // init comes first; a store has null for what it has not
  private Outcome<AdmittedItem> admit(String key, Origin origin, NewsItem stated) {
    Optional<Fault> fault =
        ItemContent.fault(key, stated, limits, origin.value() == null ? 0 : origin.value().length);
    if (fault.isPresent()) {
      return origin.reject(STAGE, fault.get().errorType(), fault.get().error());
    }
    NewsItem item = ItemContent.withPossibleDate(stated);
    String hash = ItemContent.hash(item);
    Revision last = revisions.get(key);
    if (last != null && last.contentHash().equals(hash)) {
      return new Repeated<>();
    }
    Revision revision = new Revision(last == null ? 1 : last.number() + 1, hash);
    revisions.put(key, revision);
    return new Done<>(new AdmittedItem(origin, item, revision));
  }
}
