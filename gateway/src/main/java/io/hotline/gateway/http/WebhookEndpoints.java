package io.hotline.gateway.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotline.gateway.recent.Recent;
import io.hotline.gateway.webhooks.Subscribers;
import io.hotline.schemas.record.Webhook;
import io.hotline.schemas.record.WebhookFormat;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpMethod;

/** Those who want to be called. */
public final class WebhookEndpoints extends Endpoints {

  private static final int LONGEST_URL = 2_000;
  private static final int LONGEST_WORD = 200;
  private static final int MOST_WORDS = 100;

  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "url",
          "topics",
          "format",
          "statuses",
          "modes",
          "countries",
          "speakers",
          "sources",
          "minConfidence",
          "secret");

  private final Recent recent;
  private final Subscribers subscribers;

  public WebhookEndpoints(Recent recent, Subscribers subscribers) {
    this.recent = recent;
    this.subscribers = subscribers;
  }

  @Override
  List<Route> routes() {
    Access.Level admin = Access.Level.ADMIN;
    return List.of(
        Route.get("/webhooks", admin, call -> all()),
        Route.of(HttpMethod.POST, "/webhooks", admin, this::add),
        Route.get("/webhooks/{id}", admin, call -> answer(200, webhook(call))),
        Route.of(HttpMethod.DELETE, "/webhooks/{id}", admin, this::remove),
        Route.of(
            HttpMethod.POST,
            "/webhooks/{id}/pause",
            admin,
            call -> answer(200, subscribers.pause(webhook(call), true))),
        Route.of(
            HttpMethod.POST,
            "/webhooks/{id}/resume",
            admin,
            call -> answer(200, subscribers.pause(webhook(call), false))),
        Route.of(HttpMethod.POST, "/webhooks/{id}/replay", admin, this::replay));
  }

  private Recent ready() {
    if (!recent.isCaughtUp()) {
      throw new Refused(Answer.comeBack("the gateway still reads what was there before"));
    }
    return recent;
  }

  private Webhook webhook(Call call) {
    return ready()
        .webhooks()
        .get(call.variable("id"))
        .orElseThrow(() -> new Refused(404, "there is no webhook '" + call.variable("id") + "'"));
  }

  private Answer all() {
    List<Webhook> webhooks = ready().webhooks().values();
    return Answer.json(
        200,
        json -> {
          json.writeStartArray();
          for (Webhook webhook : webhooks) {
            write(webhook, json);
          }
          json.writeEndArray();
        });
  }

  private Answer add(Call call) {
    Webhook wanted = read(call.body(FIELDS));
    if (!wanted.getId().isEmpty() && ready().webhooks().get(wanted.getId()).isPresent()) {
      throw new Refused(409, "there is a webhook '" + wanted.getId() + "' already");
    }
    ready();
    Webhook made = subscribers.add(wanted);
    return Answer.json(
        201,
        json -> {
          json.writeStartObject();
          json.writeFieldName("webhook");
          write(made, json);
          json.writeStringField("secret", made.getSecret());
          json.writeEndObject();
        });
  }

  private Answer remove(Call call) {
    subscribers.remove(webhook(call).getId());
    return Answer.done();
  }

  private Answer replay(Call call) {
    ObjectNode body = call.body(Set.of("since"));
    Instant since = Call.time(body, "since");
    if (since == null) {
      throw new Refused(400, "since: is missing");
    }
    return answer(202, subscribers.replay(webhook(call), since));
  }

  /**
   * Reads a subscription as the API and the file of webhooks have it.
   *
   * @throws Refused if it is not right
   */
  static Webhook read(ObjectNode body) {
    String format = Call.text(body, "format", LONGEST_WORD);
    JsonNode confidence = body.get("minConfidence");
    if (confidence != null && !confidence.isNumber()) {
      throw new Refused(400, "minConfidence: expected a number from 0 to 1");
    }
    return Webhook.newBuilder()
        .setId(Optional.ofNullable(Call.text(body, "id", LONGEST_WORD)).orElse(""))
        .setUrl(Call.needed(body, "url", LONGEST_URL))
        .setTopics(words(body, "topics"))
        .setFormat(format == null ? WebhookFormat.JSON : format(format))
        .setStatuses(words(body, "statuses"))
        .setModes(words(body, "modes"))
        .setCountries(words(body, "countries"))
        .setSpeakers(words(body, "speakers"))
        .setSources(words(body, "sources"))
        .setMinConfidence(confidence == null ? 0 : confidence.doubleValue())
        .setSecret(Optional.ofNullable(Call.text(body, "secret", LONGEST_WORD)).orElse(""))
        .setSince(Instant.EPOCH)
        .build();
  }

  private static WebhookFormat format(String name) {
    for (WebhookFormat format : WebhookFormat.values()) {
      if (format != WebhookFormat.UNKNOWN && format.name().equals(name.toUpperCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new Refused(
        400, "format '" + name + "': expected JSON, CLOUDEVENTS, SLACK, TEAMS or ALERTMANAGER");
  }

  private static List<String> words(ObjectNode body, String field) {
    JsonNode value = body.get(field);
    if (value == null || value.isNull()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (JsonNode word : value) {
      if (!word.isTextual() || word.textValue().length() > LONGEST_WORD) {
        throw new Refused(400, field + ": expected a list of words");
      }
      words.add(word.textValue());
    }
    if (!value.isArray() || words.size() > MOST_WORDS) {
      throw new Refused(400, field + ": expected a list of at most " + MOST_WORDS + " words");
    }
    return words;
  }

  private Answer answer(int status, Webhook webhook) {
    return Answer.json(status, json -> write(webhook, json));
  }

  private void write(Webhook webhook, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", webhook.getId());
    json.writeStringField("url", shown(webhook.getUrl()));
    words(json, "topics", webhook.getTopics());
    json.writeStringField("format", webhook.getFormat().name());
    words(json, "statuses", webhook.getStatuses());
    words(json, "modes", webhook.getModes());
    words(json, "countries", webhook.getCountries());
    words(json, "speakers", webhook.getSpeakers());
    words(json, "sources", webhook.getSources());
    json.writeNumberField("minConfidence", webhook.getMinConfidence());
    json.writeBooleanField("paused", webhook.getPaused());
    json.writeStringField("since", webhook.getSince().toString());
    Subscribers.Report report =
        subscribers
            .report(webhook.getId())
            .orElseGet(
                () ->
                    new Subscribers.Report(
                        "CLOSED", 0, 0, 0, Optional.empty(), Optional.empty(), Optional.empty()));
    json.writeObjectFieldStart("state");
    json.writeStringField("circuit", report.circuit());
    json.writeNumberField("delivered", report.delivered());
    json.writeNumberField("failures", report.failures());
    json.writeNumberField("deadLetters", report.deadLetters());
    json.writeStringField(
        "lastDelivered", report.lastDelivered().map(Instant::toString).orElse(null));
    json.writeStringField("lastError", report.lastError().orElse(null));
    json.writeStringField("nextAttempt", report.nextAttempt().map(Instant::toString).orElse(null));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void words(JsonGenerator json, String field, List<String> words)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String word : words) {
      json.writeString(word);
    }
    json.writeEndArray();
  }

  /** Slack's and others' addresses are secret from the host on. */
  private static String shown(String url) {
    URI uri = URI.create(url);
    String path = uri.getPath() == null ? "" : uri.getPath();
    return uri.getScheme()
        + "://"
        + uri.getAuthority()
        + (path.length() > 1 ? path.substring(0, Math.min(path.length(), 8)) + "…" : path);
  }
}
