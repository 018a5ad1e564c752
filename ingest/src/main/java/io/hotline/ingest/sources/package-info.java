/**
 * Where news is read from: files, folders, feeds and standard input.
 *
 * <p>{@link io.hotline.ingest.sources.Sources#open} finds the kind of a source from what the user
 * named; every kind is one package-private class behind {@link io.hotline.ingest.NewsSource}. They
 * are lazy, and hold at most one document (a feed: one feed).
 */
@NullMarked
package io.hotline.ingest.sources;

import org.jspecify.annotations.NullMarked;
