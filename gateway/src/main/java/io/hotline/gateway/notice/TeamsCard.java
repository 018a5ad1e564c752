package io.hotline.gateway.notice;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * A notice as an Adaptive Card for Microsoft Teams' workflows. News text stands only in the runs of
 * a {@code RichTextBlock}: a {@code TextBlock} would read Markdown in it, and so make links.
 */
public final class TeamsCard {

  private TeamsCard() {}

  /** Writes the message as the generator's next value. */
  public static void write(Notice notice, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "message");
    json.writeArrayFieldStart("attachments");
    json.writeStartObject();
    json.writeStringField("contentType", "application/vnd.microsoft.card.adaptive");
    json.writeObjectFieldStart("content");
    json.writeStringField("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    json.writeStringField("type", "AdaptiveCard");
    json.writeStringField("version", "1.4");
    json.writeArrayFieldStart("body");
    text(
        json,
        notice.what()
            + " "
            + String.join("–", notice.parties())
            + " "
            + notice.mode()
            + " "
            + notice.status(),
        true);
    text(json, notice.headline(), true);
    if (!notice.sentence().isEmpty() && !notice.sentence().equals(notice.headline())) {
      text(json, "“" + notice.sentence() + "”", false);
    }
    for (String line :
        List.of(
            String.join(" < ", notice.reportedBy()),
            notice.published() + " · " + notice.ruleId())) {
      text(json, line, false);
    }
    json.writeEndArray();
    String url = notice.url();
    if (url != null) {
      json.writeArrayFieldStart("actions");
      json.writeStartObject();
      json.writeStringField("type", "Action.OpenUrl");
      json.writeStringField("title", "Read");
      json.writeStringField("url", url);
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String text, boolean strong) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "RichTextBlock");
    json.writeArrayFieldStart("inlines");
    json.writeStartObject();
    json.writeStringField("type", "TextRun");
    json.writeStringField("text", text);
    if (strong) {
      json.writeStringField("weight", "Bolder");
    }
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }
}
