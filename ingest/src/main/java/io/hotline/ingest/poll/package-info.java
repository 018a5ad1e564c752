/**
 * Asking feeds again and again: {@link io.hotline.ingest.poll.Poller}.
 *
 * <p>Which feeds there are is in a topic ({@link io.hotline.ingest.poll.SourceRegistry}), and what
 * is known of each in another. Instances share the partitions of both, so that any of them goes on
 * where another stopped. One poll is a pure step from what was known and what the server said to
 * what is new and when to ask again ({@code Poll}, {@code Schedule}, {@code Checkup}). Entries that
 * are only summaries wait for their pages ({@code Articles}, {@code Unfinished}) where a source is
 * set up so; requests to one host are kept apart ({@code Hosts}).
 */
@NullMarked
package io.hotline.ingest.poll;

import org.jspecify.annotations.NullMarked;
