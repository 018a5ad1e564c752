/**
 * A feed's bytes to its entries, whatever state they are in: {@link
 * io.hotline.ingest.feeds.FeedParser}.
 *
 * <p>RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF and JSON Feed, and what agencies send: NewsML-G2
 * and ninjs. {@code FeedCharacters} finds the encoding, {@code Prolog} takes the document type
 * away, {@code Vocabulary} tells what an element means, {@code FeedText} how a piece of text is
 * written, {@code EntryReader} reads one entry. No XML parser is used that could open a file or an
 * address: the reader of markup is jsoup's, which knows neither document types nor external
 * entities.
 */
@NullMarked
package io.hotline.ingest.feeds;

import org.jspecify.annotations.NullMarked;
