package io.hotline.extraction;

import org.jspecify.annotations.Nullable;

/**
 * The source of a quote or report.
 *
 * @param span where the source is mentioned; null if it is understood from context alone
 * @param text the mention as written: {@code he}, {@code two diplomats}
 * @param name resolved name; null if nobody is named
 * @param entity {@link Entity#id}, if resolved
 * @param anonymous whether the text withholds the name: {@code two officials}
 */
public record Speaker(
    @Nullable Span span,
    String text,
    @Nullable String name,
    @Nullable String entity,
    boolean anonymous) {}
