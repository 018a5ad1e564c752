package io.hotline.cli;

import org.jspecify.annotations.Nullable;

/**
 * Something the user can mend: a file that is not there, a port that is taken. The message says
 * what was wrong, where, and what to do; it is printed alone, and the command exits with 1.
 */
final class UserException extends RuntimeException {
  UserException(@Nullable String message) {
    super(message);
  }

  UserException(@Nullable String message, Throwable cause) {
    super(message, cause);
  }
}
