package io.hotline.processors;

import static io.hotline.processors.House.NOON;
import static io.hotline.processors.House.US_RUSSIA;
import static io.hotline.processors.House.inForce;
import static io.hotline.processors.House.item;
import static io.hotline.processors.StoriesFixture.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.schemas.Topics;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.AlertKind;
import io.hotline.schemas.record.AlertState;
import io.hotline.schemas.record.EventMode;
import io.hotline.schemas.record.EventStatus;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.PubStatus;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.SignalState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AlertsTopologyTest {

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

  private List<Alert> send(NewsItem item) {
    house.item(item);
    house.enriched();
    house.signals("us-russia-contact");
    return house.alerts();
  }

  @Test
  void aStoryFromItsFirstReportToItsWithdrawal() {
    house.rule(US_RUSSIA, 1);
    NewsItem first = item("a", "Reuters", NOON, "PLANNED PHONE_CALL USA RUS");
    assertThat(send(first)).extracting(Alert::getKind).containsExactly(AlertKind.FIRST_REPORT);

    List<Alert> corroborated =
        send(item("b", "AFP", NOON.plusSeconds(3600), "PLANNED PHONE_CALL USA RUS"));
    assertThat(corroborated).extracting(Alert::getKind).containsExactly(AlertKind.CORROBORATED);
    assertThat(corroborated.get(0).getIndependentSources()).isEqualTo(2);
    assertThat(corroborated.get(0).getTimeline()).hasSize(2);

    assertThat(send(item("c", "BBC", NOON.plusSeconds(7200), "OCCURRED PHONE_CALL USA RUS")))
        .extracting(alert -> alert.getKind() + " " + alert.getPreviousStatus())
        .containsExactly("STATUS_CHANGE PLANNED");

    List<Alert> withdrawn =
        send(NewsItem.newBuilder(first).setPubStatus(PubStatus.CANCELED).build());
    assertThat(withdrawn)
        .extracting(alert -> alert.getKind() + " " + alert.getState() + " " + alert.getPublished())
        .containsExactly(
            "CORROBORATED WITHDRAWN 2025-01-20T13:00:00Z",
            "FIRST_REPORT ACTIVE 2025-01-20T13:00:00Z",
            "STATUS_CHANGE ACTIVE 2025-01-20T14:00:00Z");
  }

  @Test
  void aBurstIsToldOnce() {
    for (int i = 0; i < 5; i++) {
      house.signal(signal("s" + i, "Paper " + i, i, EventStatus.PLANNED, EventMode.PHONE_CALL));
    }
    assertThat(house.alerts())
        .extracting(alert -> alert.getKind() + " " + alert.getIndependentSources())
        .containsExactly("FIRST_REPORT 1", "CORROBORATED 2", "CORROBORATED 3");
    assertThat(house.alerts()).isEmpty();
  }

  @Test
  void theAlertsInForceAreTheSameForAnyOrderOfArrival() {
    List<Signal> signals = someSignals(new Random(20250120));
    Map<String, Alert> expected = null;
    for (int seed = 0; seed < 12; seed++) {
      Random random = new Random(seed);
      List<Signal> arrival = new ArrayList<>(signals);
      Collections.shuffle(arrival, random);
      try (House other = new House(state.resolve("order-" + seed))) {
        List<Alert> told = new ArrayList<>();
        for (Signal signal : arrival) {
          other.signal(signal);
          if (random.nextInt(4) == 0) {
            told.addAll(other.alerts());
          }
        }
        told.addAll(other.alerts());
        Map<String, Alert> inForce = inForce(told);
        if (expected == null) {
          expected = inForce;
          assertThat(expected.values())
              .extracting(Alert::getKind)
              .contains(AlertKind.FIRST_REPORT, AlertKind.STATUS_CHANGE, AlertKind.CORROBORATED);
        }
        assertThat(inForce).as("seed %d", seed).isEqualTo(expected);
      }
    }
  }

  /** Of several weeks, all statuses, several outlets and agencies; some retracted. */
  private static List<Signal> someSignals(Random random) {
    EventStatus[] statuses = EventStatus.values();
    EventMode[] modes = {EventMode.PHONE_CALL, EventMode.MEETING, EventMode.VISIT};
    List<Signal> signals = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      Signal signal =
          signal(
              "s" + i,
              "Paper " + random.nextInt(12),
              random.nextInt(24 * 40),
              statuses[1 + random.nextInt(statuses.length - 1)],
              modes[random.nextInt(modes.length)],
              random.nextBoolean() ? new String[] {"CNN"} : new String[] {});
      signals.add(
          random.nextInt(8) == 0
              ? Signal.newBuilder(signal).setState(SignalState.RETRACTED).build()
              : signal);
    }
    return signals;
  }

  @Test
  void garbageOnASignalsTopicIsADeadLetter() {
    house
        .driver(Application.ALERTS)
        .createInputTopic(
            Topics.signals(House.NAMESPACE, "any-rule").name(),
            new StringSerializer(),
            new ByteArraySerializer())
        .pipeInput("x", new byte[] {1, 2, 3, 4, 5, 6});
    assertThat(house.deadLetters(Application.ALERTS))
        .extracting(letter -> letter.getTopic() + " " + letter.getStage())
        .containsExactly("test.signals.any-rule.v1 decode-signal");
  }

  @Test
  void aSignalBehindTheGraceIsADeadLetterAndTheOldStoryStaysAsItWas() {
    house.signal(signal("old", "Reuters", 0, EventStatus.PLANNED, EventMode.PHONE_CALL));
    Alert old = house.alerts().get(0);
    house.signal(signal("new", "Reuters", 24 * 400, EventStatus.PLANNED, EventMode.PHONE_CALL));
    assertThat(house.alerts())
        .extracting(alert -> alert.getKind() + " " + alert.getState())
        .containsExactly("FIRST_REPORT ACTIVE");
    house.signal(signal("late", "AFP", 1, EventStatus.OCCURRED, EventMode.PHONE_CALL));
    assertThat(house.alerts()).isEmpty();
    assertThat(old.getState()).isEqualTo(AlertState.ACTIVE);
    assertThat(house.deadLetters(Application.ALERTS))
        .extracting(letter -> letter.getStage() + " " + letter.getErrorType())
        .containsExactly("update-story too-late");
  }
}
