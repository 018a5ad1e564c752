package io.hotline.ingest;

/** Told how far the work is. Called from the publishing thread, often; it must be quick. */
public interface Progress {

  /** Nobody is watching. */
  Progress SILENT = (documents, bytesRead, bytesTotal) -> {};

  /**
   * Some more is done.
   *
   * @param documents documents read so far, of all sources
   * @param bytesRead bytes read so far, of all sources
   * @param bytesTotal bytes of all sources; {@link NewsSource#UNKNOWN} if one does not know
   */
  void advanced(long documents, long bytesRead, long bytesTotal);

  /**
   * Something a person should know: a document rejected, a file skipped, a date guessed.
   *
   * @param message begins with the place it is about
   */
  default void noticed(String message) {}
}
