package io.hotline.extraction;

/**
 * The words that attribute a quote: {@code said}, {@code according to}.
 *
 * @param negated {@code denied}, {@code did not say}, {@code refused to confirm}
 */
public record Cue(Span span, String text, boolean negated) {}
