package io.hotline.processors;

import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.TopicRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A rule asked of an archive before it is published, beside the version in force. Of an item with
 * several revisions the last one counts. Keeps some hundred bytes for each hit, and a few signals
 * to show. For one thread.
 */
public final class Backtest {

  private static final Comparator<Signal> IN_TIME =
      Comparator.comparing(Signal::getPublished)
          .thenComparing(Signal::getSource)
          .thenComparing(Signal::getId);

  private final RuleTrial draft;
  private final @Nullable RuleTrial former;
  private final int mostSamples;
  private final Map<String, Integer> revisions = new HashMap<>();
  private final Map<String, List<Hit>> hits = new HashMap<>();
  private final Map<Change, NavigableSet<Signal>> samples = new EnumMap<>(Change.class);

  /** How the rule's answer differs from that of the version in force. */
  public enum Change {
    /** Only the new version fires. */
    NEW,
    /** Both fire. */
    SAME,
    /** Only the version in force fires. */
    GONE
  }

  /** Where one of the two fires. */
  public record Hit(Instant published, Change change) {}

  /**
   * Begins one.
   *
   * @param inForce the version in force; empty if the rule is new, and everything is
   * @param mostSamples how many signals of each kind of change are kept to be shown
   */
  public Backtest(TopicRule rule, Optional<TopicRule> inForce, int mostSamples) {
    this.draft = new RuleTrial(sameName(rule));
    this.former = inForce.map(each -> new RuleTrial(sameName(each))).orElse(null);
    this.mostSamples = mostSamples;
    for (Change change : Change.values()) {
      samples.put(change, new TreeSet<>(IN_TIME));
    }
  }

  /** Equal evidence then has an equal id, whatever the version that found it. */
  private static TopicRule sameName(TopicRule rule) {
    return TopicRule.newBuilder(rule).setId("backtest").setVersion(0).build();
  }

  /** Takes the next item, or the next revision of one. */
  public void take(EnrichedItem item) {
    String id = item.getItem().getId();
    Integer known = revisions.get(id);
    if (known != null && known > item.getRevision()) {
      return;
    }
    if (known != null && hits.remove(id) != null) {
      samples.values().forEach(each -> each.removeIf(signal -> signal.getItemId().equals(id)));
    }
    revisions.put(id, item.getRevision());
    if (!item.getEvents().isEmpty()) {
      compare(id, item);
    }
  }

  private void compare(String id, EnrichedItem item) {
    Map<String, Signal> now = byId(draft.signals(item));
    Map<String, Signal> before = former == null ? Map.of() : byId(former.signals(item));
    List<Hit> found = new ArrayList<>();
    now.forEach(
        (signalId, signal) ->
            found.add(note(signal, before.containsKey(signalId) ? Change.SAME : Change.NEW)));
    before.forEach(
        (signalId, signal) -> {
          if (!now.containsKey(signalId)) {
            found.add(note(signal, Change.GONE));
          }
        });
    if (!found.isEmpty()) {
      hits.put(id, found);
    }
  }

  private Hit note(Signal signal, Change change) {
    NavigableSet<Signal> kept = Objects.requireNonNull(samples.get(change));
    kept.add(signal);
    if (kept.size() > mostSamples) {
      kept.pollLast();
    }
    return new Hit(signal.getPublished(), change);
  }

  private static Map<String, Signal> byId(List<Signal> signals) {
    Map<String, Signal> byId = new LinkedHashMap<>();
    signals.forEach(signal -> byId.put(signal.getId(), signal));
    return byId;
  }

  /** How many items were asked. */
  public int items() {
    return revisions.size();
  }

  /** Where the rule fires, or no longer does, by time of publication. */
  public List<Hit> hits() {
    return hits.values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Hit::published).thenComparing(Hit::change))
        .toList();
  }

  /** How many hits of this kind there are. */
  public int count(Change change) {
    return (int)
        hits.values().stream().flatMap(List::stream).filter(hit -> hit.change() == change).count();
  }

  /** The first signals of this kind, by time of publication. */
  public List<Signal> samples(Change change) {
    return List.copyOf(Objects.requireNonNull(samples.get(change)));
  }
}
