package io.hotline.processors;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Memory off the heap that all RocksDB stores of a process share, blocks, indexes, filters and
 * write buffers alike, however many stores there are. Streams gives each store 66 MB of its own
 * otherwise.
 *
 * <p>It travels to the stores in the properties, as an object, because Streams makes the setter
 * itself and would have it static else.
 */
final class StoreMemory implements AutoCloseable {

  private static final String KEY = "hotline.store.memory";
  private static final int BLOCK_BYTES = 16 * 1024;
  private static final int BLOOM_BITS_PER_KEY = 10;

  private final Cache cache;
  private final WriteBufferManager writeBuffers;
  private final long writeBufferBytes;

  StoreMemory(long bytes) {
    RocksDB.loadLibrary();
    this.cache = new LRUCache(bytes, -1, false, 0.1);
    this.writeBuffers = new WriteBufferManager(bytes / 2, cache);
    this.writeBufferBytes = Math.max(1024 * 1024, bytes / 16);
  }

  /** Puts itself into the properties of a topology that is to share it. */
  void into(Map<Object, Object> properties) {
    properties.put(KEY, this);
    properties.put("rocksdb.config.setter", Setter.class.getName());
  }

  /** To be called when the last topology that shares it is closed. */
  @Override
  public void close() {
    writeBuffers.close();
    cache.close();
  }

  /** Kafka makes these by name, one for each store. */
  public static final class Setter implements RocksDBConfigSetter {

    /** RocksDB does not own what it is handed; it must live as long as the store and be closed. */
    private final BloomFilter bloomFilter = new BloomFilter(BLOOM_BITS_PER_KEY);

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
      StoreMemory memory = (StoreMemory) Objects.requireNonNull(configs.get(KEY), KEY);
      BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
      table.setBlockCache(memory.cache);
      table.setBlockSize(BLOCK_BYTES);
      table.setCacheIndexAndFilterBlocks(true);
      table.setCacheIndexAndFilterBlocksWithHighPriority(true);
      table.setPinTopLevelIndexAndFilter(true);
      // Most items are new, so most look-ups find nothing: a filter answers them without a read.
      table.setFilterPolicy(bloomFilter);
      options.setTableFormatConfig(table);
      options.setWriteBufferManager(memory.writeBuffers);
      options.setWriteBufferSize(memory.writeBufferBytes);
      options.setMaxWriteBufferNumber(2);
    }

    @Override
    public void close(String store, Options options) {
      bloomFilter.close();
    }
  }
}
