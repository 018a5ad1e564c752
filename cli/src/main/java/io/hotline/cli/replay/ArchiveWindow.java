package io.hotline.cli.replay;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The items of the archive whose event time is in a window, in the order of their event times.
 *
 * <p>Items arrive late and out of order, so the whole archive is read once. What is in the window
 * is spooled to a file and only its place is kept in memory: about 50 bytes an item, so that a day
 * of a million items sorts in a small heap. Items of the same time keep the order of the archive.
 */
final class ArchiveWindow implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  /** Where an item lies in the spool. */
  private record Entry(long time, int partition, long offset, long place, int keyed, int valued) {}

  private final Path spool;
  private final FileChannel channel;
  private final List<Entry> entries = new ArrayList<>();
  private long written;

  private ArchiveWindow(Path spool, FileChannel channel) {
    this.spool = spool;
    this.channel = channel;
  }

  /**
   * Reads the archive.
   *
   * @param since inclusive
   * @param until exclusive
   * @param progress hears how many records of how many have been looked at
   */
  static ArchiveWindow read(
      ClusterConfig cluster,
      Namespace archive,
      Instant since,
      Instant until,
      BiConsumer<Long, Long> progress)
      throws IOException {
    Path spool = Files.createTempFile("hotline-replay", ".spool");
    ArchiveWindow window =
        new ArchiveWindow(
            spool,
            FileChannel.open(
                spool,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
    Properties properties = cluster.toClientProperties();
    properties.put("isolation.level", "read_committed");
    properties.put("enable.auto.commit", "false");
    properties.put("max.poll.records", "5000");
    properties.put("fetch.max.bytes", "33554432");
    properties.put("max.partition.fetch.bytes", "8388608");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      window.scan(consumer, Topics.items(archive).name(), since, until, progress);
    } catch (IOException | RuntimeException e) {
      window.close();
      throw e;
    }
    window.entries.sort(
        Comparator.comparingLong(Entry::time)
            .thenComparingInt(Entry::partition)
            .thenComparingLong(Entry::offset));
    return window;
  }

  private void scan(
      KafkaConsumer<byte[], byte[]> consumer,
      String topic,
      Instant since,
      Instant until,
      BiConsumer<Long, Long> progress)
      throws IOException {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    long all = ends.values().stream().mapToLong(Long::longValue).sum();
    long from = since.toEpochMilli();
    long to = until.toEpochMilli();
    long seen = 0;
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<byte[], byte[]> item : consumer.poll(POLL)) {
        boolean archived = item.offset() < ends.getOrDefault(partition(item), 0L);
        if (archived && from <= item.timestamp() && item.timestamp() < to) {
          spool(item);
        }
        seen++;
      }
      progress.accept(Math.min(seen, all), all);
    }
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> item) {
    return new TopicPartition(item.topic(), item.partition());
  }

  private void spool(ConsumerRecord<byte[], byte[]> item) throws IOException {
    byte[] key = item.key() == null ? new byte[0] : item.key();
    byte[] value = item.value() == null ? new byte[0] : item.value();
    ByteBuffer[] parts = {ByteBuffer.wrap(key), ByteBuffer.wrap(value)};
    while (parts[1].hasRemaining() || parts[0].hasRemaining()) {
      channel.write(parts);
    }
    entries.add(
        new Entry(
            item.timestamp(),
            item.partition(),
            item.offset(),
            written,
            item.key() == null ? -1 : key.length,
            item.value() == null ? -1 : value.length));
    written += key.length + value.length;
  }

  /** How many items there are. */
  int size() {
    return entries.size();
  }

  /** Event time of the item at {@code index}, in milliseconds. */
  long time(int index) {
    return entries.get(index).time();
  }

  /** An archived record's key and value, as they were. */
  record Item(byte @Nullable [] key, byte @Nullable [] value, long time) {}

  /** The item at {@code index}, in the order of event time. */
  Item item(int index) {
    Entry entry = entries.get(index);
    byte[] key = bytes(entry.place(), entry.keyed());
    byte[] value = bytes(entry.place() + Math.max(0, entry.keyed()), entry.valued());
    return new Item(
        entry.keyed() < 0 ? null : key, entry.valued() < 0 ? null : value, entry.time());
  }

  private byte[] bytes(long place, int length) {
    ByteBuffer buffer = ByteBuffer.allocate(Math.max(0, length));
    try {
      while (buffer.hasRemaining() && channel.read(buffer, place + buffer.position()) >= 0) {
        // until the buffer is full
      }
    } catch (IOException e) {
      throw new UncheckedIOException(spool + ": cannot be read back", e);
    }
    return buffer.array();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
