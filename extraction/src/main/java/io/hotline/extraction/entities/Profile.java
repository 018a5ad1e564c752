package io.hotline.extraction.entities;

import org.jspecify.annotations.Nullable;

/**
 * What a mention tells of whom it refers to, even where that has no name: {@code two US officials}
 * are of the United States and speak for it.
 *
 * @param country as in {@link io.hotline.extraction.Entity#country}
 * @param role as in {@link io.hotline.extraction.Entity#role}
 * @param sector as in {@link io.hotline.extraction.Entity#sector}
 * @param speaksForState as in {@link io.hotline.extraction.Entity#speaksForState}
 * @param plural refers to more than one
 */
public record Profile(
    @Nullable String country,
    @Nullable String role,
    @Nullable String sector,
    boolean speaksForState,
    boolean plural) {

  static final Profile NOTHING = new Profile(null, null, null, false, false);
}
