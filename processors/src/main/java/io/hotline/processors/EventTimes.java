package io.hotline.processors;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Record timestamps. A record's timestamp is when the news was published; Kafka has no timestamps
 * before 1970, so older news stands at 1970 there, and its payload keeps the true time.
 */
final class EventTimes implements TimestampExtractor {

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    return Math.max(0, record.timestamp());
  }

  /** The timestamp of a record about something published then. */
  static long timestamp(Instant published) {
    return published.isBefore(Instant.EPOCH) ? 0 : published.toEpochMilli();
  }
}
