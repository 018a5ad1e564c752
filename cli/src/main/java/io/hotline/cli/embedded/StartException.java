package io.hotline.cli.embedded;

import org.jspecify.annotations.Nullable;

/** Why the embedded cluster cannot start; the message says what to do. */
public abstract sealed class StartException extends RuntimeException
    permits PortTakenException, DataFolderException {

  private static final long serialVersionUID = 1L;

  StartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
