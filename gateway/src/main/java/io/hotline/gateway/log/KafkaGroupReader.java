package io.hotline.gateway.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;

/** Reads with a consumer in a consumer group. */
final class KafkaGroupReader implements GroupReader, ConsumerRebalanceListener {

  private final Consumer<byte[], byte[]> consumer;
  private final Fetched fetched;
  private int generation;

  KafkaGroupReader(Consumer<byte[], byte[]> consumer, RecordReading reading) {
    this.consumer = consumer;
    this.fetched = new Fetched(reading);
  }

  @Override
  public void follow(Set<String> topics) {
    if (!topics.equals(consumer.subscription())) {
      consumer.subscribe(topics, this);
    }
  }

  @Override
  public List<LogEntry> read(Collection<Partition> wanted, Duration wait)
      throws InterruptedException {
    if (fetched.isEmpty()) {
      poll(wanted, wait);
    }
    return fetched.take();
  }

  private void poll(Collection<Partition> wanted, Duration wait) throws InterruptedException {
    Set<TopicPartition> all = consumer.assignment();
    Set<TopicPartition> waiting = new HashSet<>(all);
    wanted.forEach(partition -> waiting.remove(kafkas(partition)));
    consumer.pause(waiting);
    consumer.resume(all.stream().filter(partition -> !waiting.contains(partition)).toList());
    try {
      fetched.addAll(consumer.poll(wait));
    } catch (WakeupException woken) {
      // the owner looks about
    } catch (InterruptException e) {
      throw new InterruptedException();
    } catch (RetriableException e) {
      throw new LogUnavailableException("kafka: " + e.getMessage(), e);
    }
  }

  @Override
  public Set<Partition> partitions() {
    return consumer.assignment().stream()
        .map(KafkaGroupReader::ours)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public int generation() {
    return generation;
  }

  @Override
  public boolean isBehind(Partition partition) {
    return consumer.currentLag(kafkas(partition)).orElse(1) > 0;
  }

  @Override
  public long behind() {
    return consumer.assignment().stream()
        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
        .sum();
  }

  @Override
  public String committedNote() {
    return asked(
        () ->
            consumer.committed(consumer.assignment()).values().stream()
                .filter(committed -> committed != null)
                .map(OffsetAndMetadata::metadata)
                .max(String::compareTo)
                .orElse(""));
  }

  @Override
  public void commit(Map<Partition, Long> positions, String note) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    positions.forEach(
        (partition, offset) -> {
          if (consumer.assignment().contains(kafkas(partition))) {
            offsets.put(kafkas(partition), new OffsetAndMetadata(offset, note));
          }
        });
    try {
      asked(
          () -> {
            consumer.commitSync(offsets);
            return true;
          });
    } catch (RebalanceInProgressException | CommitFailedException e) {
      // Whoever has the partitions next begins a little earlier, and tells again what was told.
      generation++;
    }
  }

  @Override
  public Map<Partition, Long> goTo(Instant since) {
    return asked(
        () -> {
          Map<TopicPartition, Long> times = new HashMap<>();
          consumer.assignment().forEach(each -> times.put(each, since.toEpochMilli()));
          Map<TopicPartition, Long> starts = new HashMap<>(consumer.endOffsets(times.keySet()));
          for (Map.Entry<TopicPartition, OffsetAndTimestamp> found :
              consumer.offsetsForTimes(times).entrySet()) {
            if (found.getValue() != null) {
              starts.merge(found.getKey(), found.getValue().offset(), Math::min);
            }
          }
          starts.forEach(consumer::seek);
          fetched.clear();
          return starts.entrySet().stream()
              .collect(Collectors.toMap(each -> ours(each.getKey()), Map.Entry::getValue));
        });
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

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    changed(partitions);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    changed(partitions);
  }

  private void changed(Collection<TopicPartition> partitions) {
    if (!partitions.isEmpty()) {
      generation++;
      fetched.clear();
    }
  }

  private static <T> T asked(Supplier<T> question) {
    while (true) {
      try {
        return question.get();
      } catch (WakeupException meantForRead) {
        // whoever woke us wants to be seen by the owner, who is about to look
      } catch (RebalanceInProgressException e) {
        throw e;
      } catch (RetriableException | InterruptException e) {
        throw new LogUnavailableException("kafka: " + e.getMessage(), e);
      }
    }
  }

  private static TopicPartition kafkas(Partition partition) {
    return new TopicPartition(partition.topic(), partition.number());
  }

  private static Partition ours(TopicPartition partition) {
    return new Partition(partition.topic(), partition.partition());
  }
}
