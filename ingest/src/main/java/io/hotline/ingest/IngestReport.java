package io.hotline.ingest;

import java.util.List;
import java.util.Map;

/**
 * What became of everything that was read. {@code read = published + deadLetters}, always.
 *
 * @param read documents that the sources gave
 * @param published items that are in the items topic, acknowledged
 * @param deadLetters documents that are in the dead letters, acknowledged
 * @param skipped things that are no documents, such as pictures in a folder
 * @param clamped published items whose date was in the future
 * @param undated published items without any date
 * @param withdrawn published items that withdraw an item
 * @param lastOffsets for each partition of the items topic that was written to, the offset of the
 *     last item written
 * @param failures one message for each source that could not be read to its end
 */
public record IngestReport(
    long read,
    long published,
    long deadLetters,
    long skipped,
    long clamped,
    long undated,
    long withdrawn,
    Map<Integer, Long> lastOffsets,
    List<String> failures) {

  public IngestReport {
    if (read != published + deadLetters) {
      throw new IllegalArgumentException(
          "read %d is not published %d + dead letters %d".formatted(read, published, deadLetters));
    }
    lastOffsets = Map.copyOf(lastOffsets);
    failures = List.copyOf(failures);
  }

  /** Whether every source was read to its end and every document became an item. */
  public boolean clean() {
    return deadLetters == 0 && failures.isEmpty();
  }
}
