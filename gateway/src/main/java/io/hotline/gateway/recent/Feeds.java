package io.hotline.gateway.recent;

import io.hotline.gateway.notice.AtomFeed;
import io.hotline.gateway.notice.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The latest notices of each topic. Bounded: 50 a topic, a thousand topics. Thread-safe.
 *
 * <p>Atom wants an update to be later than what it updates, while event time stands still when an
 * item is taken back: an update is then dated a second after. So {@code updated} is the same
 * whenever the log is read again.
 */
public final class Feeds {

  /** Entries of a feed. */
  public static final int MOST_ENTRIES = 50;

  private static final int MOST_TOPICS = 1_000;
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private static final Comparator<AtomFeed.Entry> NEWEST_FIRST =
      Comparator.comparing(AtomFeed.Entry::updated)
          .reversed()
          .thenComparing(entry -> entry.notice().id());

  private final Map<String, Map<String, AtomFeed.Entry>> topics = new LinkedHashMap<>();

  Feeds() {}

  /**
   * Takes a notice in.
   *
   * @param timestamp of its record
   */
  synchronized void put(Notice notice, Instant timestamp) {
    if (!topics.containsKey(notice.topic()) && topics.size() >= MOST_TOPICS) {
      return;
    }
    Map<String, AtomFeed.Entry> entries =
        topics.computeIfAbsent(notice.topic(), topic -> new LinkedHashMap<>());
    AtomFeed.Entry before = entries.remove(notice.id());
    Instant updated = timestamp.isBefore(notice.published()) ? notice.published() : timestamp;
    if (before != null && !updated.isAfter(before.updated())) {
      updated = before.updated().plus(A_MOMENT);
    }
    entries.put(notice.id(), new AtomFeed.Entry(notice, updated));
    for (Iterator<?> oldest = entries.values().iterator(); entries.size() > MOST_ENTRIES; ) {
      oldest.next();
      oldest.remove();
    }
  }

  /** The feed of a topic, newest first. */
  public synchronized List<AtomFeed.Entry> of(String topic) {
    return topics.getOrDefault(topic, Map.of()).values().stream().sorted(NEWEST_FIRST).toList();
  }

  /** The feed of all topics of signals, newest first. */
  public synchronized List<AtomFeed.Entry> ofAllSignals() {
    return topics.entrySet().stream()
        .filter(topic -> !topic.getKey().equals("alerts"))
        .flatMap(topic -> topic.getValue().values().stream())
        .sorted(NEWEST_FIRST)
        .limit(MOST_ENTRIES)
        .toList();
  }
}
