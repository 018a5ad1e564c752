package io.hotline.gateway.stream;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.hotline.gateway.log.Partition;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A listener, what it asked for, and how far it has come. Belongs to one thread at a time: to its
 * replay first, then to the tail.
 */
final class Subscription {

  private final StreamRequest request;
  private final Listener listener;
  private final Map<Partition, Long> positions = new TreeMap<>();
  private boolean placed;

  Subscription(StreamRequest request, Listener listener) {
    this.request = request;
    this.listener = listener;
  }

  StreamRequest request() {
    return request;
  }

  Listener listener() {
    return listener;
  }

  /** Offsets of the next record of each partition; live. */
  Map<Partition, Long> positions() {
    return Collections.unmodifiableMap(positions);
  }

  /** Whether it is known where it begins. A partition that appears after that is read whole. */
  boolean isPlaced() {
    return placed;
  }

  void place(Map<Partition, Long> at) {
    positions.putAll(at);
    placed = true;
  }

  /** Gives up partitions that are no more. */
  void keepOnly(Set<Partition> partitions) {
    positions.keySet().retainAll(partitions);
  }

  /** Whether this is a record it has not had yet and wants; either way it is past it then. */
  boolean accepts(EncodedEntry encoded) {
    Partition partition = encoded.entry().partition();
    long offset = encoded.entry().offset();
    if (offset < positions.getOrDefault(partition, 0L)) {
      return false;
    }
    positions.put(partition, offset + 1);
    return request.window().holds(encoded.entry().published())
        && request.filter().wants(encoded.entry());
  }

  /** What identifies an event that is told now. */
  byte[] head() {
    return request.format().head(positions);
  }

  /** There is nothing for listeners before these. */
  void passed(Map<Partition, Long> reached) {
    reached.forEach(
        (partition, offset) -> positions.computeIfPresent(partition, (p, at) -> max(at, offset)));
  }

  /** Whether it is bounded and its time has come. */
  boolean isOver(Instant now) {
    Instant until = request.window().until();
    return until != null && !until.isAfter(now);
  }

  /** Ends it: everything in its window has been told. */
  void complete() {
    listener.end(closing("end", "until " + request.window().until() + " is reached"));
  }

  /** Ends it before its time. */
  void breakOff(String reason) {
    listener.breakOff(dropped(reason));
  }

  /** Ends it because the listener is too slow. */
  void drop() {
    listener.drop(dropped("you read too slowly"));
  }

  private Listener.Closing closing(String event, String reason) {
    return lastHead -> request.format().closing(event, "{\"reason\":\"" + quoted(reason) + "\"}");
  }

  /** What was queued is not told any more, so that the listener goes on after what it was sent. */
  private Listener.Closing dropped(String reason) {
    return lastHead -> {
      String id = request.format().idOf(lastHead);
      String resume = id.isEmpty() ? "null" : '"' + quoted(id) + '"';
      return request
          .format()
          .closing(
              "dropped", "{\"reason\":\"" + quoted(reason) + "\",\"lastEventId\":" + resume + "}");
    };
  }

  private static String quoted(String text) {
    return String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text));
  }

  private static long max(long a, long b) {
    return Math.max(a, b);
  }
}
