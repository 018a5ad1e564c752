package io.hotline.gateway;

import io.hotline.schemas.record.TopicRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Refuses the rule called so, and takes every other. */
final class SomeWorkbench implements RuleWorkbench {

  @Override
  public Trial test(String yaml, Draft draft) {
    if (yaml.equals("refused")) {
      return Trial.refused(List.of(new Problem(1, 1, "it is refused")));
    }
    return new Trial(
        List.of(),
        TopicRule.newBuilder().setId("a").setVersion(0).setTitle("A").build(),
        Records.enriched("draft", "2025-01-20T10:00:00Z", draft.text()),
        List.of(
            new Verdict(
                0,
                true,
                List.of(new Clause(true, "events: any")),
                Records.signal("s", "2025-01-20T10:00:00Z"))));
  }

  @Override
  public Backtest backtest(String yaml, Instant since, Instant until, Duration step) {
    return new Backtest(
        List.of(),
        10,
        1,
        true,
        List.of(0, 1),
        List.of(Records.signal("s", "2025-01-20T10:00:00Z")));
  }
}
