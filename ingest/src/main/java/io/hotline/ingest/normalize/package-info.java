/**
 * Raw document to item, a pure function: {@link io.hotline.ingest.normalize.Normalizer}.
 *
 * <p>One class a question: what does this date say ({@code Dates}), which paragraphs has this text
 * ({@code Paragraphs}, {@code HtmlText}), which item is this ({@code ItemIds}, {@code Addresses}).
 */
@NullMarked
package io.hotline.ingest.normalize;

import org.jspecify.annotations.NullMarked;
