package io.hotline.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hotline.extraction.Cue;
import io.hotline.extraction.Entity;
import io.hotline.extraction.Event;
import io.hotline.extraction.EventTime;
import io.hotline.extraction.Extraction;
import io.hotline.extraction.Mention;
import io.hotline.extraction.MentionForm;
import io.hotline.extraction.Participant;
import io.hotline.extraction.Quote;
import io.hotline.extraction.Span;
import io.hotline.extraction.Speaker;
import io.hotline.extraction.ThirdParty;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes extractions as JSON lines, in the shape that {@code hotline extract} documents. */
final class ExtractionJson {
  private final Writer out;
  private final JsonGenerator json;

  ExtractionJson(Writer out) throws IOException {
    this.out = out;
    this.json =
        new JsonFactory()
            .createGenerator(out)
            .setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString(""));
    json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
  }

  /** Writes one line. */
  void write(String id, Extraction extraction) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeStringField("language", extraction.language());
    json.writeStringField("extractorVersion", extraction.extractorVersion());
    json.writeArrayFieldStart("sentences");
    for (Span sentence : extraction.sentences()) {
      json.writeStartObject();
      span(sentence);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("entities");
    for (Entity entity : extraction.entities()) {
      entity(entity);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("mentions");
    for (Mention mention : extraction.mentions()) {
      mention(mention);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("quotes");
    for (Quote quote : extraction.quotes()) {
      quote(quote);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("events");
    for (Event event : extraction.events()) {
      event(event);
    }
    json.writeEndArray();
    json.writeStringField("fingerprint", Long.toHexString(extraction.fingerprint()));
    json.writeEndObject();
    json.flush();
    out.write('\n');
  }

  private void entity(Entity entity) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", entity.id());
    json.writeStringField("name", entity.name());
    json.writeStringField("type", entity.type().name());
    text("country", entity.country());
    text("role", entity.role());
    text("sector", entity.sector());
    json.writeArrayFieldStart("mentions");
    for (int mention : entity.mentions()) {
      json.writeNumber(mention);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void mention(Mention mention) throws IOException {
    json.writeStartObject();
    span(mention.span());
    json.writeStringField("type", mention.type().name());
    text("entity", mention.entity());
    if (mention.form() == MentionForm.PRONOUN) {
      json.writeBooleanField("pronominal", true);
    } else if (mention.form() == MentionForm.NOMINAL) {
      json.writeBooleanField("nominal", true);
    }
    json.writeEndObject();
  }

  private void quote(Quote quote) throws IOException {
    json.writeStartObject();
    span(quote.span());
    json.writeStringField("kind", quote.kind().name().toLowerCase(Locale.ROOT));
    json.writeFieldName("speaker");
    speaker(quote.speaker());
    json.writeFieldName("cue");
    Cue cue = quote.cue();
    if (cue == null) {
      json.writeNull();
    } else {
      json.writeStartObject();
      span(cue.span());
      json.writeStringField("text", cue.text());
      json.writeBooleanField("negated", cue.negated());
      json.writeEndObject();
    }
    speakers("via", quote.via());
    json.writeBooleanField("floating", quote.floating());
    json.writeBooleanField("block", quote.block());
    json.writeEndObject();
  }

  private void event(Event event) throws IOException {
    json.writeStartObject();
    json.writeStringField("eventType", event.eventType().name());
    json.writeStringField("cameo", event.cameo());
    json.writeStringField("mode", event.mode().name());
    json.writeStringField("status", event.status().name());
    json.writeArrayFieldStart("participants");
    for (Participant participant : event.participants()) {
      json.writeStartObject();
      json.writeStringField("country", participant.country());
      json.writeStringField("name", participant.name());
      text("role", participant.role());
      text("sector", participant.sector());
      json.writeStringField("side", participant.side().name());
      text("entity", participant.entity());
      optionalSpan(participant.span());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("thirdParties");
    for (ThirdParty thirdParty : event.thirdParties()) {
      json.writeStartObject();
      json.writeStringField("country", thirdParty.country());
      json.writeStringField("role", thirdParty.role().name());
      json.writeStringField("name", thirdParty.name());
      optionalSpan(thirdParty.span());
      json.writeEndObject();
    }
    json.writeEndArray();
    speakers("reportedBy", event.reportedBy());
    json.writeFieldName("eventTime");
    EventTime time = event.eventTime();
    if (time == null) {
      json.writeNull();
    } else {
      json.writeStartObject();
      json.writeStringField("from", time.from().toString());
      json.writeStringField("to", time.to().toString());
      json.writeStringField("precision", time.precision().name());
      optionalSpan(time.span());
      json.writeEndObject();
    }
    text("location", event.location());
    json.writeFieldName("sentence");
    json.writeStartObject();
    span(event.sentence());
    json.writeEndObject();
    json.writeArrayFieldStart("cues");
    for (Span cue : event.cues()) {
      json.writeStartObject();
      span(cue);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("confidence", event.confidence());
    json.writeArrayFieldStart("reasons");
    for (String reason : event.reasons()) {
      json.writeString(reason);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void speakers(String field, List<Speaker> speakers) throws IOException {
    json.writeArrayFieldStart(field);
    for (Speaker speaker : speakers) {
      speaker(speaker);
    }
    json.writeEndArray();
  }

  private void speaker(@Nullable Speaker speaker) throws IOException {
    if (speaker == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    optionalSpan(speaker.span());
    json.writeStringField("text", speaker.text());
    text("name", speaker.name());
    text("entity", speaker.entity());
    json.writeBooleanField("anonymous", speaker.anonymous());
    json.writeEndObject();
  }

  private void text(String field, @Nullable String value) throws IOException {
    if (value != null) {
      json.writeStringField(field, value);
    }
  }

  private void optionalSpan(@Nullable Span span) throws IOException {
    if (span != null) {
      span(span);
    }
  }

  private void span(Span span) throws IOException {
    json.writeNumberField("start", span.start());
    json.writeNumberField("end", span.end());
  }
}
