package io.hotline.ingest.sources;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How sources are read. What is not allowed is an {@link IllegalArgumentException} that names it.
 *
 * @param source who published the documents that do not say so themselves; null if nobody knows
 * @param maxDocumentBytes largest text file, JSON line or feed that is read, in bytes
 * @param fetchTimeout longest time that one address may take from the first byte asked to the last
 *     byte read
 */
public record SourceOptions(@Nullable String source, int maxDocumentBytes, Duration fetchTimeout) {

  /** Nobody says who published; 15 MiB a document; half a minute a fetch. */
  public static final SourceOptions DEFAULT =
      new SourceOptions(null, 15 * 1024 * 1024, Duration.ofSeconds(30));

  public SourceOptions {
    if (source != null && source.isBlank()) {
      throw new IllegalArgumentException("source: expected a name, found only blanks");
    }
    if (maxDocumentBytes < 1) {
      throw new IllegalArgumentException(
          "maxDocumentBytes %d: expected at least 1".formatted(maxDocumentBytes));
    }
    if (fetchTimeout.isNegative() || fetchTimeout.isZero()) {
      throw new IllegalArgumentException(
          "fetchTimeout %s: expected more than nothing".formatted(fetchTimeout));
    }
  }

  /** The same, but {@code name} published what does not say so itself. */
  public SourceOptions withSource(@Nullable String name) {
    return new SourceOptions(name, maxDocumentBytes, fetchTimeout);
  }

  /** The publisher a document names, or the one for documents that name none. */
  @Nullable String sourceOr(@Nullable String named) {
    return named == null || named.isBlank() ? source : named;
  }
}
