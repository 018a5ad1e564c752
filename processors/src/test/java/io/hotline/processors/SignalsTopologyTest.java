package io.hotline.processors;

import static io.hotline.processors.House.NOON;
import static io.hotline.processors.House.US_RUSSIA;
import static io.hotline.processors.House.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.schemas.Topics;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.PubStatus;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.SignalState;
import io.hotline.schemas.record.TopicRule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SignalsTopologyTest {

  private static final String RULE = "us-russia-contact";

  @TempDir private Path state;
  private House house;

  @BeforeEach
  void open() {
    house = new House(state);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private List<Signal> send(NewsItem item) {
    house.item(item);
    house.enriched();
    return house
        .output(Application.SIGNALS, Topics.signals(House.NAMESPACE, RULE))
        .readValuesToList();
  }

  private List<DeadLetter> deadLetters() {
    house.driver(Application.SIGNALS).advanceWallClockTime(Duration.ofSeconds(2));
    return house.deadLetters(Application.SIGNALS);
  }

  @Test
  void aRuleThatFiresMakesASignalWithItsEvidence() {
    house.rule(US_RUSSIA, 3);
    List<Signal> signals =
        send(item("a", "Kyiv Ledger", NOON, "Calls\n\nPLANNED PHONE_CALL USA RUS via CNN"));

    assertThat(signals).hasSize(1);
    Signal signal = signals.get(0);
    assertThat(signal.getState()).isEqualTo(SignalState.ACTIVE);
    assertThat(signal.getRuleVersion()).isEqualTo(3);
    assertThat(signal.getParties()).containsExactly("RUS", "USA");
    assertThat(signal.getSentence()).isEqualTo("PLANNED PHONE_CALL USA RUS via CNN");
    assertThat(signal.getPublished()).isEqualTo(NOON);
    assertThat(signal.getMatched())
        .containsExactly(
            "between [USA, RUS]: the parties are USA, RUS",
            "status not in [HISTORICAL_BACKGROUND]: it is PLANNED");
  }

  @Test
  void noRuleNoSignalAndARuleWorksAtOnceUntilItIsRemoved() {
    assertThat(send(item("a", "Reuters", NOON, "PLANNED PHONE_CALL USA RUS"))).isEmpty();
    house.rule(US_RUSSIA, 1);
    assertThat(send(item("b", "Reuters", NOON, "PLANNED PHONE_CALL USA RUS"))).hasSize(1);
    assertThat(send(item("c", "Reuters", NOON, "PLANNED PHONE_CALL USA CHN"))).isEmpty();
    house.removeRule(RULE);
    assertThat(send(item("d", "Reuters", NOON, "PLANNED PHONE_CALL USA RUS"))).isEmpty();
    assertThat(deadLetters()).isEmpty();
  }

  @Test
  void anEditElsewhereKeepsTheSignalsIdAndMovesItsOffsets() {
    house.rule(US_RUSSIA, 1);
    NewsItem item = item("a", "Reuters", NOON, "Old lead\nPLANNED PHONE_CALL USA RUS");
    Signal first = send(item).get(0);
    List<Signal> second =
        send(
            NewsItem.newBuilder(item)
                .setText("Much longer lead!!\nPLANNED PHONE_CALL USA RUS")
                .build());

    assertThat(second).hasSize(1);
    assertThat(second.get(0).getId()).isEqualTo(first.getId());
    assertThat(second.get(0).getState()).isEqualTo(SignalState.ACTIVE);
    assertThat(second.get(0).getEvent().getSentence().getStart()).isEqualTo(19);
  }

  @Test
  void anEditBehindTheEvidenceTellsNothing() {
    house.rule(US_RUSSIA, 1);
    NewsItem item = item("a", "Reuters", NOON, "PLANNED PHONE_CALL USA RUS\nOld end");
    assertThat(send(item)).hasSize(1);
    assertThat(
            send(NewsItem.newBuilder(item).setText("PLANNED PHONE_CALL USA RUS\nNew end").build()))
        .isEmpty();
  }

  @Test
  void aRevisionTakesBackWhatItNoLongerSays() {
    house.rule(US_RUSSIA, 1);
    NewsItem item = item("a", "Reuters", NOON, "PLANNED PHONE_CALL USA RUS");
    Signal planned = send(item).get(0);
    List<Signal> after =
        send(NewsItem.newBuilder(item).setText("CANCELLED PHONE_CALL USA RUS").build());

    assertThat(after)
        .extracting(s -> s.getState() + " " + s.getEvent().getStatus() + " " + s.getRevision())
        .containsExactly("ACTIVE CANCELLED 2", "RETRACTED PLANNED 2");
    assertThat(after.get(1).getId()).isEqualTo(planned.getId());
    assertThat(after.get(1).getRetractionReason())
        .isEqualTo("revision 2 of the item no longer says so");
    assertThat(send(item))
        .extracting(s -> s.getState() + " " + s.getEvent().getStatus())
        .containsExactly("ACTIVE PLANNED", "RETRACTED CANCELLED");
  }

  @Test
  void aWithdrawalTakesBackEverythingAlsoOfARemovedRule() {
    house.rule(US_RUSSIA, 1);
    NewsItem item =
        item("a", "Reuters", NOON, "PLANNED PHONE_CALL USA RUS\nDENIED MEETING USA RUS");
    assertThat(send(item)).hasSize(2);
    house.removeRule(RULE);
    List<Signal> after = send(NewsItem.newBuilder(item).setPubStatus(PubStatus.CANCELED).build());

    assertThat(after)
        .hasSize(2)
        .allSatisfy(
            signal -> {
              assertThat(signal.getState()).isEqualTo(SignalState.RETRACTED);
              assertThat(signal.getRetractionReason()).isEqualTo("Reuters withdrew the item");
            });
  }

  @Test
  void aNewVersionOfTheRuleReplacesItsSignalsWithTheNextRevision() {
    house.rule(US_RUSSIA, 1);
    NewsItem item = item("a", "Reuters", NOON, "PLANNED PHONE_CALL USA RUS");
    Signal first = send(item).get(0);
    house.rule(US_RUSSIA, 2);
    List<Signal> after =
        send(NewsItem.newBuilder(item).setText("PLANNED PHONE_CALL USA RUS\nmore").build());

    assertThat(after).extracting(Signal::getRuleVersion).containsExactly(2, 1);
    assertThat(after.get(1).getId()).isEqualTo(first.getId());
    assertThat(after.get(1).getRetractionReason()).isEqualTo("version 2 of the rule replaced it");
  }

  @Test
  void twoEqualSentencesAreTwoSignals() {
    house.rule(US_RUSSIA, 1);
    assertThat(
            send(
                item(
                    "a",
                    "Reuters",
                    NOON,
                    "PLANNED PHONE_CALL USA RUS\nPLANNED PHONE_CALL USA RUS")))
        .extracting(Signal::getId)
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void aRuleWithoutATopicIsADeadLetterAndHangsNobody() {
    house.signalTopics(topic -> topic.equals(Topics.signals(House.NAMESPACE, RULE).name()));
    house.rule(US_RUSSIA, 1);
    house.rule("id: nowhere\nbetween: [USA, RUS]\n", 1);

    assertThat(send(item("a", "Reuters", NOON, "PLANNED PHONE_CALL USA RUS"))).hasSize(1);
    List<DeadLetter> letters = deadLetters();
    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).getErrorType()).isEqualTo("no-signals-topic");
    assertThat(letters.get(0).getError())
        .contains("'nowhere'", "test.signals.nowhere.v1", "hotline topics apply");
    assertThat(letters.get(0).getTopic()).isEqualTo("test.rules.v1");
  }

  @Test
  void rulesThatCannotBeReadAreDeadLettersAndTheOthersGoOn() {
    house.rule(US_RUSSIA, 1);
    house.rawRule("garbage", "no avro".getBytes(StandardCharsets.UTF_8));
    house.rule(
        TopicRule.newBuilder()
            .setId("bad-query")
            .setVersion(1)
            .setTitle("bad")
            .setQuery("text:(")
            .build());
    house.rule(
        TopicRule.newBuilder()
            .setId("bad-party")
            .setVersion(1)
            .setTitle("bad")
            .setBetween(List.of("USA", "Mars"))
            .build());

    assertThat(send(item("a", "Reuters", NOON, "PLANNED PHONE_CALL USA RUS"))).hasSize(1);
    assertThat(deadLetters())
        .extracting(letter -> letter.getStage() + " " + letter.getErrorType())
        .containsExactly(
            "keep-rules wrong-magic-byte", "keep-rules wrong-rule", "keep-rules wrong-rule");
  }

  @Test
  void garbageOnTheEnrichedTopicIsADeadLetter() {
    house
        .driver(Application.SIGNALS)
        .createInputTopic(
            Topics.enriched(House.NAMESPACE).name(),
            new org.apache.kafka.common.serialization.StringSerializer(),
            new org.apache.kafka.common.serialization.ByteArraySerializer())
        .pipeInput("x", new byte[] {1, 2, 3, 4, 5, 6});
    assertThat(deadLetters())
        .extracting(letter -> letter.getStage() + " " + letter.getErrorType())
        .containsExactly("decode-enriched wrong-magic-byte");
  }

  @Test
  void storesAddNoSubjectsToTheRegistry() {
    house.rule(US_RUSSIA, 1);
    send(item("a", "Reuters", NOON, "PLANNED PHONE_CALL USA RUS"));
    house.signal(StoriesFixture.signal("x"));
    house.alerts();
    assertThat(house.subjects()).allMatch(subject -> subject.matches("test\\.[a-z.-]+\\.v1-value"));
  }
}
