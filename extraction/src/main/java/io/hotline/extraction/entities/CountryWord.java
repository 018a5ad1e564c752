package io.hotline.extraction.entities;

import io.hotline.extraction.Span;

/**
 * A word of nationality that is no mention of its own: {@code Russian} in {@code Russian
 * diplomats}, {@code U.S.} in {@code US-Russian talks}.
 *
 * @param country code of the state it means at the time of publication
 */
public record CountryWord(Span span, String country) {}
