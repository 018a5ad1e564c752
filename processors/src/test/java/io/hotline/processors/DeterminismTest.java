package io.hotline.processors;

import static io.hotline.processors.House.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.AlertKind;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.PubStatus;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.SignalState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Any order of arrival within the grace ends in the same signals and the same alerts in force, from
 * the item to the alert. A seed makes weeks of news, and orders in which it could have come: those
 * that keep the versions of one item in their order, as a partition does.
 */
final class DeterminismTest {

  private static final int ITEMS = 40;
  private static final int DAYS = 30;
  private static final int ORDERS = 2;

  @TempDir private Path state;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {19870413, 20250120, 7})
  void anyOrderOfArrivalEndsInTheSame(long seed) {
    Random random = new Random(seed);
    List<NewsItem> news = news(random);
    Ending expected = ending(news, random, state.resolve("in-order"));
    Set<AlertKind> kinds =
        expected.alerts().values().stream()
            .map(Alert::getKind)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(AlertKind.class)));
    assertThat(kinds)
        .as("the news is rich enough to show something")
        .contains(
            AlertKind.FIRST_REPORT,
            AlertKind.STATUS_CHANGE,
            AlertKind.CORROBORATED,
            AlertKind.CORRECTED);
    for (int order = 0; order < ORDERS; order++) {
      Ending other = ending(shuffled(news, random), random, state.resolve("order-" + order));
      assertThat(other.signals()).isEqualTo(expected.signals());
      assertThat(other.alerts()).isEqualTo(expected.alerts());
    }
  }

  private record Ending(Map<String, Signal> signals, Map<String, Alert> alerts) {}

  private static Ending ending(List<NewsItem> arrival, Random random, Path state) {
    Map<String, Signal> signals = new LinkedHashMap<>();
    List<Alert> told = new ArrayList<>();
    try (House house = new House(state)) {
      house.rule(House.US_RUSSIA, 1);
      for (NewsItem item : arrival) {
        house.item(item);
        house.enriched();
        house.signals("us-russia-contact").forEach(signal -> signals.put(signal.getId(), signal));
        if (random.nextInt(5) == 0) {
          told.addAll(house.alerts());
        }
      }
      told.addAll(house.alerts());
      assertThat(house.deadLetters(Application.ALERTS)).isEmpty();
    }
    signals.values().removeIf(signal -> signal.getState() == SignalState.RETRACTED);
    return new Ending(new TreeMap<>(signals), House.inForce(told));
  }

  /** Calls and visits of a month; a fifth is revised, a tenth withdrawn. */
  private static List<NewsItem> news(Random random) {
    List<NewsItem> news = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      NewsItem item =
          House.item(
              "item-" + i,
              "Paper " + random.nextInt(8),
              NOON.plus(Duration.ofMinutes(random.nextInt(DAYS * 24 * 60))),
              text(random));
      news.add(item);
      int fate = random.nextInt(10);
      if (fate < 2) {
        news.add(NewsItem.newBuilder(item).setText(text(random)).build());
      } else if (fate == 2) {
        news.add(NewsItem.newBuilder(item).setPubStatus(PubStatus.CANCELED).build());
      }
    }
    return news;
  }

  private static String text(Random random) {
    List<String> statuses =
        List.of("SPECULATED", "OFFERED", "PLANNED", "PLANNED", "OCCURRED", "DENIED", "CANCELLED");
    List<String> modes = List.of("PHONE_CALL", "VISIT", "MEETING", "LETTER");
    StringBuilder text = new StringBuilder("A lead");
    for (int i = 0; i <= random.nextInt(2); i++) {
      text.append('\n')
          .append(statuses.get(random.nextInt(statuses.size())))
          .append(' ')
          .append(modes.get(random.nextInt(modes.size())))
          .append(random.nextBoolean() ? " USA RUS" : " RUS USA")
          .append(random.nextInt(3) == 0 ? " via CNN" : "");
    }
    return text.toString();
  }

  /** In any order of items, the versions of each in theirs. */
  private static List<NewsItem> shuffled(List<NewsItem> news, Random random) {
    List<NewsItem> shuffled = new ArrayList<>(news);
    Collections.shuffle(shuffled, random);
    Map<String, Integer> next = new LinkedHashMap<>();
    for (int i = 0; i < shuffled.size(); i++) {
      String id = shuffled.get(i).getId();
      int version = next.merge(id, 1, Integer::sum) - 1;
      List<NewsItem> versions = news.stream().filter(each -> each.getId().equals(id)).toList();
      shuffled.set(i, versions.get(version));
    }
    return shuffled;
  }
}
