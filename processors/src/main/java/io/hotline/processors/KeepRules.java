package io.hotline.processors;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rule book by the compacted topic of rules: a GlobalKTable whose table is compiled. The
 * store is in memory, so that each start reads the topic from its beginning through here.
 */
final class KeepRules implements Processor<byte[], byte[], Void, Void> {

  static final String STORE = "rules-by-id";

  private final RuleBook book;
  private @Nullable ProcessorContext<Void, Void> context;
  private @Nullable KeyValueStore<Bytes, byte[]> store;

  KeepRules(RuleBook book) {
    this.book = book;
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> store() {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(STORE), Serdes.Bytes(), Serdes.ByteArray())
        .withLoggingDisabled();
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    this.context = context;
    this.store = context.getStateStore(STORE);
  }

  @Override
  @SuppressWarnings("NullAway") // init comes first; keys and values may be null on any topic
  public void process(Record<byte[], byte[]> record) {
    if (record.key() != null) {
      store.put(Bytes.wrap(record.key()), record.value());
    }
    book.take(
        Origin.of(
            context.recordMetadata().orElseThrow(),
            record.timestamp(),
            record.key(),
            record.value()));
  }
}
