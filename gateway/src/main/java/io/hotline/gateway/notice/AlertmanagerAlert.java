package io.hotline.gateway.notice;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * A notice for {@code POST /api/v2/alerts} of a Prometheus Alertmanager. The labels identify the
 * alert and hold no news text; that stands in the annotations. Alertmanager forgets an alert after
 * some minutes unless it is told until when it fires: a day, or, for one that was withdrawn, now.
 */
public final class AlertmanagerAlert {

  private static final Duration FIRES_FOR = Duration.ofDays(1);

  private AlertmanagerAlert() {}

  /** Writes a list of this one alert as the generator's next value. */
  public static void write(Notice notice, Instant now, JsonGenerator json) throws IOException {
    json.writeStartArray();
    json.writeStartObject();
    json.writeObjectFieldStart("labels");
    json.writeStringField("alertname", "Hotline");
    json.writeStringField("rule", notice.ruleId());
    json.writeStringField("story", notice.storyId());
    json.writeStringField("alert", notice.id());
    json.writeStringField("severity", "info");
    json.writeStringField("parties", String.join("-", notice.parties()));
    json.writeEndObject();
    json.writeObjectFieldStart("annotations");
    json.writeStringField("summary", notice.headline());
    json.writeStringField("description", notice.sentence());
    json.writeStringField("kind", notice.what());
    json.writeStringField("status", notice.status());
    json.writeStringField("mode", notice.mode());
    json.writeStringField("published", notice.published().toString());
    json.writeStringField("reportedBy", String.join(" < ", notice.reportedBy()));
    json.writeEndObject();
    Instant start = notice.published().isBefore(now) ? notice.published() : now.minusSeconds(1);
    json.writeStringField("startsAt", start.toString());
    json.writeStringField("endsAt", (notice.holds() ? now.plus(FIRES_FOR) : now).toString());
    json.writeEndObject();
    json.writeEndArray();
  }
}
