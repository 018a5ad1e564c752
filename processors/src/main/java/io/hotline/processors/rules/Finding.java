package io.hotline.processors.rules;

/**
 * What one clause of a rule says of one event.
 *
 * @param clause the key of the rule's YAML that makes the condition: {@code between}
 * @param words what was asked and what was found, for a person
 */
public record Finding(String clause, boolean holds, String words) {}
