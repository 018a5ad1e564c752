package io.hotline.ingest;

/** What a source says about the next thing in it. */
public sealed interface Reading permits RawDocument, Rejected, Skipped {

  /** Where it is. */
  Origin origin();
}
