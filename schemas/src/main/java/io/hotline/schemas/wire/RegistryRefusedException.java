package io.hotline.schemas.wire;

import org.jspecify.annotations.Nullable;

/**
 * The registry answered, and said no: the schema is incompatible with the subject's earlier ones,
 * is not registered where the writer may not register it, or the caller has no right to ask. No
 * fault of the record; a person must change the configuration, the rights or the schema.
 */
public final class RegistryRefusedException extends WireException {

  private static final long serialVersionUID = 1L;

  RegistryRefusedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
