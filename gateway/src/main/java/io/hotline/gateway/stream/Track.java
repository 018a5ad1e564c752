package io.hotline.gateway.stream;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;

/**
 * How far the tail is with one partition, and the last records it read there: a listener that comes
 * from a replay, or comes back, and is only a little behind gets the rest from here.
 */
final class Track {

  private static final int ENTRIES = 512;
  private static final int BYTES = 1 << 20;

  private final Deque<EncodedEntry> recent = new ArrayDeque<>();
  private long reachesBackTo;
  private int bytes;

  /** Offset of the next record to read. */
  long next;

  Track(long start) {
    this.next = start;
    this.reachesBackTo = start;
  }

  boolean reachesBackTo(long position) {
    return position >= reachesBackTo;
  }

  /** Oldest first. */
  Collection<EncodedEntry> recent() {
    return Collections.unmodifiableCollection(recent);
  }

  void add(EncodedEntry entry) {
    recent.add(entry);
    bytes += entry.size();
    next = entry.entry().offset() + 1;
    while (recent.size() > ENTRIES || bytes > BYTES) {
      EncodedEntry oldest = recent.remove();
      bytes -= oldest.size();
      reachesBackTo = oldest.entry().offset() + 1;
    }
  }
}
