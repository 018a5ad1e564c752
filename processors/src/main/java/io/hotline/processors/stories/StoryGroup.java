package io.hotline.processors.stories;

import io.hotline.processors.stories.Stories.Told;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.AlertState;
import io.hotline.schemas.record.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The signals of one rule and its parties, and the alerts that were raised because of them. For one
 * thread.
 *
 * <p>What was raised is compared with what a pure function of the signals says should be, so the
 * alerts in force in the end depend on the signals and not on the order in which they came.
 * Withdrawn ones are the traces of the order.
 */
public final class StoryGroup {

  /**
   * The grace: how far behind the newest signal of its group one may be, by time of publication,
   * and still change a story. What is older is closed for good, and that bounds the state. History
   * that is older than this is for a replay, which has a namespace and thus a beginning of its own.
   */
  public static final Duration GRACE = Duration.ofDays(366);

  private final Map<String, Signal> signals = new HashMap<>();
  private final Map<String, Alert> raised = new LinkedHashMap<>();
  private Map<String, List<Told>> told = Map.of();
  private @Nullable Instant newest;

  /**
   * What is kept of a group.
   *
   * @param signals in any order
   * @param raised the alerts in force
   */
  public StoryGroup(Collection<Signal> signals, Collection<Alert> raised) {
    signals.forEach(this::keep);
    raised.forEach(alert -> this.raised.put(alert.getId(), alert));
    this.told = byStory(Stories.cut(this.signals.values()));
  }

  /**
   * What to tell and what to forget.
   *
   * @param alerts new, changed or withdrawn
   * @param forgottenSignals ids of signals that are past the {@link #GRACE}
   * @param forgottenAlerts ids of their alerts, which stay in force
   */
  public record Settlement(
      List<Alert> alerts, List<String> forgottenSignals, List<String> forgottenAlerts) {
    public Settlement {
      alerts = List.copyOf(alerts);
      forgottenSignals = List.copyOf(forgottenSignals);
      forgottenAlerts = List.copyOf(forgottenAlerts);
    }
  }

  public int size() {
    return signals.size();
  }

  /**
   * Takes a new signal, or a new record of one.
   *
   * @return false if it is past the {@link #GRACE} and changes nothing
   */
  public boolean take(Signal signal) {
    if (newest != null && signal.getPublished().isBefore(newest.minus(GRACE))) {
      return false;
    }
    keep(signal);
    return true;
  }

  private void keep(Signal signal) {
    signals.put(signal.getId(), signal);
    if (newest == null || signal.getPublished().isAfter(newest)) {
      newest = signal.getPublished();
    }
  }

  /** Compares what should be with what was told, and calls that told. */
  public Settlement settle() {
    List<Stories.Cut> stories = Stories.cut(signals.values());
    Map<String, List<Told>> now = byStory(stories);
    List<Alert> changes = new ArrayList<>();
    Set<String> changed = new HashSet<>();
    Map<String, Alert> due = new LinkedHashMap<>();
    for (Stories.Cut story : stories) {
      if (!sameSignals(story.told(), told.get(story.storyId()))) {
        changed.add(story.storyId());
        story.alerts().forEach(alert -> due.put(alert.getId(), alert));
      }
    }
    told.keySet().stream().filter(story -> !now.containsKey(story)).forEach(changed::add);
    for (Alert alert : List.copyOf(raised.values())) {
      if (changed.contains(alert.getStoryId()) && !due.containsKey(alert.getId())) {
        raised.remove(alert.getId());
        changes.add(Alert.newBuilder(alert).setState(AlertState.WITHDRAWN).build());
      }
    }
    due.forEach(
        (id, alert) -> {
          if (!alert.equals(raised.put(id, alert))) {
            changes.add(alert);
          }
        });
    told = now;
    return forget(changes);
  }

  private Settlement forget(List<Alert> changes) {
    List<String> forgottenSignals = new ArrayList<>();
    List<String> forgottenAlerts = new ArrayList<>();
    if (newest == null) {
      return new Settlement(changes, forgottenSignals, forgottenAlerts);
    }
    Instant horizon = newest.minus(GRACE).minus(Stories.LONGEST_PLAN);
    Map<String, List<Told>> kept = new HashMap<>(told);
    told.forEach(
        (story, itsSignals) -> {
          if (itsSignals.get(itsSignals.size() - 1).signal().getPublished().isBefore(horizon)) {
            kept.remove(story);
            itsSignals.forEach(each -> forgottenSignals.add(each.signal().getId()));
            raised.values().stream()
                .filter(alert -> alert.getStoryId().equals(story))
                .forEach(alert -> forgottenAlerts.add(alert.getId()));
          }
        });
    forgottenSignals.forEach(signals::remove);
    forgottenAlerts.forEach(raised::remove);
    told = kept;
    return new Settlement(changes, forgottenSignals, forgottenAlerts);
  }

  private static Map<String, List<Told>> byStory(List<Stories.Cut> stories) {
    Map<String, List<Told>> signals = new HashMap<>();
    stories.forEach(story -> signals.put(story.storyId(), story.told()));
    return signals;
  }

  /** By identity: a new record of a signal is another object. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean sameSignals(List<Told> story, @Nullable List<Told> former) {
    if (former == null || story.size() != former.size()) {
      return false;
    }
    for (int i = 0; i < story.size(); i++) {
      if (story.get(i).signal() != former.get(i).signal()
          || !story.get(i).strand().equals(former.get(i).strand())) {
        return false;
      }
    }
    return true;
  }
}
