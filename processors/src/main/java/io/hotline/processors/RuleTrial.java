package io.hotline.processors;

import io.hotline.extraction.Extractor;
import io.hotline.processors.rules.CompiledRule;
import io.hotline.processors.rules.Finding;
import io.hotline.processors.rules.ReadItem;
import io.hotline.processors.rules.RuleIndex;
import io.hotline.processors.rules.Rules;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.TopicRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule tried on items, by the very code of the topologies and without a cluster. Immutable, for
 * any number of threads.
 */
public final class RuleTrial {

  private final CompiledRule rule;
  private final RuleIndex index;

  /**
   * Makes one.
   *
   * @throws IllegalArgumentException if the rule says what {@link Rules#parse} would refuse
   */
  public RuleTrial(TopicRule rule) {
    this.rule = Rules.compile(rule);
    this.index = new RuleIndex(List.of(this.rule));
  }

  /**
   * What the rule says of one event of an item.
   *
   * @param event index into the item's events
   * @param sentence the event's evidence
   * @param findings what each clause says, also those after the first that does not hold
   * @param signal what the rule gives for the event; null if it does not match
   */
  public record Verdict(
      int event, String sentence, List<Finding> findings, @Nullable Signal signal) {
    public Verdict {
      findings = List.copyOf(findings);
    }

    public boolean matches() {
      return signal != null;
    }
  }

  /** The item as the enrichment makes it, if its content is new. */
  public static EnrichedItem read(NewsItem item, Extractor extractor) {
    return EnrichItem.enriched(item, new Revision(1, ItemContent.hash(item)), extractor);
  }

  /** What the rule says of each event, and why. */
  public List<Verdict> verdicts(EnrichedItem item) {
    List<Signal> signals = signals(item);
    ReadItem read = new ReadItem(item);
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < item.getEvents().size(); i++) {
      Event event = item.getEvents().get(i);
      verdicts.add(
          new Verdict(i, read.sentence(event), rule.explain(read, event), of(event, signals)));
    }
    return verdicts;
  }

  /** The signals that the rule gives for an item. */
  public List<Signal> signals(EnrichedItem item) {
    RuleMatches matches = RuleMatches.of(index, item);
    matches
        .failed()
        .values()
        .forEach(
            failure -> {
              throw failure;
            });
    return List.copyOf(matches.signals().values());
  }

  /** By identity: an item may tell of two equal events. */
  @SuppressWarnings("ReferenceEquality")
  private static @Nullable Signal of(Event event, List<Signal> signals) {
    return signals.stream().filter(each -> each.getEvent() == event).findFirst().orElse(null);
  }
}
