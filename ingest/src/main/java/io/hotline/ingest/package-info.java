/**
 * The door: sources of news become {@code NewsItem} events.
 *
 * <p>The way of a document:
 *
 * <ol>
 *   <li>{@code sources}: a {@link io.hotline.ingest.NewsSource} (a file, a folder, a feed, standard
 *       input) yields {@link io.hotline.ingest.Reading}s one by one. A reading is a {@link
 *       io.hotline.ingest.RawDocument} with the claims of the source as it made them, or says why
 *       there is none.
 *   <li>{@code normalize}: raw document to {@link io.hotline.ingest.Outcome}, a pure function:
 *       stable id, plain text, times with their basis.
 *   <li>{@code publish}: items to the items topic, failures to the dead letters, and a count that
 *       says that nothing was lost.
 * </ol>
 *
 * <p>The door keeps no memory of items: it may send the same item again. Odd choices are explained
 * in the module's {@code RATIONALE.md}.
 */
@NullMarked
package io.hotline.ingest;

import org.jspecify.annotations.NullMarked;
