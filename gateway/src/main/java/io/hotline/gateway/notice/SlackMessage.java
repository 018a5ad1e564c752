package io.hotline.gateway.notice;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * A notice in Slack's Block Kit. News text stands only in {@code plain_text}, where Slack reads
 * neither markup nor mentions; emoji codes are left alone. The fallback {@code text} is markup, so
 * that there the three characters that Slack has are escaped.
 */
public final class SlackMessage {

  private static final int LONGEST_HEADER = 150;
  private static final int LONGEST_SECTION = 3_000;
  private static final int LONGEST_CONTEXT = 2_000;

  private SlackMessage() {}

  /** Writes the message as the generator's next value. */
  public static void write(Notice notice, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("text", escaped(notice.title()));
    json.writeBooleanField("unfurl_links", false);
    json.writeBooleanField("unfurl_media", false);
    json.writeArrayFieldStart("blocks");
    block(json, "header", PlainText.line(what(notice), LONGEST_HEADER));
    block(json, "section", PlainText.line(notice.headline(), LONGEST_SECTION));
    if (!notice.sentence().isEmpty() && !notice.sentence().equals(notice.headline())) {
      block(json, "section", PlainText.line("“" + notice.sentence() + "”", LONGEST_SECTION));
    }
    json.writeStartObject();
    json.writeStringField("type", "context");
    json.writeArrayFieldStart("elements");
    text(json, PlainText.line(sources(notice), LONGEST_CONTEXT));
    json.writeEndArray();
    json.writeEndObject();
    String url = notice.url();
    if (url != null && url.length() <= LONGEST_SECTION) {
      json.writeStartObject();
      json.writeStringField("type", "actions");
      json.writeArrayFieldStart("elements");
      json.writeStartObject();
      json.writeStringField("type", "button");
      json.writeFieldName("text");
      text(json, "Read");
      json.writeStringField("url", url);
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String what(Notice notice) {
    return notice.what()
        + " "
        + String.join("–", notice.parties())
        + " "
        + notice.mode()
        + " "
        + notice.status();
  }

  private static String sources(Notice notice) {
    return String.join(" < ", notice.reportedBy())
        + " · "
        + notice.published()
        + " · "
        + notice.ruleId();
  }

  private static void block(JsonGenerator json, String type, String text) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", type);
    json.writeFieldName("text");
    text(json, text.isEmpty() ? "(no text)" : text);
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String text) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "plain_text");
    json.writeStringField("text", text);
    json.writeBooleanField("emoji", false);
    json.writeEndObject();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
