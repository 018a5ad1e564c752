package io.hotline.processors;

import io.hotline.extraction.Article;
import io.hotline.extraction.Extraction;
import io.hotline.schemas.record.Cue;
import io.hotline.schemas.record.CueClass;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Entity;
import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.EventMode;
import io.hotline.schemas.record.EventStatus;
import io.hotline.schemas.record.EventTime;
import io.hotline.schemas.record.EventType;
import io.hotline.schemas.record.Mention;
import io.hotline.schemas.record.MentionForm;
import io.hotline.schemas.record.MentionType;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.Participant;
import io.hotline.schemas.record.Quote;
import io.hotline.schemas.record.QuoteKind;
import io.hotline.schemas.record.Side;
import io.hotline.schemas.record.Span;
import io.hotline.schemas.record.Speaker;
import io.hotline.schemas.record.ThirdParty;
import io.hotline.schemas.record.ThirdPartyRole;
import io.hotline.schemas.record.TimePrecision;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one place where the extraction's records become the wire's. Their enums have the same names,
 * and the wire's have UNKNOWN besides; a test holds them to that.
 */
final class FactsMapping {

  private FactsMapping() {}

  static Article article(NewsItem item) {
    return new Article(
        item.getText(),
        item.getHeadline().isEmpty() ? null : item.getHeadline(),
        item.getPublished(),
        item.getSource());
  }

  /** A withdrawn item: it says nothing any more. */
  static EnrichedItem withoutFacts(NewsItem item, Revision revision, String extractorVersion) {
    return new EnrichedItem(
        item,
        revision.number(),
        revision.contentHash(),
        extractorVersion,
        item.getLanguage() == null ? "und" : item.getLanguage(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0L);
  }

  static EnrichedItem enriched(NewsItem item, Revision revision, Extraction extraction) {
    return new EnrichedItem(
        item,
        revision.number(),
        revision.contentHash(),
        extraction.extractorVersion(),
        extraction.language(),
        each(extraction.sentences(), FactsMapping::span),
        each(extraction.mentions(), FactsMapping::mention),
        each(extraction.entities(), FactsMapping::entity),
        each(extraction.quotes(), FactsMapping::quote),
        each(extraction.events(), FactsMapping::event),
        extraction.fingerprint());
  }

  private static Span span(io.hotline.extraction.Span span) {
    return new Span(span.start(), span.end());
  }

  private static @Nullable Span spanIfAny(io.hotline.extraction.@Nullable Span span) {
    return span == null ? null : span(span);
  }

  private static Mention mention(io.hotline.extraction.Mention mention) {
    return new Mention(
        span(mention.span()),
        MentionType.valueOf(mention.type().name()),
        MentionForm.valueOf(mention.form().name()),
        mention.entity());
  }

  private static Entity entity(io.hotline.extraction.Entity entity) {
    return new Entity(
        entity.id(),
        entity.name(),
        MentionType.valueOf(entity.type().name()),
        entity.country(),
        entity.role(),
        entity.sector(),
        entity.mentions());
  }

  private static Quote quote(io.hotline.extraction.Quote quote) {
    return new Quote(
        span(quote.span()),
        QuoteKind.valueOf(quote.kind().name()),
        quote.speaker() == null ? null : speaker(quote.speaker()),
        quote.cue() == null ? null : cue(quote.cue()),
        each(quote.via(), FactsMapping::speaker),
        quote.floating(),
        quote.block());
  }

  private static Cue cue(io.hotline.extraction.Cue cue) {
    return new Cue(
        span(cue.span()), cue.text(), CueClass.valueOf(cue.cueClass().name()), cue.negated());
  }

  private static Speaker speaker(io.hotline.extraction.Speaker speaker) {
    return new Speaker(
        spanIfAny(speaker.span()),
        speaker.text(),
        speaker.name(),
        speaker.entity(),
        speaker.anonymous());
  }

  private static Event event(io.hotline.extraction.Event event) {
    return new Event(
        EventType.valueOf(event.eventType().name()),
        event.cameo(),
        EventMode.valueOf(event.mode().name()),
        EventStatus.valueOf(event.status().name()),
        each(event.participants(), FactsMapping::participant),
        each(event.thirdParties(), FactsMapping::thirdParty),
        each(event.reportedBy(), FactsMapping::speaker),
        event.eventTime() == null ? null : eventTime(event.eventTime()),
        event.location(),
        span(event.sentence()),
        each(event.cues(), FactsMapping::span),
        event.confidence(),
        event.reasons());
  }

  private static Participant participant(io.hotline.extraction.Participant participant) {
    return new Participant(
        participant.country(),
        Side.valueOf(participant.side().name()),
        participant.name(),
        participant.role(),
        participant.sector(),
        participant.entity(),
        spanIfAny(participant.span()));
  }

  private static ThirdParty thirdParty(io.hotline.extraction.ThirdParty party) {
    return new ThirdParty(
        party.country(),
        ThirdPartyRole.valueOf(party.role().name()),
        party.name(),
        spanIfAny(party.span()));
  }

  private static EventTime eventTime(io.hotline.extraction.EventTime time) {
    return new EventTime(
        time.from(),
        time.to(),
        TimePrecision.valueOf(time.precision().name()),
        spanIfAny(time.span()));
  }

  private static <A, B> List<B> each(List<A> list, Function<A, B> mapping) {
    return list.stream().map(mapping).toList();
  }
}
