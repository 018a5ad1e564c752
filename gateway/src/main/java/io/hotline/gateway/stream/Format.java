package io.hotline.gateway.stream;

import io.hotline.gateway.log.LogEntry;
import io.hotline.gateway.log.Partition;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** How events are written. */
public enum Format {
  /**
   * Server-sent events, as in the WHATWG HTML standard, section 9.2: {@code event}, {@code id} and
   * {@code data}. Besides records there are {@code end}, when a bounded window has been told
   * completely, and {@code dropped}, when a listener was too slow; comments keep the line open.
   */
  EVENT_STREAM("text/event-stream") {
    @Override
    byte[] opening() {
      return utf8("retry: 3000\n\n");
    }

    @Override
    byte[] listening() {
      return utf8(": listening\n\n");
    }

    @Override
    byte[] heartbeat() {
      return utf8(": heartbeat\n\n");
    }

    @Override
    byte[] body(LogEntry entry) {
      return body(entry.event(), entry.json());
    }

    @Override
    byte[] head(Map<Partition, Long> positions) {
      return utf8("id: " + EventId.format(positions) + "\n");
    }

    @Override
    String idOf(byte[] head) {
      return new String(head, StandardCharsets.UTF_8).replace("id: ", "").strip();
    }

    @Override
    byte[] closing(String event, String json) {
      return body(event, json);
    }

    private byte[] body(String event, String data) {
      StringBuilder text = new StringBuilder(data.length() + 64);
      text.append("event: ").append(oneLine(event)).append('\n');
      // A line break in the data, of any of the three kinds, begins a new data line.
      for (String line : LINE_BREAK.split(data, -1)) {
        text.append("data: ").append(line).append('\n');
      }
      return utf8(text.append('\n').toString());
    }
  },

  /**
   * A JSON object a line. An empty line is a heartbeat. A stream that is broken off ends without
   * its last chunk, which HTTP clients report, and can only be asked for again from an event time.
   */
  NDJSON("application/x-ndjson") {
    @Override
    byte[] opening() {
      return NOTHING;
    }

    @Override
    byte[] listening() {
      return NOTHING;
    }

    @Override
    byte[] heartbeat() {
      return utf8("\n");
    }

    @Override
    byte[] body(LogEntry entry) {
      return utf8(oneLine(entry.json()) + "\n");
    }

    @Override
    byte[] head(Map<Partition, Long> positions) {
      return NOTHING;
    }

    @Override
    String idOf(byte[] head) {
      return "";
    }

    @Override
    byte[] closing(String event, String json) {
      return NOTHING;
    }
  };

  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");
  private static final byte[] NOTHING = {};

  private final String contentType;

  Format(String contentType) {
    this.contentType = contentType;
  }

  /** Media type. */
  public String contentType() {
    return contentType;
  }

  /** What is written first, if anything. */
  abstract byte[] opening();

  /** Said once a live stream misses nothing any more, if anything. */
  abstract byte[] listening();

  abstract byte[] heartbeat();

  /** The part of an event that is the same for all listeners. */
  abstract byte[] body(LogEntry entry);

  /** The part that goes before it: how far a listener has come with it. */
  abstract byte[] head(Map<Partition, Long> positions);

  /** What a head identifies; empty if nothing. */
  abstract String idOf(byte[] head);

  /** Whether a listener can tell a stream that ended well from one that was broken off. */
  boolean saysHowItEnds() {
    return this == EVENT_STREAM;
  }

  /** What is written last, if anything. */
  abstract byte[] closing(String event, String json);

  private static String oneLine(String text) {
    return LINE_BREAK.matcher(text).replaceAll(" ");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
