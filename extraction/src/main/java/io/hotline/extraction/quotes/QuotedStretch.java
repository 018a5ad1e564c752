package io.hotline.extraction.quotes;

import io.hotline.extraction.Span;

/**
 * Text between quotation marks, within one paragraph.
 *
 * @param span with its marks
 * @param inner without its marks
 * @param closed whether the closing mark is there
 * @param continues whether it goes on from a stretch that the paragraph before left open
 */
record QuotedStretch(Span span, Span inner, boolean closed, boolean continues) {}
