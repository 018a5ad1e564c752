package io.hotline.gateway.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;

/** Reads with a consumer of its own. */
final class KafkaLogReader implements LogReader {

  private static final Duration ONE_POLL = Duration.ofMillis(200);
  private static final int MOST_SILENT_POLLS = 50;

  private final Consumer<byte[], byte[]> consumer;

  private final Fetched fetched;

  KafkaLogReader(Consumer<byte[], byte[]> consumer, RecordReading reading) {
    this.consumer = consumer;
    this.fetched = new Fetched(reading);
  }

  @Override
  public Map<Partition, Long> ends(Collection<Partition> partitions) {
    return asked(
        () -> whileAssigned(partitions, () -> ours(consumer.endOffsets(kafkas(partitions)))));
  }

  @Override
  public Map<Partition, Long> begins(Collection<Partition> partitions) {
    return asked(() -> ours(consumer.beginningOffsets(kafkas(partitions))));
  }

  @Override
  public Map<Partition, Long> startsAt(Collection<Partition> partitions, Instant since) {
    return asked(
        () -> {
          Map<TopicPartition, Long> times = new HashMap<>();
          kafkas(partitions).forEach(partition -> times.put(partition, since.toEpochMilli()));
          Map<TopicPartition, Long> starts =
              new HashMap<>(whileAssigned(partitions, () -> consumer.endOffsets(times.keySet())));
          for (Map.Entry<TopicPartition, OffsetAndTimestamp> found :
              consumer.offsetsForTimes(times).entrySet()) {
            if (found.getValue() != null) {
              starts.merge(found.getKey(), found.getValue().offset(), Math::min);
            }
          }
          return ours(starts);
        });
  }

  @Override
  public void assign(Map<Partition, Long> positions) {
    fetched.clear();
    consumer.assign(kafkas(positions.keySet()));
    positions.forEach((partition, offset) -> consumer.seek(kafkas(partition), offset));
  }

  @Override
  public List<LogEntry> read(Duration wait) throws InterruptedException {
    if (fetched.isEmpty()) {
      try {
        fetched.addAll(consumer.poll(wait));
      } catch (WakeupException woken) {
        return List.of();
      } catch (InterruptException e) {
        throw new InterruptedException();
      }
    }
    return fetched.take();
  }

  @Override
  public Optional<LogEntry> readAt(Partition partition, long offset) throws InterruptedException {
    assign(Map.of(partition, offset));
    for (int polls = 0; polls < MOST_SILENT_POLLS; polls++) {
      List<LogEntry> entries = read(ONE_POLL);
      if (!entries.isEmpty()) {
        return Optional.of(entries.get(0)).filter(entry -> entry.offset() == offset);
      }
      if (positions().getOrDefault(partition, 0L) > offset) {
        return Optional.empty();
      }
    }
    throw new LogUnavailableException(
        "kafka: no answer when reading " + partition, new TimeoutException("no answer"));
  }

  @Override
  public Map<Partition, Long> positions() {
    Map<Partition, Long> positions = new HashMap<>();
    for (TopicPartition partition : consumer.assignment()) {
      positions.put(ours(partition), asked(() -> consumer.position(partition)));
    }
    // backwards, so that the first one left of each partition has the last word
    fetched.lastToFirst(
        left -> positions.put(new Partition(left.topic(), left.partition()), left.offset()));
    return positions;
  }

  @Override
  public void wakeup() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    // A consumer refuses to close in an interrupted thread, and then stays open.
    boolean interrupted = Thread.interrupted();
    consumer.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A consumer that reads committed records only writes a warning for each partition whose end it
   * is asked for and that is not assigned to it. What was assigned keeps its position.
   */
  private <T> T whileAssigned(Collection<Partition> partitions, Supplier<T> question) {
    Set<TopicPartition> before = consumer.assignment();
    Set<TopicPartition> during = new HashSet<>(before);
    if (!during.addAll(kafkas(partitions))) {
      return question.get();
    }
    consumer.assign(during);
    try {
      return question.get();
    } finally {
      consumer.assign(before);
    }
  }

  private static <T> T asked(Supplier<T> question) {
    while (true) {
      try {
        return question.get();
      } catch (WakeupException meantForRead) {
        // whoever woke us wants to be seen by the owner, who is about to look
      } catch (RetriableException | InterruptException e) {
        throw new LogUnavailableException("kafka: " + e.getMessage(), e);
      }
    }
  }

  private static TopicPartition kafkas(Partition partition) {
    return new TopicPartition(partition.topic(), partition.number());
  }

  private static List<TopicPartition> kafkas(Collection<Partition> partitions) {
    return partitions.stream().map(KafkaLogReader::kafkas).toList();
  }

  private static Partition ours(TopicPartition partition) {
    return new Partition(partition.topic(), partition.partition());
  }

  private static Map<Partition, Long> ours(Map<TopicPartition, Long> offsets) {
    return offsets.entrySet().stream()
        .collect(Collectors.toMap(entry -> ours(entry.getKey()), Map.Entry::getValue));
  }
}
