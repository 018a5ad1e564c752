package io.hotline.gateway.log;

import static java.util.Objects.requireNonNull;

import io.hotline.schemas.record.Acknowledgement;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A log for tests, behaving as the one in Kafka does. Offsets that were skipped are empty. Groups
 * have one member.
 */
public final class LogInMemory implements TopicLog {

  private final Map<String, ListedTopic> topics = new TreeMap<>();
  private final Map<Partition, TreeMap<Long, LogEntry>> entries = new HashMap<>();
  private final Map<Partition, Long> ends = new HashMap<>();
  private final Map<String, Map<Partition, Long>> committed = new HashMap<>();
  private final Map<String, String> notes = new HashMap<>();
  private boolean unavailable;
  private int readersOpen;

  public synchronized LogInMemory topic(String name, TopicKind kind, int partitions) {
    String full = "hotline." + (kind == TopicKind.SIGNAL ? "signals." : "") + name + ".v1";
    ListedTopic.ListedRule rule =
        kind == TopicKind.SIGNAL
            ? new ListedTopic.ListedRule(name, 1, "Title of " + name, "")
            : null;
    topics.put(full, new ListedTopic(name, full, kind, partitions, rule));
    return this;
  }

  public synchronized void setUnavailable(boolean value) {
    unavailable = value;
    notifyAll();
  }

  public synchronized int readersOpen() {
    return readersOpen;
  }

  public synchronized String fullName(String name) {
    return topics.values().stream()
        .filter(topic -> topic.name().equals(name))
        .findFirst()
        .orElseThrow()
        .topic();
  }

  public void append(String name, int partition, String published, String json) {
    append(name, partition, Instant.parse(published), json);
  }

  public synchronized void append(String name, int partition, Instant published, String json) {
    Partition at = new Partition(fullName(name), partition);
    long offset = ends.getOrDefault(at, 0L);
    String event = requireNonNull(topics.get(at.topic())).kind().label();
    entries
        .computeIfAbsent(at, p -> new TreeMap<>())
        .put(offset, LogEntry.without(at, offset, published, "", event, json));
    ends.put(at, offset + 1);
    notifyAll();
  }

  /** As a producer of that topic does. A null value takes the key back. */
  public synchronized void append(
      String name, int partition, Instant published, String key, @Nullable SpecificRecord value) {
    Partition at = new Partition(fullName(name), partition);
    long offset = ends.getOrDefault(at, 0L);
    TopicKind kind = requireNonNull(topics.get(at.topic())).kind();
    LogEntry entry =
        value == null
            ? LogEntry.without(
                at, offset, published, key, kind.label() + "-removed", "{\"key\":\"" + key + "\"}")
            : LogEntry.of(at, offset, published, key, kind, value);
    entries.computeIfAbsent(at, p -> new TreeMap<>()).put(offset, entry);
    ends.put(at, offset + 1);
    notifyAll();
  }

  /** As the marker at the end of a transaction does. */
  public synchronized void skipOffset(String name, int partition) {
    ends.merge(new Partition(fullName(name), partition), 1L, Long::sum);
    notifyAll();
  }

  @Override
  public TopicLister lister() {
    return new TopicLister() {
      @Override
      public List<ListedTopic> list() {
        synchronized (LogInMemory.this) {
          checkAvailable();
          return List.copyOf(topics.values());
        }
      }

      @Override
      public void close() {}
    };
  }

  /** A house with the topics that every house has, and one rule. */
  public static LogInMemory house() {
    return new LogInMemory()
        .topic("us-russia-contact", TopicKind.SIGNAL, 1)
        .topic("alerts", TopicKind.ALERT, 4)
        .topic("enriched", TopicKind.ENRICHED, 4)
        .topic("acknowledgements", TopicKind.ACKNOWLEDGEMENT, 1)
        .topic("rules", TopicKind.RULE, 1)
        .topic("source-health", TopicKind.SOURCE_HEALTH, 1)
        .topic("tallies", TopicKind.TALLY, 1)
        .topic("dead-letters", TopicKind.DEAD_LETTER, 1)
        .topic("webhooks", TopicKind.WEBHOOK, 1);
  }

  @Override
  public synchronized LogReader reader() {
    readersOpen++;
    return new Reader();
  }

  @Override
  public LogReader finder() {
    return reader();
  }

