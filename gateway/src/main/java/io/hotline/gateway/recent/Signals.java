package io.hotline.gateway.recent;

import io.hotline.gateway.log.LogEntry;
import io.hotline.gateway.stream.Window;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.SignalState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The latest signals by id, each as its last record says. Bounded: so many are counted, and of the
 * latest of them, so many bytes of JSON are kept; the oldest to come are the first to go.
 * Thread-safe.
 */
public final class Signals {

  private static final class Kept {
    final Mark mark;
    byte @Nullable [] json;

    Kept(Mark mark, byte[] json) {
      this.mark = mark;
      this.json = json;
    }
  }

  private final RecentLimits limits;
  private final Map<String, Kept> kept = new LinkedHashMap<>();
  private final Deque<Kept> withJson = new ArrayDeque<>();
  private long bytes;
  private @Nullable Instant forgotten;

  Signals(RecentLimits limits) {
    this.limits = limits;
  }

  synchronized void put(LogEntry entry, Signal signal) {
    byte[] json = entry.json().getBytes(StandardCharsets.UTF_8);
    Mark mark =
        new Mark(
            signal.getRuleId(),
            signal.getPublished(),
            signal.getState() != SignalState.RETRACTED,
            signal.getEvent().getStatus().name(),
            signal.getEvent().getMode().name(),
            signal.getParties().stream().map(String::intern).toList());
    Kept now = new Kept(mark, json);
    Kept before = kept.remove(signal.getId());
    kept.put(signal.getId(), now);
    if (before != null) {
      dropJson(before);
    }
    withJson.add(now);
    bytes += json.length;
    for (Kept oldest = withJson.peek();
        bytes > limits.signalBytes() && oldest != null;
        oldest = withJson.peek()) {
      withJson.remove();
      dropJson(oldest);
    }
    for (Iterator<Kept> oldest = kept.values().iterator(); kept.size() > limits.signals(); ) {
      Kept gone = oldest.next();
      oldest.remove();
      dropJson(gone);
      Instant published = gone.mark.published();
      forgotten = forgotten == null || published.isAfter(forgotten) ? published : forgotten;
    }
  }

  private void dropJson(Kept signal) {
    byte[] json = signal.json;
    if (json != null) {
      bytes -= json.length;
      signal.json = null;
    }
  }

  /** A signal's JSON; empty if it is unknown or no longer kept. */
  public synchronized Optional<String> json(String id) {
    Kept found = kept.get(id);
    byte[] json = found == null ? null : found.json;
    return json == null ? Optional.empty() : Optional.of(new String(json, StandardCharsets.UTF_8));
  }

  /** Those published in a window that still hold. */
  synchronized List<Mark> in(Window window) {
    List<Mark> found = new ArrayList<>();
    for (Kept each : kept.values()) {
      if (each.mark.holds() && window.holds(each.mark.published())) {
        found.add(each.mark);
      }
    }
    return found;
  }

  /** Whether everything since a time that was ever read is still here; null: since ever. */
  synchronized boolean remembers(@Nullable Instant since) {
    return forgotten == null || (since != null && since.isAfter(forgotten));
  }
}
