package io.hotline.gateway.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hotline.gateway.recent.Alerts;
import io.hotline.gateway.recent.Recent;
import io.hotline.gateway.stream.Window;
import io.hotline.schemas.RecordJson;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.TimelineEntry;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Stories: what the alerts of one development say together. */
public final class StoryEndpoints extends Endpoints {

  private static final int MOST = 1_000;
  private static final int USUAL = 100;

  private final Recent recent;

  public StoryEndpoints(Recent recent) {
    this.recent = recent;
  }

  /** A story by its alerts, oldest first; the last that holds speaks for it. */
  private record Story(List<Alert> alerts, Alert latest) {
    static Optional<Story> of(List<Alert> alerts) {
      List<Alert> holding = alerts.stream().filter(Alerts::holds).toList();
      return holding.isEmpty()
          ? Optional.empty()
          : Optional.of(new Story(alerts, holding.get(holding.size() - 1)));
    }

    Instant first() {
      return alerts.stream()
          .filter(Alerts::holds)
          .map(Alert::getPublished)
          .min(Instant::compareTo)
          .orElse(latest.getPublished());
    }
  }

  @Override
  List<Route> routes() {
    return List.of(
        Route.get("/stories", Access.Level.READ, this::stories),
        Route.get("/stories/{id}", Access.Level.READ, this::story));
  }

  private Recent ready() {
    if (!recent.isCaughtUp()) {
      throw new Refused(Answer.comeBack("the gateway still reads what was there before"));
    }
    return recent;
  }

  private Answer stories(Call call) {
    call.allow(Set.of("topic", "status", "country", "since", "until", "limit"));
    Set<String> rules = call.list("topic");
    Set<String> statuses = upper(call.list("status"));
    Set<String> countries = upper(call.list("country"));
    Window window = new Window(call.time("since"), call.time("until"));
    int limit = call.number("limit", USUAL, 1, MOST);
    List<Story> found =
        ready().alerts().stories().stream()
            .flatMap(alerts -> Story.of(alerts).stream())
            .filter(story -> rules.isEmpty() || rules.contains(story.latest().getRuleId()))
            .filter(
                story -> statuses.isEmpty() || statuses.contains(story.latest().getStatus().name()))
            .filter(story -> story.latest().getParties().containsAll(countries))
            .filter(story -> window.holds(story.latest().getPublished()))
            .sorted(
                Comparator.comparing((Story story) -> story.latest().getPublished())
                    .reversed()
                    .thenComparing(story -> story.latest().getStoryId()))
            .toList();
    boolean complete = found.size() <= limit && recent.alerts().remembers(window.since());
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("stories");
          for (Story story : found.subList(0, Math.min(limit, found.size()))) {
            json.writeStartObject();
            summary(story, json);
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeBooleanField("complete", complete);
          json.writeEndObject();
        });
  }

  private Answer story(Call call) {
    List<Alert> alerts = ready().alerts().story(call.variable("id"));
    if (alerts.isEmpty()) {
      throw new Refused(404, "there is no story '" + call.variable("id") + "', or it is too old");
    }
    // Of a story that was withdrawn whole, the last alert still says what it was.
    Story story =
        Story.of(alerts).orElseGet(() -> new Story(alerts, alerts.get(alerts.size() - 1)));
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          summary(story, json);
          json.writeArrayFieldStart("timeline");
          for (TimelineEntry step : story.latest().getTimeline()) {
            step(step, json);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("alerts");
          for (Alert alert : story.alerts()) {
            RecordJson.write(alert, json);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private void summary(Story story, JsonGenerator json) throws IOException {
    Alert latest = story.latest();
    json.writeStringField("storyId", latest.getStoryId());
    json.writeStringField("ruleId", latest.getRuleId());
    json.writeArrayFieldStart("parties");
    for (String party : latest.getParties()) {
      json.writeString(party);
    }
    json.writeEndArray();
    json.writeStringField("mode", latest.getMode().name());
    json.writeStringField("status", latest.getStatus().name());
    json.writeNumberField("independentSources", latest.getIndependentSources());
    json.writeStringField("summary", latest.getSummary());
    json.writeStringField("first", story.first().toString());
    json.writeStringField("published", latest.getPublished().toString());
    json.writeArrayFieldStart("alertIds");
    for (Alert alert : story.alerts()) {
      if (Alerts.holds(alert)) {
        json.writeString(alert.getId());
      }
    }
    json.writeEndArray();
    json.writeBooleanField(
        "acknowledged", recent.acknowledgements().get(latest.getId()).isPresent());
  }

  private void step(TimelineEntry step, JsonGenerator json) throws IOException {
    json.writeStartObject();
    RecordJson.writeFields(step, json);
    json.writeFieldName("signal");
    Optional<String> signal = recent.signals().json(step.getSignalId());
    if (signal.isPresent()) {
      json.writeRawValue(signal.get());
    } else {
      json.writeNull();
    }
    json.writeEndObject();
  }

  private static Set<String> upper(Set<String> words) {
    return words.stream()
        .map(word -> word.toUpperCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
