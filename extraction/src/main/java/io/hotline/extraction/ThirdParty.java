package io.hotline.extraction;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is in an event but is not a party to it; {@code country} as in {@link Participant}.
 */
public record ThirdParty(String country, ThirdPartyRole role, String name, @Nullable Span span) {}
