package io.hotline.ingest;

import java.nio.ByteBuffer;

/**
 * A document that cannot become an item through a fault of its own. It ends in the dead letters.
 *
 * @param stage which step gave up: {@link #READ_DOCUMENT} or {@link #NORMALIZE_ITEM}
 * @param errorType short, stable name of what is wrong, such as {@code empty-text}
 * @param message what is wrong, where, and what to do; begins with the origin
 * @param raw the bytes as they were read, read-only; only the beginning of what is too large
 */
public record Rejected(
    Origin origin, String stage, String errorType, String message, ByteBuffer raw)
    implements Reading, Outcome {

  /** The step from bytes to a raw document. */
  public static final String READ_DOCUMENT = "read-document";

  /** The step from a raw document to an item. */
  public static final String NORMALIZE_ITEM = "normalize-item";

  public Rejected {
    raw = raw.asReadOnlyBuffer();
  }

  /** Given up while reading; {@code problem} is the message without its origin. */
  public static Rejected atReading(
      Origin origin, String errorType, String problem, ByteBuffer raw) {
    return new Rejected(origin, READ_DOCUMENT, errorType, origin + ": " + problem, raw);
  }

  /** Given up while normalizing; {@code problem} is the message without its origin. */
  public static Rejected atNormalizing(
      Origin origin, String errorType, String problem, ByteBuffer raw) {
    return new Rejected(origin, NORMALIZE_ITEM, errorType, origin + ": " + problem, raw);
  }

  /** A view of the raw bytes with a position of its own. */
  @Override
  public ByteBuffer raw() {
    return raw.duplicate();
  }
}
