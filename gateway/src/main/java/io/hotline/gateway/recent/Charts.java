package io.hotline.gateway.recent;

import io.hotline.gateway.stream.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is counted over signals and alerts that the gateway remembers. */
public final class Charts {

  private static final int MOST_PAIRS = 500;

  private final Recent recent;

  public Charts(Recent recent) {
    this.recent = recent;
  }

  /** What a series is made for, besides a topic. */
  public enum By {
    NOTHING,
    STATUS,
    MODE;

    private String key(Mark mark) {
      return switch (this) {
        case NOTHING -> "";
        case STATUS -> mark.status();
        case MODE -> mark.mode();
      };
    }
  }

  /**
   * Counts in each step of a window.
   *
   * @param key empty if the series is of a whole topic
   */
  public record Series(String topic, String key, int total, int[] counts) {}

  /**
   * A pair of countries in contact.
   *
   * @param a the alphabetically first
   * @param statuses how many of each
   */
  public record Pair(
      String a, String b, int signals, Instant latest, Map<String, Integer> statuses) {}

  /** Counts over time, a series for each topic and key, by name. */
  public List<Series> counts(
      Set<String> topics, Instant since, Instant until, Duration step, By by) {
    int steps = steps(since, until, step);
    Map<String, int[]> counts = new TreeMap<>();
    if (by == By.NOTHING) {
      topics.forEach(topic -> counts.put(topic + '\n', new int[steps]));
    }
    for (Mark mark : marks(topics, new Window(since, until))) {
      long at = Duration.between(since, mark.published()).toMillis() / step.toMillis();
      counts
          .computeIfAbsent(mark.topic() + '\n' + by.key(mark), series -> new int[steps])[
          (int) at]++;
    }
    List<Series> series = new ArrayList<>();
    counts.forEach(
        (name, values) -> {
          int end = name.indexOf('\n');
          int total = 0;
          for (int value : values) {
            total += value;
          }
          series.add(new Series(name.substring(0, end), name.substring(end + 1), total, values));
        });
    return series;
  }

  /** How many steps a window has; the last may be shorter. */
  public static int steps(Instant since, Instant until, Duration step) {
    long millis = Duration.between(since, until).toMillis();
    return Math.toIntExact((millis + step.toMillis() - 1) / step.toMillis());
  }

  /** Pairs of countries in contact, most signals first. */
  public List<Pair> pairs(Set<String> topics, Window window) {
    Map<String, Map<String, Integer>> statuses = new TreeMap<>();
    Map<String, Instant> latest = new TreeMap<>();
    for (Mark mark : marks(topics, window)) {
      List<String> parties = mark.parties().stream().distinct().sorted().toList();
      for (int i = 0; i < parties.size(); i++) {
        for (int j = i + 1; j < parties.size(); j++) {
          String pair = parties.get(i) + '\n' + parties.get(j);
          statuses
              .computeIfAbsent(pair, missing -> new TreeMap<>())
              .merge(mark.status(), 1, Integer::sum);
          latest.merge(pair, mark.published(), (a, b) -> a.isAfter(b) ? a : b);
        }
      }
    }
    List<Pair> pairs = new ArrayList<>();
    statuses.forEach(
        (pair, counts) -> {
          String[] countries = pair.split("\n", -1);
          int signals = counts.values().stream().mapToInt(Integer::intValue).sum();
          Instant at = latest.getOrDefault(pair, Instant.EPOCH);
          pairs.add(new Pair(countries[0], countries[1], signals, at, counts));
        });
    return pairs.stream()
        .sorted(Comparator.comparingInt(Pair::signals).reversed())
        .limit(MOST_PAIRS)
        .toList();
  }

  private Collection<Mark> marks(Set<String> topics, Window window) {
    List<Mark> marks = new ArrayList<>(recent.signals().in(window));
    if (topics.contains("alerts")) {
      marks.addAll(recent.alerts().marksIn(window));
    }
    marks.removeIf(mark -> !topics.contains(mark.topic()));
    return marks;
  }

  /**
   * Whether everything in these topics since a time was counted.
   *
   * @param fullNames of the topics
   * @param since null: since ever
   */
  public boolean isComplete(Collection<String> fullNames, @Nullable Instant since) {
    return recent.signals().remembers(since)
        && recent.alerts().remembers(since)
        && fullNames.stream().allMatch(recent.sizes()::isWhole);
  }
}
