/**
 * A web page to an article: {@link io.hotline.ingest.pages.PageReader}.
 *
 * <p>What a page says of itself for machines comes first ({@code LinkedData}, {@code MetaTags}),
 * and what stands in it second ({@link io.hotline.ingest.pages.ArticleExtractor}). {@link
 * io.hotline.ingest.pages.FullText} puts it in the place of a feed's summary.
 */
@NullMarked
package io.hotline.ingest.pages;

import org.jspecify.annotations.NullMarked;
