package io.hotline.ingest.sources;

import java.io.FilterInputStream;
import java.io.InputStream;

/**
 * The standard input of this process, which outlives whoever reads from it: closing this leaves it
 * open, since the process and not the reader opened it. Not thread-safe.
 */
public final class StandardInput extends FilterInputStream {

  private StandardInput(InputStream in) {
    super(in);
  }

  /** What {@link System#in} is now. */
  public static InputStream open() {
    return new StandardInput(System.in);
  }

  @Override
  public void close() {}
}
