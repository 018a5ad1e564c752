package io.hotline.ingest;

import java.util.Iterator;

/**
 * One place that news comes from, read once from its beginning to its end, one document at a time:
 * a source of a million documents needs no more memory than its largest one.
 *
 * <p>What is wrong with one document is a {@link Rejected} among the readings. What is wrong with
 * the source (it cannot be reached, the disk fails) is a {@link SourceException} from {@link
 * #hasNext} or {@link #next}. Not thread-safe.
 */
public interface NewsSource extends Iterator<Reading>, AutoCloseable {

  /** Total of a source that cannot know it beforehand. */
  long UNKNOWN = -1;

  /** What the user calls it: a path, an address, or {@code -}. Messages begin with it. */
  String name();

  /** Size in bytes, as stored; {@link #UNKNOWN} for what has no end yet. */
  long bytesTotal();

  /** Bytes read so far, of {@link #bytesTotal}. */
  long bytesRead();

  /** Frees what the source holds; harmless when repeated. */
  @Override
  void close();
}
