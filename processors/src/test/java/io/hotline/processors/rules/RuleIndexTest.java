package io.hotline.processors.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.schemas.Topics;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Entity;
import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.EventStatus;
import io.hotline.schemas.record.EventType;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.Participant;
import io.hotline.schemas.record.Quote;
import io.hotline.schemas.record.Span;
import io.hotline.schemas.record.Speaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuleIndexTest {

  static {
    Topics.isRuleId("x"); // the catalogue vouches for the records that builders copy
  }

  private static final String TEXT =
      "Trump talks\n\nPutin said he was ready for a call with Trump.";

  private static Event event(EventType type, EventStatus status, String... countries) {
    return Event.newBuilder()
        .setEventType(type)
        .setStatus(status)
        .setParticipants(
            Stream.of(countries)
                .map(
                    country ->
                        Participant.newBuilder()
                            .setCountry(country)
                            .setName(country)
                            .setEntity(country.equals("RUS") ? "Q7747" : null)
                            .setRole(country.equals("RUS") ? "president" : null)
                            .build())
                .toList())
        .setSentence(new Span(13, TEXT.length()))
        .setConfidence(0.7)
        .build();
  }

  private static ReadItem item(Event event) {
    return new ReadItem(
        EnrichedItem.newBuilder()
            .setItem(
                NewsItem.newBuilder()
                    .setId("i")
                    .setSource("Kyiv Ledger")
                    .setHeadline("Trump talks")
                    .setText(TEXT)
                    .setPublished(Instant.EPOCH)
                    .setSeen(Instant.EPOCH)
                    .build())
            .setRevision(1)
            .setContentHash("")
            .setExtractorVersion("")
            .setLanguage("en")
            .setEntities(
                List.of(
                    Entity.newBuilder()
                        .setId("Q7747")
                        .setName("Vladimir Putin")
                        .setCountry("RUS")
                        .setRole("president")
                        .build()))
            .setQuotes(
                List.of(
                    Quote.newBuilder()
                        .setSpan(new Span(24, TEXT.length()))
                        .setSpeaker(
                            Speaker.newBuilder().setText("Putin").setEntity("Q7747").build())
                        .build()))
            .setEvents(List.of(event))
            .build());
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "between: [USA, RUS]; true",
        "between: [RUS, USA]; true",
        "between: [USA, CHN]; false",
        "between: [G7, BRICS]; true",
        "between: [NATO, NATO]; false",
        "between: [USA, SUN]; false",
        "between: [USA, Q7747]; true",
        "anyOf: [USA, CHN]; true",
        "'anyOf: [USA], withAny: [USA]'; false",
        "anyOf: [EU, USA], withAny: [CIS]; true",
        "events: [CONSULT]; true",
        "events: [AGREE, SANCTION]; false",
        "'between: [USA, RUS], status: {in: [OFFERED]}'; true",
        "'between: [USA, RUS], status: {not: [OFFERED]}'; false",
        "'between: [USA, RUS], minConfidence: 0.7'; true",
        "'between: [USA, RUS], minConfidence: 0.71'; false",
        "quotedBy: [RUS]; true",
        "quotedBy: [Q7747]; true",
        "quotedBy: [USA]; false",
        "query: 'headline:talks'; true",
        "query: 'headline:call'; false",
        "query: '\"ready for a call\" AND source:kyiv'; true",
        "query: 'entities:\"vladimir putin\" AND quotes:ready'; true",
        "query: 'talks NOT putin'; false",
        "query: 'pu*in'; true",
        "query: 'text:(moon OR ready)'; true",
        "query: 'text:(moon OR mars)'; false",
        "between: [USA, president of RUS]; true",
        "between: [USA, President of BRICS]; true",
        "between: [USA, foreign minister of RUS]; false",
        "quotedBy: [president of RUS]; true",
        "quotedBy: [president of USA]; false",
        "'quote: {by: [RUS], contains: ready AND call}'; true",
        "'quote: {by: [USA], contains: ready}'; false",
        "'quote: {by: [RUS], contains: sanctions OR \"peace talks\"}'; false",
        "'quote: {contains: ready}'; true",
        "'quote: {contains: talks}'; false",
        "'between: [USA, RUS], sources: {in: [Reuters, kyiv ledger]}'; true",
        "'between: [USA, RUS], sources: {in: [Reuters]}'; false",
        "'between: [USA, RUS], sources: {not: [Kyiv Ledger]}'; false"
      })
  void matches(String clauses, boolean expected) {
    Event event = event(EventType.CONSULT, EventStatus.OFFERED, "USA", "RUS");
    CompiledRule rule = Rules.compile(RulesTest.accepted("{id: x, " + clauses + "}"));
    ReadItem item = item(event);
    assertThat(rule.matches(item, event)).isEqualTo(expected);
    assertThat(rule.explain(item, event).stream().allMatch(Finding::holds)).isEqualTo(expected);
    assertThat(new RuleIndex(List.of(rule)).search(item).candidates(event).contains(rule))
        .as("what matches is among the candidates")
        .isIn(true, expected);
  }

  @Test
  void historyMatchesOnlyARuleThatAsksForIt() {
    Event event = event(EventType.CONSULT, EventStatus.HISTORICAL_BACKGROUND, "USA", "RUS");
    CompiledRule any = Rules.compile(RulesTest.accepted("{id: x, between: [USA, RUS]}"));
    CompiledRule history =
        Rules.compile(
            RulesTest.accepted(
                "{id: x, between: [USA, RUS], status: {in: [HISTORICAL_BACKGROUND]}}"));
    assertThat(any.matches(item(event), event)).isFalse();
    assertThat(history.matches(item(event), event)).isTrue();
  }

  @Test
  void theIndexFindsWhatAskingEveryRuleFinds() {
    Random random = new Random(7);
    String[] words = {"USA", "RUS", "CHN", "DEU", "FRA", "EU", "NATO", "G7", "Q7747", "IRN"};
    String[] codes = {"USA", "RUS", "CHN", "DEU", "FRA", "IRN", "GBR", "EU"};
    String[] types = {"CONSULT", "AGREE", "SANCTION"};
    List<CompiledRule> rules = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      String a = words[random.nextInt(words.length)];
      String b = words[random.nextInt(words.length)];
      String parties =
          random.nextBoolean()
              ? "between: [" + a + ", " + b + "]"
              : "anyOf: [" + a + "], withAny: [" + b + "]";
      String[] queries = {
        "", "", ", query: ready", ", query: 'moon OR \"a call\"'", ", query: moon"
      };
      String query = queries[random.nextInt(queries.length)];
      if (!query.isEmpty() && random.nextInt(3) == 0) {
        rules.add(Rules.compile(RulesTest.accepted("{id: words-" + i + query + "}")));
        String speaker = random.nextBoolean() ? "BRICS" : "USA";
        rules.add(
            Rules.compile(RulesTest.accepted("{id: said-" + i + ", quotedBy: [" + speaker + "]}")));
      }
      String events =
          random.nextBoolean() ? ", events: [" + types[random.nextInt(types.length)] + "]" : "";
      rules.add(
          Rules.compile(
              RulesTest.accepted("{id: rule-" + i + ", " + parties + events + query + "}")));
    }
    RuleIndex index = new RuleIndex(rules);
    int hits = 0;
    for (int i = 0; i < 300; i++) {
      Event event =
          event(
              EventType.valueOf(types[random.nextInt(types.length)]),
              EventStatus.PLANNED,
              codes[random.nextInt(codes.length)],
              codes[random.nextInt(codes.length)],
              codes[random.nextInt(codes.length)]);
      ReadItem item = item(event);
      List<String> asked = matching(rules, item, event);
      assertThat(matching(index.search(item).candidates(event), item, event))
          .containsExactlyInAnyOrderElementsOf(asked);
      hits += asked.size();
    }
    assertThat(hits).isPositive();
  }

  private static List<String> matching(List<CompiledRule> rules, ReadItem item, Event event) {
    return rules.stream()
        .filter(rule -> rule.matches(item, event))
        .map(rule -> rule.rule().getId())
        .toList();
  }
}
