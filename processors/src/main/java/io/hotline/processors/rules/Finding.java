package io.hotline.processors.rules;

/**
 * What one clause of a rule says of one event.
 *
 * @param words what was asked and what was found, for a person
 */
public record Finding(boolean holds, String words) {}
