package io.hotline.extraction;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of text that refers to an entity.
 *
 * @param entity {@link Entity#id} of what it refers to; null where that was not resolved
 */
public record Mention(Span span, MentionType type, MentionForm form, @Nullable String entity) {}
