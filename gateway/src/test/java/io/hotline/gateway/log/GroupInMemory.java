package io.hotline.gateway.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The one member of a group of {@link LogInMemory}. */
final class GroupInMemory implements GroupReader {

  private final LogInMemory log;
  private final String group;
  private final LogReader reader;
  private final Map<Partition, Long> positions = new TreeMap<>();
  private Set<String> topics = Set.of();
  private int generation;

  GroupInMemory(LogInMemory log, String group) {
    this.log = log;
    this.group = group;
    this.reader = log.reader();
  }

  @Override
  public void follow(Set<String> wanted) {
    if (wanted.equals(topics)) {
      return;
    }
    topics = Set.copyOf(wanted);
    positions.clear();
    Map<Partition, Long> committed = log.committed(group);
    for (Partition partition : log.partitionsOf(topics)) {
      positions.put(partition, committed.getOrDefault(partition, 0L));
    }
    generation++;
  }

  @Override
  public List<LogEntry> read(Collection<Partition> wanted, Duration wait)
      throws InterruptedException {
    if (wanted.isEmpty()) {
      Thread.sleep(wait.toMillis());
      return List.of();
    }
    Map<Partition, Long> from = new HashMap<>(positions);
    from.keySet().retainAll(Set.copyOf(wanted));
    reader.assign(from);
    List<LogEntry> entries = reader.read(wait.isZero() ? Duration.ofMillis(1) : wait);
    positions.putAll(reader.positions());
    return entries;
  }

  @Override
  public Set<Partition> partitions() {
    return new TreeSet<>(positions.keySet());
  }

  @Override
  public int generation() {
    return generation;
  }

  @Override
  public boolean isBehind(Partition partition) {
    return positions.getOrDefault(partition, 0L)
        < reader.ends(List.of(partition)).getOrDefault(partition, 0L);
  }

  @Override
  public long behind() {
    return positions.keySet().stream().filter(this::isBehind).count();
  }

  @Override
  public String committedNote() {
    return log.note(group);
  }

  @Override
  public void commit(Map<Partition, Long> done, String note) {
    log.commit(group, done, note);
  }

  @Override
  public Map<Partition, Long> goTo(Instant since) {
    positions.putAll(reader.startsAt(positions.keySet(), since));
    return Map.copyOf(positions);
  }

  @Override
  public void wakeup() {
    reader.wakeup();
  }

  @Override
  public void close() {
    reader.close();
  }
}
