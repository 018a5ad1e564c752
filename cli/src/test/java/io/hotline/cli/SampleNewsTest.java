package io.hotline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.cli.workbench.Texts;
import io.hotline.extraction.Extractor;
import io.hotline.processors.RuleTrial;
import io.hotline.schemas.RecordTrust;
import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.Participant;
import io.hotline.schemas.record.PubStatus;
import io.hotline.schemas.record.Side;
import io.hotline.schemas.record.Signal;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every signal that the shipped rules give on the sample news, beside what a careful analyst would
 * file (sample-expectations.tsv). Prints each difference; the shares may not fall.
 */
class SampleNewsTest {
  private static final double PRECISION = 85;
  private static final double RECALL = 84;
  private static final double ACTORS = 95;

  /** A signal that should stand, and how many were found for it. */
  private static final class Expected {
    final String rule;
    final Set<String> statuses;
    final Set<String> modes;
    final String parties;
    final String actor;
    boolean found;
    boolean actorFound;

    Expected(String[] cells) {
      rule = cells[1];
      statuses = Set.of(cells[2].split("/"));
      modes = Set.of(cells[3].split("/"));
      parties = cells[4];
      actor = cells.length > 5 ? cells[5] : "";
    }

    boolean isMetBy(Signal signal) {
      Event event = signal.getEvent();
      return rule.equals(signal.getRuleId())
          && statuses.contains(event.getStatus().toString())
          && modes.contains(event.getMode().toString())
          && countries(event).containsAll(List.of(parties.split("\\|")));
    }
  }

  @TempDir Path folder;

  @Test
  void givesTheSignalsThatAnAnalystWouldFile() throws Exception {
    RecordTrust.establish();
    Map<String, List<Expected>> expected = expectations();
    int signals = 0;
    int right = 0;
    StringBuilder report = new StringBuilder();
    Extractor extractor = Extractors.load();
    List<RuleTrial> trials = ShippedRules.load().stream().map(RuleTrial::new).toList();
    for (NewsItem item : lastRevisions()) {
      List<Expected> wanted =
          Objects.requireNonNull(expected.get(item.getSourceItemId()), item.getSourceItemId());
      for (Signal signal : signals(item, extractor, trials)) {
        signals++;
        List<Expected> met = wanted.stream().filter(each -> each.isMetBy(signal)).toList();
        String actor = actors(signal.getEvent());
        for (Expected each : met) {
          each.found = true;
          each.actorFound |= each.actor.equals(actor);
        }
        if (met.isEmpty()) {
          report.append("extra  ").append(line(item, signal)).append('\n');
        } else {
          right++;
        }
      }
      for (Expected each : wanted) {
        if (!each.found) {
          report.append(
              "missed %s %s %s %s%n"
                  .formatted(item.getSourceItemId(), each.rule, each.statuses, each.modes));
        } else if (!each.actor.isEmpty() && !each.actorFound) {
          report.append(
              "actor  %s %s %s: not %s%n"
                  .formatted(item.getSourceItemId(), each.rule, each.statuses, each.actor));
        }
      }
    }
    List<Expected> all = expected.values().stream().flatMap(Collection::stream).toList();
    List<Expected> found = all.stream().filter(each -> each.found).toList();
    List<Expected> directed = found.stream().filter(each -> !each.actor.isEmpty()).toList();
    long actorsRight = directed.stream().filter(each -> each.actorFound).count();
    double precision = share(right, signals);
    double recall = share(found.size(), all.size());
    double actors = share(actorsRight, directed.size());
    System.out.printf(
        "%ssample news: %d signals, %d of them right (%.1f %%); %d of %d expected found (%.1f %%); actor right %d of %d (%.1f %%)%n",
        report,
        signals,
        right,
        precision,
        found.size(),
        all.size(),
        recall,
        actorsRight,
        directed.size(),
        actors);
    assertThat(precision)
        .as("share of the signals that are right")
        .isGreaterThanOrEqualTo(PRECISION);
    assertThat(recall).as("share of the expected signals found").isGreaterThanOrEqualTo(RECALL);
    assertThat(actors).as("share with the right actor").isGreaterThanOrEqualTo(ACTORS);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }

  private static List<Signal> signals(NewsItem item, Extractor extractor, List<RuleTrial> trials) {
    if (item.getPubStatus() == PubStatus.CANCELED) {
      return List.of();
    }
    var read = RuleTrial.read(item, extractor);
    return trials.stream().flatMap(trial -> trial.signals(read).stream()).toList();
  }

  private Collection<NewsItem> lastRevisions() throws Exception {
    Path news = folder.resolve("sample-news.jsonl");
    try (InputStream in = resource("demo/sample-news.jsonl")) {
      Files.copy(in, news);
    }
    Map<String, NewsItem> items = new LinkedHashMap<>();
    List<String> failures = new ArrayList<>();
    Texts.read(
        news.toString(),
        null,
        InstantSource.system(),
        item -> items.put(item.getId(), item),
        failures::add);
    assertThat(failures).isEmpty();
    return items.values();
  }

  private static Map<String, List<Expected>> expectations() throws Exception {
    Map<String, List<Expected>> expected = new LinkedHashMap<>();
    try (InputStream in = resource("demo/sample-expectations.tsv")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(
              cells -> {
                List<Expected> of = expected.computeIfAbsent(cells[0], id -> new ArrayList<>());
                if (!cells[1].isEmpty()) {
                  of.add(new Expected(cells));
                }
              });
    }
    return expected;
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(ShippedRules.class.getResourceAsStream(name), name);
  }

  private static Set<String> countries(Event event) {
    return event.getParticipants().stream()
        .map(Participant::getCountry)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String actors(Event event) {
    return event.getParticipants().stream()
        .filter(each -> each.getSide() == Side.ACTOR && each.getCountry() != null)
        .map(Participant::getCountry)
        .distinct()
        .sorted()
        .collect(Collectors.joining("|"));
  }

  private static String line(NewsItem item, Signal signal) {
    Event event = signal.getEvent();
    return "%s %s %s %s %s -> %s %.2f: %s %s"
        .formatted(
            item.getSourceItemId(),
            signal.getRuleId(),
            event.getStatus(),
            event.getMode(),
            actors(event),
            countries(event),
            event.getConfidence(),
            signal.getSentence(),
            event.getReasons());
  }
}
