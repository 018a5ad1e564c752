package io.hotline.processors.stories;

import static io.hotline.processors.StoriesFixture.signal;
import static io.hotline.schemas.record.EventMode.LETTER;
import static io.hotline.schemas.record.EventMode.MEETING;
import static io.hotline.schemas.record.EventMode.PHONE_CALL;
import static io.hotline.schemas.record.EventMode.VISIT;
import static io.hotline.schemas.record.EventStatus.CANCELLED;
import static io.hotline.schemas.record.EventStatus.DENIED;
import static io.hotline.schemas.record.EventStatus.HISTORICAL_BACKGROUND;
import static io.hotline.schemas.record.EventStatus.OCCURRED;
import static io.hotline.schemas.record.EventStatus.PLANNED;
import static io.hotline.schemas.record.EventStatus.SPECULATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.processors.StoriesFixture;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.EventStatus;
import io.hotline.schemas.record.EventTime;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.SignalState;
import io.hotline.schemas.record.TimePrecision;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StoryTest {

  private static List<String> told(Signal... signals) {
    return Stories.cut(List.of(signals)).stream()
        .flatMap(story -> story.alerts().stream())
        .map(StoryTest::said)
        .collect(Collectors.toList());
  }

  private static String said(Alert alert) {
    return alert.getKind()
        + " "
        + alert.getStatus()
        + (alert.getKind() == io.hotline.schemas.record.AlertKind.CORROBORATED
            ? " " + alert.getIndependentSources()
            : "");
  }

  private static Signal retracted(Signal signal) {
    return Signal.newBuilder(signal)
        .setState(SignalState.RETRACTED)
        .setRetractionReason("gone")
        .build();
  }

  private static Signal ofItem(String item, Signal signal) {
    return Signal.newBuilder(signal).setItemId(item).build();
  }

  @Test
  void possibleThenPlannedThenOccurred() {
    assertThat(
            told(
                signal("a", "Reuters", 0, SPECULATED, VISIT),
                signal("b", "Reuters", 20, PLANNED, VISIT),
                signal("c", "Reuters", 60, OCCURRED, MEETING)))
        .containsExactly(
            "FIRST_REPORT SPECULATED", "STATUS_CHANGE PLANNED", "STATUS_CHANGE OCCURRED");
  }

  @Test
  void aLaterReportOfAnEarlierStageIsNoNews() {
    assertThat(
            told(
                signal("a", "Reuters", 0, OCCURRED, PHONE_CALL),
                signal("b", "AFP", 1, PLANNED, PHONE_CALL)))
        .containsExactly("FIRST_REPORT OCCURRED");
  }

  @Test
  void theNextMeetingPlannedAfterOneTookPlaceIsNews() {
    Signal next = signal("b", "AFP", 2, PLANNED, MEETING);
    Signal dated =
        Signal.newBuilder(next)
            .setEvent(
                io.hotline.schemas.record.Event.newBuilder(next.getEvent())
                    .setEventTime(
                        new EventTime(
                            next.getPublished().plus(Duration.ofDays(5)),
                            next.getPublished().plus(Duration.ofDays(6)),
                            TimePrecision.DAY,
                            null))
                    .build())
            .build();
    assertThat(
            told(
                signal("a", "Reuters", 0, OCCURRED, MEETING),
                dated,
                signal("c", "BBC", 3, OCCURRED, MEETING)))
        .containsExactly(
            "FIRST_REPORT OCCURRED", "FIRST_REPORT PLANNED", "CORROBORATED OCCURRED 2");
  }

  @Test
  void aDenialIsNewsAndARepetitionOfWhatWasDeniedIsNot() {
    assertThat(
            told(
                signal("a", "Reuters", 0, OCCURRED, PHONE_CALL, "CNN"),
                signal("b", "Tass", 1, DENIED, PHONE_CALL),
                signal("c", "Times", 2, OCCURRED, PHONE_CALL, "CNN")))
        .containsExactly("FIRST_REPORT OCCURRED", "STATUS_CHANGE DENIED");
    assertThat(
            told(
                signal("a", "Reuters", 0, OCCURRED, PHONE_CALL, "CNN"),
                signal("b", "Tass", 1, DENIED, PHONE_CALL),
                signal("c", "Times", 2, OCCURRED, PHONE_CALL)))
        .containsExactly("FIRST_REPORT OCCURRED", "STATUS_CHANGE DENIED", "STATUS_CHANGE OCCURRED");
  }

  @Test
  void calledOffAndPlannedAnew() {
    assertThat(
            told(
                signal("a", "Reuters", 0, PLANNED, VISIT),
                signal("b", "Tass", 1, CANCELLED, VISIT),
                signal("c", "Tass", 30, PLANNED, VISIT)))
        .containsExactly(
            "FIRST_REPORT PLANNED", "STATUS_CHANGE CANCELLED", "STATUS_CHANGE PLANNED");
  }

  @Test
  void independentSourcesCorroborateAndChainsThatEndAtOneOriginDoNot() {
    assertThat(
            told(
                signal("a", "CNN", 0, PLANNED, PHONE_CALL, "two officials"),
                signal("b", "Kyiv Ledger", 1, PLANNED, PHONE_CALL, "CNN", "two officials"),
                signal("c", "Times", 2, PLANNED, PHONE_CALL, "CNN")))
        .containsExactly("FIRST_REPORT PLANNED");
    assertThat(
            told(
                signal("a", "CNN", 0, PLANNED, PHONE_CALL),
                signal("b", "Reuters", 1, PLANNED, PHONE_CALL),
                signal("c", "Reuters", 2, PLANNED, PHONE_CALL),
                signal("d", "AFP", 3, OCCURRED, PHONE_CALL)))
        .containsExactly(
            "FIRST_REPORT PLANNED", "CORROBORATED PLANNED 2", "STATUS_CHANGE OCCURRED");
  }

  @Test
  void syndicatedCopiesAreOneSource() {
    Signal original = signal("a", "AP", 0, PLANNED, PHONE_CALL);
    long fingerprint = 0x1234_5678_9abc_def0L;
    Signal copy = signal("b", "Local Gazette", 1, PLANNED, PHONE_CALL);
    assertThat(
            told(
                Signal.newBuilder(original).setFingerprint(fingerprint).build(),
                Signal.newBuilder(copy).setFingerprint(fingerprint ^ 0b111).build()))
        .containsExactly("FIRST_REPORT PLANNED");
    assertThat(
            told(
                Signal.newBuilder(original).setFingerprint(fingerprint).build(),
                Signal.newBuilder(copy).setFingerprint(~fingerprint).build()))
        .containsExactly("FIRST_REPORT PLANNED", "CORROBORATED PLANNED 2");
  }

  @Test
  void ofOneItemOnlyTheNewsIsTold() {
    assertThat(
            told(
                ofItem("i", signal("a", "Reuters", 0, SPECULATED, MEETING)),
                ofItem("i", signal("b", "Reuters", 0, PLANNED, MEETING))))
        .containsExactly("FIRST_REPORT PLANNED");
  }

  @Test
  void anotherWayOfContactIsAFirstReportInTheSameStory() {
    Signal call = signal("a", "Reuters", 0, PLANNED, PHONE_CALL);
    Signal letter = signal("b", "Reuters", 1, OCCURRED, LETTER);
    assertThat(told(call, letter)).containsExactly("FIRST_REPORT PLANNED", "FIRST_REPORT OCCURRED");
    assertThat(Stories.cut(List.of(call, letter))).hasSize(1);
  }

  /** Hours of reports of a status; how many stories they are. */
  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "OCCURRED, 0 72, 1",
    "OCCURRED, 0 73, 2",
    "OCCURRED, 0 60 120 167, 1",
    "DENIED, 0 73, 2",
    "PLANNED, 0 73, 1",
    "PLANNED, 0 336, 1",
    "PLANNED, 0 337, 2",
    "OFFERED, 0 240 480 720, 1",
    "OFFERED, 0 240 480 721, 2",
  })
  void silenceEndsAStory(EventStatus status, String hours, int stories) {
    List<Signal> signals =
        Stream.of(hours.split(" "))
            .map(hour -> signal("s" + hour, "Reuters", Integer.parseInt(hour), status, VISIT))
            .toList();
    assertThat(Stories.cut(signals)).hasSize(stories);
  }

  @Test
  void historyAndStaleNewsOpenNoStory() {
    Signal stale = signal("b", "AFP", 2, OCCURRED, MEETING);
    Signal old =
        Signal.newBuilder(stale)
            .setEvent(
                io.hotline.schemas.record.Event.newBuilder(stale.getEvent())
                    .setEventTime(
                        new EventTime(
                            stale.getPublished().minus(Duration.ofDays(20)),
                            stale.getPublished().minus(Duration.ofDays(19)),
                            TimePrecision.DAY,
                            null))
                    .build())
            .build();
    assertThat(told(signal("a", "Reuters", 0, HISTORICAL_BACKGROUND, MEETING), old)).isEmpty();
  }

  @Test
  void aStrandOfWhichNothingIsLeftIsRetracted() {
    assertThat(told(retracted(signal("a", "Reuters", 0, PLANNED, VISIT))))
        .containsExactly("RETRACTED PLANNED");
    assertThat(
            told(
                retracted(signal("a", "Reuters", 0, PLANNED, VISIT)),
                signal("b", "AFP", 1, PLANNED, VISIT)))
        .containsExactly("FIRST_REPORT PLANNED");
  }

  @Test
  void anItemThatTakesBackWhatItSaidAndSaysOtherwiseIsACorrection() {
    assertThat(
            told(
                ofItem("i", retracted(signal("a", "Reuters", 0, OCCURRED, VISIT))),
                ofItem("i", signal("b", "Reuters", 0, PLANNED, VISIT))))
        .containsExactly("FIRST_REPORT PLANNED", "CORRECTED PLANNED");
  }

  @Test
  void aLateReportFromEarlierTheSameDayKeepsTheStorysId() {
    Signal noon = signal("a", "Reuters", 0, PLANNED, VISIT);
    Signal morning = signal("b", "AFP", -3, PLANNED, VISIT);
    assertThat(Stories.cut(List.of(noon, morning)).get(0).storyId())
        .isEqualTo(Stories.cut(List.of(noon)).get(0).storyId());
  }

  @Test
  void theSummaryIsOneLineForAPerson() {
    Alert alert =
        Stories.cut(
                List.of(
                    StoriesFixture.signal(
                        "a", "Kyiv Ledger", -1.75, PLANNED, PHONE_CALL, "CNN", "sources")))
            .get(0)
            .alerts()
            .get(0);
    assertThat(alert.getSummary())
        .isEqualTo(
            "PLANNED phone call, USA -> RUS (Donald Trump, Vladimir Putin), reported by CNN citing"
                + " sources - Kyiv Ledger, 20 Jan 2025 10:15 UTC");
  }
}
