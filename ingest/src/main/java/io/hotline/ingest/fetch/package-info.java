/**
 * Asking servers, politely and within bounds: {@link io.hotline.ingest.fetch.Fetcher}.
 *
 * <p>Conditional requests, redirects followed by hand so that each hop can be looked at, bounded
 * time and size (packed and unpacked), and addresses inside one's own network refused. Pages are
 * fetched only where robots.txt allows it ({@link io.hotline.ingest.fetch.PageFetcher}).
 */
@NullMarked
package io.hotline.ingest.fetch;

import org.jspecify.annotations.NullMarked;
