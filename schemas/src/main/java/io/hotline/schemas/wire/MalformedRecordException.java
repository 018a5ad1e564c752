package io.hotline.schemas.wire;

import org.jspecify.annotations.Nullable;

/**
 * The record itself is at fault: trying again gives the same answer, and the records after it are
 * fine. A reader sends it to the dead letters.
 */
public final class MalformedRecordException extends WireException {

  /** Shorter than the five bytes before the Avro binary. */
  public static final String TRUNCATED_HEADER = "truncated-header";

  /** The first byte is not zero: not the Confluent wire format. */
  public static final String WRONG_MAGIC_BYTE = "wrong-magic-byte";

  /** The registry has no schema of this id. */
  public static final String UNKNOWN_SCHEMA = "unknown-schema";

  /** A good record of another type than the topic carries. */
  public static final String WRONG_RECORD_TYPE = "wrong-record-type";

  /** The writer's schema cannot be read as ours. */
  public static final String INCOMPATIBLE_SCHEMA = "incompatible-schema";

  /** The bytes end before the record does. */
  public static final String TRUNCATED_VALUE = "truncated-value";

  /** The bytes go on after the record. */
  public static final String TRAILING_BYTES = "trailing-bytes";

  /** The bytes are not what the schema says. */
  public static final String MALFORMED_VALUE = "malformed-value";

  /** Larger than any record may be, in whole or in part. */
  public static final String OVER_LIMITS = "over-limits";

  /** A record that cannot be written: a field without a value, or of the wrong type. */
  public static final String UNWRITABLE_RECORD = "unwritable-record";

  private static final long serialVersionUID = 1L;

  private final String errorType;

  MalformedRecordException(String errorType, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.errorType = errorType;
  }

  MalformedRecordException(String errorType, String message) {
    this(errorType, message, null);
  }

  /** Short, stable name of what is wrong: one of this class's constants. */
  public String errorType() {
    return errorType;
  }
}
