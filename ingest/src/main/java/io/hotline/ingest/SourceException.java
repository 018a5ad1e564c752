package io.hotline.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A source that cannot be read. The message says what was wrong, where, and what to do, and is
 * meant for people as it is.
 */
public final class SourceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SourceException(String message) {
    super(message);
  }

  public SourceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
