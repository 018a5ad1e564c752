package io.hotline.gateway;

import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.AlertKind;
import io.hotline.schemas.record.AlertState;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.EventMode;
import io.hotline.schemas.record.EventStatus;
import io.hotline.schemas.record.EventType;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.Participant;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.Span;
import io.hotline.schemas.record.Speaker;
import io.hotline.schemas.record.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Records for tests, as small as they may be. */
public final class Records {

  /** Script, markup, ends of SSE lines, entities, and characters that turn text around. */
  public static final String HOSTILE =
      "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\n\nevent: alert\ndata: {}\r\rid: 9"
          + " ]]> &lt; &#x202e; <!channel> *bold* [link](javascript:alert(3)) \u202egnp.exe\u202c"
          + " \u2066in\u2069 \u0000\u0007 end";

  private Records() {}

  static Event event(EventMode mode, EventStatus status, double confidence, String... countries) {
    List<Participant> participants = new ArrayList<>();
    for (String country : countries) {
      participants.add(Participant.newBuilder().setCountry(country).setName(country).build());
    }
    return Event.newBuilder()
        .setEventType(EventType.CONSULT)
        .setMode(mode)
        .setStatus(status)
        .setParticipants(participants)
        .setSentence(new Span(0, 4))
        .setConfidence(confidence)
        .setReportedBy(List.of(Speaker.newBuilder().setText("he").setName("Dmitry Peskov").build()))
        .build();
  }

  /** A signal about a planned call of two countries. */
  public static Signal signal(String id, String published) {
    return signal(id, published, "Moscow and Washington plan a call", "Example Wire");
  }

  /** A signal with texts of its own. */
  public static Signal signal(String id, String published, String text, String source) {
    return Signal.newBuilder()
        .setId(id)
        .setRuleId("us-russia-contact")
        .setRuleVersion(1)
        .setParties(List.of("RUS", "USA"))
        .setItemId("item-of-" + id)
        .setRevision(1)
        .setExtractorVersion("test")
        .setSource(source)
        .setHeadline(text)
        .setUrl("https://example.org/" + id)
        .setPublished(Instant.parse(published))
        .setEvent(event(EventMode.PHONE_CALL, EventStatus.PLANNED, 0.8, "RUS", "USA"))
        .setSentence(text)
        .build();
  }

  /** An alert of a story. */
  public static Alert alert(String id, String storyId, String published, EventStatus status) {
    return alert(id, storyId, published, status, "Moscow and Washington plan a call");
  }

  /** An alert with texts of its own. */
  public static Alert alert(
      String id, String storyId, String published, EventStatus status, String text) {
    return Alert.newBuilder()
        .setId(id)
        .setStoryId(storyId)
        .setState(AlertState.ACTIVE)
        .setKind(AlertKind.FIRST_REPORT)
        .setRuleId("us-russia-contact")
        .setPublished(Instant.parse(published))
        .setParties(List.of("RUS", "USA"))
        .setMode(EventMode.PHONE_CALL)
        .setStatus(status)
        .setIndependentSources(1)
        .setSummary(text)
        .setTimeline(
            List.of(
                TimelineEntry.newBuilder()
                    .setSignalId("signal-of-" + id)
                    .setItemId("item-of-signal-of-" + id)
                    .setPublished(Instant.parse(published))
                    .setSource("Example Wire")
                    .setStatus(status)
                    .setSentence(text)
                    .build()))
        .build();
  }

  /** An item in which nothing was found. */
  public static EnrichedItem enriched(String id, String published, String text) {
    return EnrichedItem.newBuilder()
        .setItem(
            NewsItem.newBuilder()
                .setId(id)
                .setSource("Example Wire")
                .setHeadline(text)
                .setText(text)
                .setPublished(Instant.parse(published))
                .setSeen(Instant.parse(published))
                .build())
        .setRevision(1)
        .setContentHash("hash")
        .setExtractorVersion("test")
        .setLanguage("en")
        .build();
  }
}
