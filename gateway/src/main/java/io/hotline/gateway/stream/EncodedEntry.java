package io.hotline.gateway.stream;

import io.hotline.gateway.log.LogEntry;
import java.util.EnumMap;
import java.util.Map;

/** An entry with its bytes, made once for all listeners. For one thread at a time. */
final class EncodedEntry {

  private final LogEntry entry;
  private final Map<Format, byte[]> bodies = new EnumMap<>(Format.class);

  EncodedEntry(LogEntry entry) {
    this.entry = entry;
  }

  LogEntry entry() {
    return entry;
  }

  /** Not to be changed. */
  byte[] body(Format format) {
    return bodies.computeIfAbsent(format, missing -> missing.body(entry));
  }

  /** About what it holds, in bytes. */
  int size() {
    return 2 * entry.json().length() + 200;
  }
}
