package io.hotline.processors;

import io.hotline.processors.rules.CompiledRule;
import io.hotline.processors.rules.ReadItem;
import io.hotline.processors.rules.RuleIndex;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.Signal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the rules say of one item: a pure function, the same for the topology, for the test of a
 * rule and for its back-test.
 *
 * @param signals by id, in the order of the item's events
 * @param failed the rules that threw, by id; the others went on
 */
record RuleMatches(Map<String, Signal> signals, Map<String, RuntimeException> failed) {

  static final RuleMatches NONE = new RuleMatches(Map.of(), Map.of());

  static RuleMatches of(RuleIndex index, EnrichedItem enriched) {
    Map<String, Signal> signals = new LinkedHashMap<>();
    Map<String, RuntimeException> failed = new TreeMap<>();
    ReadItem item = new ReadItem(enriched);
    RuleIndex.Search search = index.search(item);
    ItemSignals itemSignals = new ItemSignals(item);
    for (Event event : enriched.getEvents()) {
      for (CompiledRule rule : search.candidates(event)) {
        try {
          if (rule.matches(item, event)) {
            Signal signal = itemSignals.signal(rule, event);
            signals.put(signal.getId(), signal);
          }
        } catch (RuntimeException e) {
          // Rules do no I/O: what one throws, it throws because of itself and this item.
          failed.putIfAbsent(rule.rule().getId(), e);
        }
      }
    }
    return new RuleMatches(signals, failed);
  }
}
