package io.hotline.cli.workbench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.hotline.cli.reading.RecordText;
import io.hotline.processors.Backtest;
import io.hotline.processors.Backtest.Change;
import io.hotline.processors.Backtest.Hit;
import io.hotline.schemas.RecordJson;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.TopicRule;
import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A back-test for people and for programs. */
public final class BacktestReport {
  private static final int LONGEST_BAR = 50;

  /** More days than this are told by the week. */
  private static final int MOST_DAYS = 62;

  private final TopicRule rule;
  private final Optional<TopicRule> inForce;
  private final Backtest backtest;

  public BacktestReport(TopicRule rule, Optional<TopicRule> inForce, Backtest backtest) {
    this.rule = rule;
    this.inForce = inForce;
    this.backtest = backtest;
  }

  /** Hits of one day or week. */
  private static final class Volume {
    private final int[] counts = new int[Change.values().length];

    int of(Change change) {
      return counts[change.ordinal()];
    }

    int fires() {
      return of(Change.NEW) + of(Change.SAME);
    }

    int all() {
      return fires() + of(Change.GONE);
    }

    String bar(int most) {
      double scale = Math.min(1, LONGEST_BAR / (double) most);
      return bar('#', of(Change.SAME), scale)
          + bar('+', of(Change.NEW), scale)
          + bar('-', of(Change.GONE), scale);
    }

    private static String bar(char of, int count, double scale) {
      return String.valueOf(of).repeat(count == 0 ? 0 : (int) Math.max(1, count * scale));
    }
  }

  /** By day, every day from the first hit to the last; by week where these are many. */
  private NavigableMap<LocalDate, Volume> volumes(int step) {
    NavigableMap<LocalDate, Volume> volumes = new TreeMap<>();
    for (Hit hit : backtest.hits()) {
      LocalDate day = day(hit);
      LocalDate start = day.minusDays(Math.floorMod(day.toEpochDay() + 3, step)); // on a Monday
      volumes.computeIfAbsent(start, unused -> new Volume()).counts[hit.change().ordinal()]++;
    }
    if (!volumes.isEmpty()) {
      LocalDate last = volumes.lastKey();
      for (LocalDate day = volumes.firstKey(); day.isBefore(last); day = day.plusDays(step)) {
        volumes.computeIfAbsent(day, unused -> new Volume());
      }
    }
    return volumes;
  }

  private static LocalDate day(Hit hit) {
    return hit.published().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private boolean isLong() {
    var hits = backtest.hits();
    return !hits.isEmpty()
        && ChronoUnit.DAYS.between(day(hits.get(0)), day(hits.get(hits.size() - 1))) > MOST_DAYS;
  }

  /** Prints it for people; {@code width} is the terminal's. */
  public void table(PrintStream out, int width) {
    int fires = backtest.count(Change.NEW) + backtest.count(Change.SAME);
    out.printf("%s: fires %,d times in %,d items%n", rule.getId(), fires, backtest.items());
    out.println(
        inForce
            .map(
                former ->
                    "beside version %d in force: %,d new (+), %,d the same (#), %,d gone (-)"
                        .formatted(
                            former.getVersion(),
                            backtest.count(Change.NEW),
                            backtest.count(Change.SAME),
                            backtest.count(Change.GONE)))
            .orElse("no version of it is in force, so all of it is new"));
    int step = isLong() ? 7 : 1;
    NavigableMap<LocalDate, Volume> volumes = volumes(step);
    int most = volumes.values().stream().mapToInt(Volume::all).max().orElse(1);
    if (!volumes.isEmpty()) {
      out.println();
      out.println(step == 1 ? "DAY           HITS" : "WEEK FROM     HITS");
    }
    volumes.forEach(
        (day, volume) -> out.printf("%s  %6d  %s%n", day, volume.fires(), volume.bar(most)));
    for (Change change : Change.values()) {
      if (!backtest.samples(change).isEmpty()) {
        out.println();
        out.println(
            change
                + (backtest.count(change) > backtest.samples(change).size()
                    ? ", the first of them"
                    : ""));
        for (Signal signal : backtest.samples(change)) {
          out.println(RecordText.of(signal, width));
        }
      }
    }
    out.flush();
  }

  /** Prints it as one JSON object. */
  public void json(PrintStream out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      json.writeStringField("rule", rule.getId());
      if (inForce.isPresent()) {
        json.writeNumberField("versionInForce", inForce.get().getVersion());
      } else {
        json.writeNullField("versionInForce");
      }
      json.writeNumberField("items", backtest.items());
      for (Change change : Change.values()) {
        json.writeNumberField(name(change), backtest.count(change));
      }
      json.writeArrayFieldStart("days");
      for (var day : volumes(1).entrySet()) {
        json.writeStartObject();
        json.writeStringField("day", day.getKey().toString());
        for (Change change : Change.values()) {
          json.writeNumberField(name(change), day.getValue().of(change));
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeObjectFieldStart("samples");
      for (Change change : Change.values()) {
        json.writeArrayFieldStart(name(change));
        for (Signal signal : backtest.samples(change)) {
          RecordJson.write(signal, json);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
      json.writeEndObject();
      json.writeRaw('\n');
    }
    out.flush();
  }

  private static String name(Change change) {
    return change.name().toLowerCase(Locale.ROOT);
  }
}
