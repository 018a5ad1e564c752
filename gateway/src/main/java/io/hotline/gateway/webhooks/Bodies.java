package io.hotline.gateway.webhooks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hotline.gateway.log.LogEntry;
import io.hotline.gateway.log.TopicKind;
import io.hotline.gateway.notice.AlertmanagerAlert;
import io.hotline.gateway.notice.Notice;
import io.hotline.gateway.notice.SlackMessage;
import io.hotline.gateway.notice.TeamsCard;
import io.hotline.schemas.record.Webhook;
import io.hotline.schemas.record.WebhookFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** What is sent, in each format. */
final class Bodies {

  private static final JsonFactory JSON = new JsonFactory();

  private Bodies() {}

  /** A body, and where it goes. */
  record Body(URI url, String contentType, byte[] bytes) {}

  private interface Writing {
    void write(JsonGenerator json) throws IOException;
  }

  /** The body of a record; empty if the format has none for it. */
  static Optional<Body> of(Webhook webhook, String id, LogEntry entry, Instant now) {
    WebhookFormat format = webhook.getFormat();
    URI url = URI.create(webhook.getUrl());
    if (format == WebhookFormat.JSON || format == WebhookFormat.UNKNOWN) {
      return Optional.of(body(url, "application/json", json -> envelope(entry, json)));
    }
    if (format == WebhookFormat.CLOUDEVENTS) {
      return Optional.of(
          body(url, "application/cloudevents+json", json -> cloudEvent(id, entry, json)));
    }
    return Notice.of(entry).flatMap(notice -> forPeople(format, url, notice, now));
  }

  private static Optional<Body> forPeople(
      WebhookFormat format, URI url, Notice notice, Instant now) {
    return switch (format) {
      case SLACK ->
          Optional.of(body(url, "application/json", json -> SlackMessage.write(notice, json)));
      case TEAMS ->
          Optional.of(body(url, "application/json", json -> TeamsCard.write(notice, json)));
      case ALERTMANAGER ->
          notice.kind() == TopicKind.ALERT
              ? Optional.of(
                  body(
                      alertsOf(url),
                      "application/json",
                      json -> AlertmanagerAlert.write(notice, now, json)))
              : Optional.empty();
      case JSON, CLOUDEVENTS, UNKNOWN ->
          throw new IllegalArgumentException("not for people: " + format);
    };
  }

  private static void envelope(LogEntry entry, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", entry.event());
    json.writeStringField("timestamp", entry.published().toString());
    json.writeFieldName("data");
    json.writeRawValue(entry.json());
    json.writeEndObject();
  }

  private static void cloudEvent(String id, LogEntry entry, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("specversion", "1.0");
    json.writeStringField("id", id);
    json.writeStringField("source", "/streams/" + entry.partition().topic());
    json.writeStringField("type", "io.hotline." + entry.event() + ".v1");
    json.writeStringField("subject", entry.key());
    json.writeStringField("time", entry.published().toString());
    json.writeStringField("datacontenttype", "application/json");
    json.writeFieldName("data");
    json.writeRawValue(entry.json());
    json.writeEndObject();
  }

  private static URI alertsOf(URI base) {
    String path = base.getPath() == null ? "" : base.getPath().replaceAll("/+$", "");
    return path.endsWith("/api/v2/alerts")
        ? base
        : base.resolve((path.isEmpty() ? "" : path) + "/api/v2/alerts");
  }

  private static Body body(URI url, String contentType, Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      writing.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("it cannot be said in JSON: " + e.getMessage(), e);
    }
    return new Body(url, contentType, bytes.toByteArray());
  }
}
