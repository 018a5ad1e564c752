package io.hotline.schemas.wire;

import org.jspecify.annotations.Nullable;

/**
 * The registry did not answer, or answered with a fault of its own, until the retries were used up.
 * No fault of the record: the same call may succeed later, and nothing may be skipped because of
 * it.
 */
public final class RegistryUnavailableException extends WireException {

  private static final long serialVersionUID = 1L;

  RegistryUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
