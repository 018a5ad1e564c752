package io.hotline.gateway.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hotline.gateway.log.Catalogue;
import io.hotline.gateway.log.ListedTopic;
import io.hotline.gateway.log.TopicKind;
import io.hotline.gateway.notice.Notice;
import io.hotline.gateway.recent.Charts;
import io.hotline.gateway.recent.Recent;
import io.hotline.gateway.stream.Selection;
import io.hotline.gateway.stream.Window;
import io.hotline.schemas.record.Alert;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts over time, countries in contact, annotations. */
public final class ChartEndpoints extends Endpoints {

  private static final int MOST_ANNOTATIONS = 1_000;
  private static final Duration USUAL_WINDOW = Duration.ofDays(1);

  private final Catalogue catalogue;
  private final Recent recent;
  private final Charts charts;
  private final InstantSource clock;

  public ChartEndpoints(Catalogue catalogue, Recent recent, InstantSource clock) {
    this.catalogue = catalogue;
    this.recent = recent;
    this.charts = new Charts(recent);
    this.clock = clock;
  }

  @Override
  List<Route> routes() {
    return List.of(
        Route.get("/counts", Access.Level.READ, this::counts),
        Route.get("/matrix", Access.Level.READ, this::matrix),
        Route.get("/annotations", Access.Level.READ, this::annotations));
  }

  private void checkReady() {
    if (!recent.isCaughtUp()) {
      throw new Refused(Answer.comeBack("the gateway still reads what was there before"));
    }
  }

  private Answer counts(Call call) {
    call.allow(Set.of("topic", "since", "until", "step", "by"));
    List<ListedTopic> topics = topics(call);
    Instant until = call.time("until") == null ? clock.instant() : call.time("until");
    Instant since = call.time("since") == null ? until.minus(USUAL_WINDOW) : call.time("since");
    if (!since.isBefore(until)) {
      throw new Refused(400, "until " + until + " is not after since " + since);
    }
    Duration step = Steps.read(call.parameter("step"), since, until);
    Charts.By by =
        switch (call.parameter("by") == null ? "" : call.parameter("by")) {
          case "" -> Charts.By.NOTHING;
          case "status" -> Charts.By.STATUS;
          case "mode" -> Charts.By.MODE;
          default ->
              throw new Refused(400, "by '" + call.parameter("by") + "': expected status or mode");
        };
    checkReady();
    List<Charts.Series> series = charts.counts(names(topics), since, until, step, by);
    boolean complete = charts.isComplete(fullNames(topics), since);
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeStringField("since", since.toString());
          json.writeStringField("until", until.toString());
          json.writeStringField("step", step.toString());
          json.writeBooleanField("complete", complete);
          json.writeArrayFieldStart("series");
          for (Charts.Series each : series) {
            json.writeStartObject();
            json.writeStringField("topic", each.topic());
            json.writeStringField("key", each.key().isEmpty() ? null : each.key());
            json.writeNumberField("total", each.total());
            json.writeFieldName("counts");
            json.writeArray(each.counts(), 0, each.counts().length);
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private Answer matrix(Call call) {
    call.allow(Set.of("topic", "since", "until"));
    List<ListedTopic> topics = topics(call);
    Window window = new Window(call.time("since"), call.time("until"));
    checkReady();
    List<Charts.Pair> pairs = charts.pairs(names(topics), window);
    boolean complete = charts.isComplete(fullNames(topics), window.since());
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          time(json, "since", window.since());
          time(json, "until", window.until());
          json.writeBooleanField("complete", complete);
          json.writeArrayFieldStart("pairs");
          for (Charts.Pair pair : pairs) {
            json.writeStartObject();
            json.writeStringField("a", pair.a());
            json.writeStringField("b", pair.b());
            json.writeNumberField("signals", pair.signals());
            json.writeStringField("latest", pair.latest().toString());
            json.writeObjectFieldStart("statuses");
            for (Map.Entry<String, Integer> status : pair.statuses().entrySet()) {
              json.writeNumberField(status.getKey(), status.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private Answer annotations(Call call) {
    call.allow(Set.of("topic", "since", "until"));
    Window window = new Window(grafanaTime(call, "since"), grafanaTime(call, "until"));
    Set<String> rules = call.list("topic");
    checkReady();
    List<Alert> alerts =
        recent.alerts().in(window).stream()
            .filter(alert -> rules.isEmpty() || rules.contains(alert.getRuleId()))
            .limit(MOST_ANNOTATIONS)
            .toList();
    return Answer.json(
        200,
        json -> {
          json.writeStartArray();
          for (Alert alert : alerts) {
            annotation(Notice.of(alert), json);
          }
          json.writeEndArray();
        });
  }

  private static void annotation(Notice notice, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("time", notice.published().toEpochMilli());
    json.writeNumberField("timeEnd", notice.published().toEpochMilli());
    json.writeStringField("title", notice.what() + " " + notice.status());
    json.writeStringField("text", notice.headline());
    json.writeArrayFieldStart("tags");
    for (String tag : List.of(notice.ruleId(), notice.what(), notice.status(), notice.mode())) {
      json.writeString(tag);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static @Nullable Instant grafanaTime(Call call, String name) {
    String value = call.parameter(name);
    return value != null && value.matches("-?\\d{1,15}")
        ? Instant.ofEpochMilli(Long.parseLong(value))
        : call.time(name);
  }

  private static void time(JsonGenerator json, String name, @Nullable Instant time)
      throws IOException {
    json.writeStringField(name, time == null ? null : time.toString());
  }

  /** Signals of every rule, unless others are named. */
  private List<ListedTopic> topics(Call call) {
    String names = call.parameter("topic");
    Selection selection =
        Selection.of(names == null ? Selection.ALL_SIGNALS : names, catalogue.topics());
    return catalogue.topics().stream()
        .filter(topic -> topic.kind() == TopicKind.SIGNAL || topic.kind() == TopicKind.ALERT)
        .filter(selection::includes)
        .toList();
  }

  private static Set<String> names(List<ListedTopic> topics) {
    return topics.stream().map(ListedTopic::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> fullNames(List<ListedTopic> topics) {
    return topics.stream().map(ListedTopic::topic).toList();
  }
}
