package io.hotline.ingest.poll;

import io.hotline.ingest.Normalized;
import io.hotline.ingest.RawDocument;

/**
 * A new entry of which the feed gives little, and whose page is to be read before it is published.
 *
 * @param entry as the feed gives it
 * @param item what it is without its page
 */
record Summary(RawDocument entry, Normalized item) {}
