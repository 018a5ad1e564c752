package io.hotline.gateway.recent;

import io.hotline.gateway.stream.Window;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.AlertState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The latest alerts by id, each as its last record says, and the stories they tell. Bounded by
 * number; the oldest to come are the first to go. Thread-safe.
 */
public final class Alerts {

  private static final Comparator<Alert> BY_TIME =
      Comparator.comparing(Alert::getPublished)
          .thenComparing(alert -> alert.getTimeline().size())
          .thenComparing(Alert::getKind)
          .thenComparing(Alert::getId);

  private final int most;
  private final Map<String, Alert> alerts = new LinkedHashMap<>();
  private final Map<String, Set<String>> stories = new LinkedHashMap<>();
  private @Nullable Instant forgotten;

  Alerts(int most) {
    this.most = most;
  }

  synchronized void put(Alert alert) {
    alerts.remove(alert.getId());
    alerts.put(alert.getId(), alert);
    stories.computeIfAbsent(alert.getStoryId(), story -> new LinkedHashSet<>()).add(alert.getId());
    for (Iterator<Alert> oldest = alerts.values().iterator(); alerts.size() > most; ) {
      Alert gone = oldest.next();
      oldest.remove();
      stories.computeIfPresent(
          gone.getStoryId(),
          (story, ids) -> {
            ids.remove(gone.getId());
            return ids.isEmpty() ? null : ids;
          });
      Instant published = gone.getPublished();
      forgotten = forgotten == null || published.isAfter(forgotten) ? published : forgotten;
    }
  }

  /** An alert; empty if it is unknown or no longer kept. */
  public synchronized Optional<Alert> alert(String id) {
    return Optional.ofNullable(alerts.get(id));
  }

  /** The alerts of a story, oldest first by event time; empty if none is known. */
  public synchronized List<Alert> story(String storyId) {
    return stories.getOrDefault(storyId, Set.of()).stream()
        .flatMap(id -> Optional.ofNullable(alerts.get(id)).stream())
        .sorted(BY_TIME)
        .toList();
  }

  /** All stories, in no order. */
  public synchronized List<List<Alert>> stories() {
    return List.copyOf(stories.keySet()).stream().map(this::story).toList();
  }

  /** Those published in a window that still hold, oldest first by event time. */
  public synchronized List<Alert> in(Window window) {
    return alerts.values().stream()
        .filter(alert -> holds(alert) && window.holds(alert.getPublished()))
        .sorted(BY_TIME)
        .toList();
  }

  List<Mark> marksIn(Window window) {
    List<Mark> marks = new ArrayList<>();
    for (Alert alert : in(window)) {
      marks.add(
          new Mark(
              "alerts",
              alert.getPublished(),
              true,
              alert.getStatus().name(),
              alert.getMode().name(),
              alert.getParties()));
    }
    return marks;
  }

  /** Whether everything since a time that was ever read is still here; null: since ever. */
  public synchronized boolean remembers(@Nullable Instant since) {
    return forgotten == null || (since != null && since.isAfter(forgotten));
  }

  /** Whether it would be raised today. */
  public static boolean holds(Alert alert) {
    return alert.getState() != AlertState.WITHDRAWN;
  }
}
