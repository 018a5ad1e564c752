package io.hotline.ingest.sources;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of bytes, of which none is ever held longer than wanted. */
final class ByteLines {

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int end;
  private byte[] line = new byte[1024];
  private int length;
  private long number;
  private boolean cut;

  ByteLines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** Moves to the next line; false at the end. */
  boolean next() throws IOException {
    length = 0;
    cut = false;
    boolean any = false;
    while (true) {
      if (position == end) {
        end = in.read(buffer, 0, buffer.length);
        position = 0;
        if (end <= 0) {
          end = 0;
          number += any ? 1 : 0;
          return any;
        }
      }
      any = true;
      int from = position;
      while (position < end && buffer[position] != '\n') {
        position++;
      }
      append(from, position - from);
      if (position < end) {
        position++;
        number++;
        return true;
      }
    }
  }

  private void append(int from, int count) {
    int kept = Math.min(count, limit - length);
    cut |= kept < count;
    if (length + kept > line.length) {
      line = Arrays.copyOf(line, Math.min(limit, Math.max(line.length * 2, length + kept)));
    }
    System.arraycopy(buffer, from, line, length, kept);
    length += kept;
  }

  /** The current line without its line feed; only its beginning if it is too long. */
  byte[] line() {
    return Arrays.copyOf(line, length);
  }

  /** Whether there is nothing but blanks in the current line. */
  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return false;
      }
    }
    return !cut;
  }

  /** Whether the current line is longer than wanted. */
  boolean isCut() {
    return cut;
  }

  /** Number of the current line, from 1. */
  long number() {
    return number;
  }
}
