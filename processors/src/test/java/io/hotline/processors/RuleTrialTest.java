package io.hotline.processors;

import static io.hotline.processors.House.NOON;
import static io.hotline.processors.House.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.processors.Backtest.Change;
import io.hotline.processors.Backtest.Hit;
import io.hotline.processors.RuleTrial.Verdict;
import io.hotline.processors.rules.Finding;
import io.hotline.processors.rules.ParsedRule;
import io.hotline.processors.rules.Rules;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.TopicRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RuleTrialTest {

  @TempDir private Path state;

  private static TopicRule rule(String yaml) {
    return ((ParsedRule.Accepted) Rules.parse(yaml, "test.yaml")).rule();
  }

  private static EnrichedItem read(String id, int hours, String text) {
    return RuleTrial.read(
        item(id, "Reuters", NOON.plus(Duration.ofHours(hours)), text), new LineExtractor());
  }

  @Test
  void saysOfEachEventWhatEachClauseSays() {
    List<Verdict> verdicts =
        new RuleTrial(rule("id: x\nbetween: [USA, RUS]\nevents: [CONSULT]\nmodes: [PHONE_CALL]\n"))
            .verdicts(
                read(
                    "a",
                    0,
                    "PLANNED PHONE_CALL USA RUS\nPLANNED VISIT USA CHN\nOCCURRED LETTER RUS USA"));

    assertThat(verdicts).extracting(Verdict::matches).containsExactly(true, false, false);
    assertThat(verdicts)
        .allSatisfy(
            verdict ->
                assertThat(verdict.findings().stream().allMatch(Finding::holds))
                    .isEqualTo(verdict.matches()));
    assertThat(verdicts.get(1).findings())
        .extracting(finding -> finding.clause() + " " + finding.holds() + " " + finding.words())
        .containsExactly(
            "between false between [USA, RUS]: the parties are USA, CHN",
            "events true event in [CONSULT]: it is CONSULT",
            "modes false mode in [PHONE_CALL]: it is VISIT",
            "status true status not in [HISTORICAL_BACKGROUND]: it is PLANNED");
    assertThat(verdicts.get(1).sentence()).isEqualTo("PLANNED VISIT USA CHN");
  }

  @Test
  void givesTheSignalsOfTheTopology() {
    try (House house = new House(state)) {
      house.rule(House.US_RUSSIA, 0);
      house.item(item("a", "Reuters", NOON, "PLANNED PHONE_CALL USA RUS\nDENIED VISIT RUS USA"));
      EnrichedItem enriched = house.enriched().get(0);
      List<Signal> tried = new RuleTrial(rule(House.US_RUSSIA)).signals(enriched);
      assertThat(tried).hasSize(2).isEqualTo(house.signals("us-russia-contact"));
      assertThat(enriched)
          .isEqualTo(
              RuleTrial.read(
                  item("a", "Reuters", NOON, "PLANNED PHONE_CALL USA RUS\nDENIED VISIT RUS USA"),
                  new LineExtractor()));
    }
  }

  @Test
  void aBacktestCountsWhatIsNewTheSameAndGone() {
    Backtest backtest =
        new Backtest(
            rule("id: x\nbetween: [USA, RUS]\nmodes: [PHONE_CALL, VISIT]\n"),
            Optional.of(rule("id: x\nbetween: [USA, RUS]\nmodes: [PHONE_CALL, LETTER]\n")),
            1);
    backtest.take(read("a", 0, "PLANNED PHONE_CALL USA RUS"));
    backtest.take(read("b", 24, "PLANNED VISIT USA RUS\nPLANNED LETTER USA RUS"));
    backtest.take(read("c", 48, "PLANNED VISIT USA RUS\nPLANNED VISIT USA CHN"));

    assertThat(backtest.items()).isEqualTo(3);
    assertThat(backtest.hits())
        .extracting(Hit::change)
        .containsExactly(Change.SAME, Change.NEW, Change.GONE, Change.NEW);
    assertThat(backtest.samples(Change.NEW)).extracting(Signal::getItemId).containsExactly("b");
    assertThat(backtest.count(Change.NEW)).isEqualTo(2);
  }

  @Test
  void ofSeveralRevisionsTheLastOneCounts() {
    Backtest backtest = new Backtest(rule("id: x\nbetween: [USA, RUS]\n"), Optional.empty(), 5);
    EnrichedItem first = read("a", 0, "PLANNED PHONE_CALL USA RUS");
    backtest.take(first);
    backtest.take(
        EnrichedItem.newBuilder(read("a", 0, "PLANNED VISIT USA RUS")).setRevision(2).build());
    backtest.take(first);
    assertThat(backtest.items()).isEqualTo(1);
    assertThat(backtest.samples(Change.NEW))
        .extracting(signal -> signal.getEvent().getMode().toString())
        .containsExactly("VISIT");
    assertThat(backtest.hits()).hasSize(1);
  }
}
