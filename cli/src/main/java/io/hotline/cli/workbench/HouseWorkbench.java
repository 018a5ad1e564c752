package io.hotline.cli.workbench;

import io.hotline.extraction.Extractor;
import io.hotline.gateway.RuleWorkbench;
import io.hotline.processors.RuleTrial;
import io.hotline.processors.rules.ParsedRule;
import io.hotline.processors.rules.Rules;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.record.DateBasis;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.TopicRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rules' workbench for the gateway: the house's own extractor, matching and archive. */
public final class HouseWorkbench implements RuleWorkbench {

  /** A page waits for the answer. */
  private static final int MOST_ITEMS = 500_000;

  private static final int MOST_STEPS = 10_000;
  private static final int SAMPLES = 20;

  private final ClusterConfig cluster;
  private final Namespace namespace;
  private final Extractor extractor;

  /** Makes one; it connects only for a back-test. */
  public HouseWorkbench(ClusterConfig cluster, Namespace namespace, Extractor extractor) {
    this.cluster = cluster;
    this.namespace = namespace;
    this.extractor = extractor;
  }

  @Override
  public Trial test(String yaml, Draft draft) {
    ParsedRule parsed = Rules.parse(yaml, "rule");
    if (!(parsed instanceof ParsedRule.Accepted accepted)) {
      return Trial.refused(problems(parsed));
    }
    TopicRule rule = accepted.rule();
    EnrichedItem item = RuleTrial.read(item(draft), extractor);
    List<Verdict> verdicts =
        new RuleTrial(rule)
            .verdicts(item).stream()
                .map(
                    verdict ->
                        new Verdict(
                            verdict.event(),
                            verdict.matches(),
                            verdict.findings().stream()
                                .map(finding -> new Clause(finding.holds(), finding.words()))
                                .toList(),
                            verdict.signal()))
                .toList();
    return new Trial(List.of(), rule, item, verdicts);
  }

  private static NewsItem item(Draft draft) {
    String headline = draft.headline() == null ? "" : draft.headline();
    return NewsItem.newBuilder()
        .setId("draft")
        .setSource(draft.source())
        .setHeadline(headline)
        .setText(headline.isEmpty() ? draft.text() : headline + "\n\n" + draft.text())
        .setPublished(draft.published())
        .setPublishedBasis(DateBasis.DOCUMENT)
        .setSeen(draft.published())
        .build();
  }

  @Override
  public Backtest backtest(String yaml, Instant since, Instant until, Duration step) {
    ParsedRule parsed = Rules.parse(yaml, "rule");
    if (!(parsed instanceof ParsedRule.Accepted accepted)) {
      return Backtest.refused(problems(parsed));
    }
    if (Duration.between(since, until).dividedBy(step) > MOST_STEPS) {
      throw new IllegalArgumentException("a window of more than " + MOST_STEPS + " steps");
    }
    io.hotline.processors.Backtest backtest =
        new io.hotline.processors.Backtest(accepted.rule(), Optional.empty(), SAMPLES);
    boolean complete =
        Archive.read(
            cluster,
            namespace,
            since,
            until,
            item -> {
              backtest.take(item);
              return backtest.items() < MOST_ITEMS && !Thread.currentThread().isInterrupted();
            });
    int[] counts = new int[(int) Duration.between(since, until).dividedBy(step) + 1];
    backtest.hits().stream()
        .mapToInt(hit -> (int) Duration.between(since, hit.published()).dividedBy(step))
        .filter(at -> at >= 0 && at < counts.length)
        .forEach(at -> counts[at]++);
    return new Backtest(
        List.of(),
        backtest.items(),
        backtest.hits().size(),
        complete,
        Arrays.stream(counts).boxed().toList(),
        new ArrayList<>(backtest.samples(io.hotline.processors.Backtest.Change.NEW)));
  }

  private static List<Problem> problems(ParsedRule parsed) {
    return parsed instanceof ParsedRule.Refused refused
        ? refused.problems().stream()
            .map(each -> new Problem(each.line(), each.column(), each.message()))
            .toList()
        : List.of();
  }
}
