package io.hotline.schemas.wire;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Why a record could not be turned into bytes, or bytes into a record. */
public abstract sealed class WireException extends SerializationException
    permits MalformedRecordException, RegistryUnavailableException, RegistryRefusedException {

  private static final long serialVersionUID = 1L;

  WireException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
