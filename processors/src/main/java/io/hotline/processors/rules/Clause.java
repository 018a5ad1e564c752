package io.hotline.processors.rules;

import io.hotline.schemas.record.Event;

/** One condition of a rule. */
interface Clause {

  /** The key of the rule's YAML that makes the condition. */
  String key();

  boolean holds(ReadItem item, Event event);

  /** What the clause found in the event, in words; complete sentences, whether it holds or not. */
  String words(ReadItem item, Event event);
}
