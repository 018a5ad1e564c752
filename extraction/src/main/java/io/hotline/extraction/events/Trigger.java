package io.hotline.extraction.events;

import io.hotline.extraction.EventMode;

/**
 * A word that names a contact.
 *
 * @param verb whether it is a verb; else a noun
 * @param strong whether one party is enough
 */
record Trigger(
    String lemma, boolean verb, EventMode mode, String cameo, Frame frame, boolean strong) {}
