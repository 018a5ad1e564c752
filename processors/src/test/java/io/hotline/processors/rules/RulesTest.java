package io.hotline.processors.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.schemas.record.EventStatus;
import io.hotline.schemas.record.EventType;
import io.hotline.schemas.record.TopicRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class RulesTest {

  private static final String FULL =
      """
      id: us-russia-contact
      title: US–Russia contact signals
      between: [USA, RUS]            # a comment
      events: [CONSULT, AGREE]
      modes: [PHONE_CALL]
      status: {not: [HISTORICAL_BACKGROUND]}
      quotedBy: [RUS]
      query: 'headline:(call OR talks) AND "don''t"'
      minConfidence: 0.6
      alert: {corroboratedBy: [2, 5]}
      """;

  @Test
  void readsEveryKey() {
    TopicRule rule = accepted(FULL);
    assertThat(rule.getId()).isEqualTo("us-russia-contact");
    assertThat(rule.getVersion()).isZero();
    assertThat(rule.getTitle()).isEqualTo("US–Russia contact signals");
    assertThat(rule.getBetween()).containsExactly("USA", "RUS");
    assertThat(rule.getEvents()).containsExactly(EventType.CONSULT, EventType.AGREE);
    assertThat(rule.getStatusNotIn()).containsExactly(EventStatus.HISTORICAL_BACKGROUND);
    assertThat(rule.getQuotedBy()).containsExactly("RUS");
    assertThat(rule.getQuery()).isEqualTo("headline:(call OR talks) AND \"don't\"");
    assertThat(rule.getMinConfidence()).isEqualTo(0.6);
    assertThat(rule.getCorroboratedBy()).containsExactly(2, 5);
    assertThat(rule.getYaml()).isEqualTo(FULL);
  }

  @Test
  void theCanonicalFormReadsAsTheSameRule() {
    TopicRule rule = accepted(FULL);
    String canonical = Rules.toYaml(rule);
    TopicRule again = accepted(canonical);
    assertThat(TopicRule.newBuilder(again).setYaml(FULL).build()).isEqualTo(rule);
    assertThat(Rules.toYaml(again)).isEqualTo(canonical);
  }

  @Test
  void theCanonicalFormKeepsQuotesSourcesAndRoles() {
    String written =
        """
        id: x
        between: [USA, foreign minister of RUS]
        quote: {by: [RUS], contains: 'sanctions OR "peace talks"'}
        sources: {in: ["Reuters, Inc", AFP], not: [Kyiv Ledger]}
        """;
    TopicRule rule = accepted(written);
    TopicRule again = accepted(Rules.toYaml(rule));
    assertThat(TopicRule.newBuilder(again).setYaml(written).build()).isEqualTo(rule);
    assertThat(rule.getQuoteContains()).isEqualTo("sanctions OR \"peace talks\"");
    assertThat(rule.getSourcesIn()).containsExactly("Reuters, Inc", "AFP");
  }

  @Test
  void withoutCountsARuleHasTheUsualOnes() {
    assertThat(accepted("id: x\nbetween: [USA, RUS]\n").getCorroboratedBy())
        .containsExactly(2, 3, 5, 10);
  }

  /** {@code |} in the table is a line's end in the rule. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "rule-errors.csv", numLinesToSkip = 1)
  void saysWhatIsWrongAndWhere(String name, String yaml, String problem) {
    ParsedRule parsed = Rules.parse(yaml.replace('|', '\n'), "rule.yaml");
    assertThat(parsed).isInstanceOf(ParsedRule.Refused.class);
    assertThat(((ParsedRule.Refused) parsed).problems().get(0).toString())
        .as(name)
        .startsWith("rule.yaml:" + problem);
  }

  @Test
  void saysEverythingThatIsWrongInOneGo() {
    ParsedRule parsed = Rules.parse("id: X\nbetween: [USA]\nevents: [TALK]\n", "rule.yaml");
    assertThat(((ParsedRule.Refused) parsed).problems()).hasSize(3);
  }

  @Test
  void aBillionLaughsAreRefused() {
    String bomb = "id: x\na: &a [l, l]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";
    assertThat(Rules.parse(bomb, "rule.yaml")).isInstanceOf(ParsedRule.Refused.class);
    assertThat(Rules.parse("[".repeat(5_000), "rule.yaml")).isInstanceOf(ParsedRule.Refused.class);
    assertThat(Rules.parse("id: " + "x".repeat(300_000), "rule.yaml"))
        .isInstanceOf(ParsedRule.Refused.class);
  }

  static TopicRule accepted(String yaml) {
    ParsedRule parsed = Rules.parse(yaml, "rule.yaml");
    assertThat(parsed).isInstanceOf(ParsedRule.Accepted.class);
    return ((ParsedRule.Accepted) parsed).rule();
  }
}
