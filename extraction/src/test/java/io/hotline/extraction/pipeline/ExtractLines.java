package io.hotline.extraction.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotline.extraction.Article;
import io.hotline.extraction.Cue;
import io.hotline.extraction.Entity;
import io.hotline.extraction.Event;
import io.hotline.extraction.Extraction;
import io.hotline.extraction.Extractor;
import io.hotline.extraction.Mention;
import io.hotline.extraction.MentionForm;
import io.hotline.extraction.Participant;
import io.hotline.extraction.Quote;
import io.hotline.extraction.Span;
import io.hotline.extraction.Speaker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * For scoring by hand: JSON lines with id, text and perhaps headline, published and source on
 * standard input; one line each with what was extracted on standard output.
 */
public final class ExtractLines {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ExtractLines() {}

  public static void main(String[] args) throws IOException {
    Extractor extractor = StandardExtractor.load();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    String line;
    while ((line = in.readLine()) != null) {
      if (!line.isBlank()) {
        out.println(JSON.writeValueAsString(extract(extractor, JSON.readTree(line))));
      }
    }
    out.flush();
  }

  private static ObjectNode extract(Extractor extractor, JsonNode in) {
    String published = text(in, "published");
    Article article =
        new Article(
            in.path("text").asText(),
            text(in, "headline"),
            published == null ? null : Instant.parse(published),
            text(in, "source"));
    Extraction extraction = extractor.extract(article);
    ObjectNode out = JSON.createObjectNode();
    out.set("id", in.get("id"));
    out.put("language", extraction.language());
    String text = article.text();
    ArrayNode sentences = out.putArray("sentences");
    extraction.sentences().forEach(s -> sentences.add(span(s)));
    ArrayNode entities = out.putArray("entities");
    extraction.entities().forEach(e -> entities.add(entity(e)));
    ArrayNode mentions = out.putArray("mentions");
    extraction.mentions().forEach(m -> mentions.add(mention(text, m)));
    ArrayNode quotes = out.putArray("quotes");
    extraction.quotes().forEach(q -> quotes.add(quote(text, q)));
    ArrayNode events = out.putArray("events");
    extraction.events().forEach(e -> events.add(event(e)));
    return out;
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }

  private static ObjectNode span(Span span) {
    return JSON.createObjectNode().put("start", span.start()).put("end", span.end());
  }

  private static ObjectNode entity(Entity e) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", e.id()).put("name", e.name()).put("type", e.type().name());
    node.put("country", e.country()).put("role", e.role());
    e.mentions().forEach(node.putArray("mentions")::add);
    return node;
  }

  private static ObjectNode mention(String text, Mention m) {
    ObjectNode node = span(m.span());
    node.put("text", m.span().of(text)).put("type", m.type().name()).put("entity", m.entity());
    if (m.form() == MentionForm.PRONOUN) {
      node.put("pronominal", true);
    } else if (m.form() == MentionForm.NOMINAL) {
      node.put("nominal", true);
    }
    return node;
  }

  private static ObjectNode quote(String text, Quote q) {
    ObjectNode node = span(q.span());
    node.put("text", q.span().of(text)).put("kind", q.kind().name().toLowerCase(Locale.ROOT));
    Speaker speaker = q.speaker();
    node.set("speaker", speaker == null ? null : speaker(speaker));
    Cue cue = q.cue();
    node.set("cue", cue == null ? null : span(cue.span()).put("text", cue.text()));
    ArrayNode via = node.putArray("via");
    q.via().forEach(v -> via.add(speaker(v)));
    return node.put("floating", q.floating());
  }

  private static ObjectNode speaker(Speaker s) {
    Span span = s.span();
    ObjectNode node = span == null ? JSON.createObjectNode() : span(span);
    return node.put("text", s.text()).put("name", s.name()).put("entity", s.entity());
  }

  private static ObjectNode event(Event e) {
    ObjectNode node = JSON.createObjectNode();
    node.put("eventType", e.eventType().name()).put("cameo", e.cameo());
    node.put("mode", e.mode().name()).put("status", e.status().name());
    ArrayNode participants = node.putArray("participants");
    e.participants().forEach(p -> participants.add(participant(p)));
    ArrayNode thirdParties = node.putArray("thirdParties");
    e.thirdParties()
        .forEach(
            t ->
                thirdParties.add(
                    JSON.createObjectNode()
                        .put("country", t.country())
                        .put("role", t.role().name())
                        .put("name", t.name())));
    ArrayNode reportedBy = node.putArray("reportedBy");
    e.reportedBy().forEach(r -> reportedBy.add(speaker(r)));
    node.set("sentence", span(e.sentence()));
    ArrayNode cues = node.putArray("cues");
    e.cues().forEach(c -> cues.add(span(c)));
    node.put("confidence", e.confidence());
    e.reasons().forEach(node.putArray("reasons")::add);
    return node;
  }

  private static ObjectNode participant(Participant p) {
    Span span = p.span();
    ObjectNode node = span == null ? JSON.createObjectNode() : span(span);
    node.put("country", p.country()).put("name", p.name()).put("role", p.role());
    return node.put("side", p.side().name());
  }
}
