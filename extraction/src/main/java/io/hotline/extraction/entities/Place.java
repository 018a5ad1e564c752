package io.hotline.extraction.entities;

import io.hotline.extraction.MentionType;
import org.jspecify.annotations.Nullable;

/**
 * A place that is no state.
 *
 * @param id {@link io.hotline.extraction.Entity#id}
 * @param type GPE or LOCATION
 * @param country of the state it lies in
 */
record Place(String id, String name, MentionType type, @Nullable String country) {}