  @Override
  public LogWriter writer() {
    return new LogWriter() {
      @Override
      public void acknowledge(String alertId, @Nullable Acknowledgement acknowledgement) {
        write("acknowledgements", alertId, acknowledgement);
      }

      @Override
      public void webhook(String id, @Nullable Webhook webhook) {
        write("webhooks", id, webhook);
      }

      @Override
      public void deadLetter(String key, DeadLetter letter) {
        write("dead-letters", key, letter);
      }

      private void write(String name, String key, @Nullable SpecificRecord value) {
        synchronized (LogInMemory.this) {
          checkAvailable();
          append(name, 0, Instant.EPOCH, key, value);
        }
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public GroupReader member(String group) {
    return new GroupInMemory(this, group);
  }

  @Override
  public synchronized void place(String group, Map<Partition, Long> positions) {
    checkAvailable();
    committed.computeIfAbsent(group, g -> new HashMap<>()).putAll(positions);
  }

  @Override
  public synchronized void forget(String group) {
    committed.remove(group);
    notes.remove(group);
  }

  synchronized Map<Partition, Long> committed(String group) {
    return Map.copyOf(committed.getOrDefault(group, Map.of()));
  }

  synchronized String note(String group) {
    return notes.getOrDefault(group, "");
  }

  synchronized void commit(String group, Map<Partition, Long> positions, String note) {
    place(group, positions);
    notes.put(group, note);
  }

  synchronized List<Partition> partitionsOf(Collection<String> names) {
    return topics.values().stream()
        .filter(topic -> names.contains(topic.topic()))
        .flatMap(topic -> topic.partitions().stream())
        .toList();
  }

  @Override
  public void close() {}

  private void checkAvailable() {
    if (unavailable) {
      throw new LogUnavailableException("kafka: away", new IllegalStateException("away"));
    }
  }

  private final class Reader implements LogReader {

    private final Map<Partition, Long> positions = new TreeMap<>();
    private boolean woken;

    @Override
    public Map<Partition, Long> ends(Collection<Partition> partitions) {
      synchronized (LogInMemory.this) {
        checkAvailable();
        Map<Partition, Long> found = new HashMap<>();
        partitions.forEach(partition -> found.put(partition, ends.getOrDefault(partition, 0L)));
        return found;
      }
    }

    @Override
    public Map<Partition, Long> begins(Collection<Partition> partitions) {
      Map<Partition, Long> found = new HashMap<>();
      partitions.forEach(partition -> found.put(partition, 0L));
      return found;
    }

    @Override
    public Optional<LogEntry> readAt(Partition partition, long offset) {
      synchronized (LogInMemory.this) {
        checkAvailable();
        return Optional.ofNullable(entries.getOrDefault(partition, new TreeMap<>()).get(offset));
      }
    }

    @Override
    public Map<Partition, Long> startsAt(Collection<Partition> partitions, Instant since) {
      Map<Partition, Long> found = ends(partitions);
      synchronized (LogInMemory.this) {
        for (Partition partition : partitions) {
          entries.getOrDefault(partition, new TreeMap<>()).values().stream()
              .filter(entry -> !entry.published().isBefore(since))
              .findFirst()
              .ifPresent(entry -> found.put(partition, entry.offset()));
        }
      }
      return found;
    }

    @Override
    public void assign(Map<Partition, Long> at) {
      positions.clear();
      positions.putAll(at);
    }

    @Override
    public List<LogEntry> read(Duration wait) throws InterruptedException {
      synchronized (LogInMemory.this) {
        checkAvailable();
        List<LogEntry> found = next();
        if (found.isEmpty() && !woken) {
          LogInMemory.this.wait(wait.toMillis());
          checkAvailable();
          found = next();
        }
        woken = false;
        return found;
      }
    }

    private List<LogEntry> next() {
      List<LogEntry> found = new ArrayList<>();
      for (Map.Entry<Partition, Long> position : positions.entrySet()) {
        found.addAll(
            entries
                .getOrDefault(position.getKey(), new TreeMap<>())
                .tailMap(position.getValue(), true)
                .values());
        position.setValue(Math.max(position.getValue(), ends.getOrDefault(position.getKey(), 0L)));
      }
      return found;
    }

    @Override
    public Map<Partition, Long> positions() {
      return new HashMap<>(positions);
    }

    @Override
    public void wakeup() {
      synchronized (LogInMemory.this) {
        woken = true;
        LogInMemory.this.notifyAll();
      }
    }

    @Override
    public void close() {
      synchronized (LogInMemory.this) {
        readersOpen--;
      }
    }
  }
}
