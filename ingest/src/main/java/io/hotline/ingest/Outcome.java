package io.hotline.ingest;

/** What became of a raw document. */
public sealed interface Outcome permits Normalized, Rejected {}
