package io.hotline.gateway.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Records that a consumer has given out and we have not passed on: the registry may be away in the
 * middle of a batch, and the consumer gives nothing twice. Not thread-safe.
 */
final class Fetched {

  private final RecordReading reading;
  private final Deque<ConsumerRecord<byte[], byte[]>> left = new ArrayDeque<>();

  Fetched(RecordReading reading) {
    this.reading = reading;
  }

  boolean isEmpty() {
    return left.isEmpty();
  }

  void addAll(ConsumerRecords<byte[], byte[]> records) {
    records.forEach(left::add);
  }

  void clear() {
    left.clear();
  }

  /**
   * Passes on what can be read now, in order.
   *
   * @throws LogUnavailableException if the registry is away and nothing could be read; what is left
   *     stays
   */
  List<LogEntry> take() {
    List<LogEntry> entries = new ArrayList<>(left.size());
    for (ConsumerRecord<byte[], byte[]> record = left.peek();
        record != null;
        record = left.peek()) {
      try {
        reading.entry(record).ifPresent(entries::add);
      } catch (LogUnavailableException e) {
        if (entries.isEmpty()) {
          throw e;
        }
        return entries;
      }
      left.remove();
    }
    return entries;
  }

  /** Shows what is left, the last first. */
  void lastToFirst(Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    left.descendingIterator().forEachRemaining(taker);
  }
}
