package io.hotline.extraction;

import org.jspecify.annotations.Nullable;

/**
 * A party to an event.
 *
 * @param country ISO 3166-1 alpha-3, {@code SUN} for the Soviet Union, or the who's-who's code of
 *     an international organization ({@code UNO}, {@code NATO}, {@code EU})
 * @param name resolved name of the person, organ or state that is mentioned
 * @param entity {@link Entity#id}
 * @param span the mention; null if the party is understood from context
 */
public record Participant(
    String country,
    Side side,
    String name,
    @Nullable String role,
    @Nullable String sector,
    @Nullable String entity,
    @Nullable Span span) {}
