package io.hotline.processors;

import static io.hotline.processors.House.NOON;

import io.hotline.schemas.Topics;
import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.EventMode;
import io.hotline.schemas.record.EventStatus;
import io.hotline.schemas.record.EventType;
import io.hotline.schemas.record.Participant;
import io.hotline.schemas.record.Side;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.Span;
import io.hotline.schemas.record.Speaker;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Signals to make stories of. */
public final class StoriesFixture {

  static {
    Topics.fixed(House.NAMESPACE); // the catalogue vouches for the records that builders copy
  }

  private StoriesFixture() {}

  public static Signal signal(String id) {
    return signal(id, "Reuters", 0, EventStatus.PLANNED, EventMode.PHONE_CALL);
  }

  /**
   * A signal of USA and RUS.
   *
   * @param hours after noon
   * @param reporters the chain, outermost first
   */
  public static Signal signal(
      String id,
      String source,
      double hours,
      EventStatus status,
      EventMode mode,
      String... reporters) {
    return Signal.newBuilder()
        .setId(id)
        .setRuleId("us-russia-contact")
        .setRuleVersion(1)
        .setParties(List.of("RUS", "USA"))
        .setItemId("item of " + id)
        .setRevision(1)
        .setExtractorVersion("lines-1")
        .setSource(source)
        .setPublished(NOON.plus(Duration.ofSeconds((long) (hours * 3600))))
        .setEvent(event(status, mode, reporters))
        .setSentence(source + " says " + status)
        .setCorroboratedBy(List.of(2, 3))
        .build();
  }

  private static Event event(EventStatus status, EventMode mode, String... reporters) {
    return Event.newBuilder()
        .setEventType(EventType.CONSULT)
        .setMode(mode)
        .setStatus(status)
        .setParticipants(
            List.of(
                Participant.newBuilder()
                    .setCountry("USA")
                    .setSide(Side.ACTOR)
                    .setName("Donald Trump")
                    .setRole("president")
                    .build(),
                Participant.newBuilder()
                    .setCountry("RUS")
                    .setSide(Side.RECIPIENT)
                    .setName("Vladimir Putin")
                    .setRole("president")
                    .build()))
        .setReportedBy(Arrays.stream(reporters).map(StoriesFixture::speaker).toList())
        .setSentence(new Span(0, 10))
        .setConfidence(0.9)
        .build();
  }

  /** One whose name begins in lower case is anonymous. */
  private static Speaker speaker(String name) {
    boolean anonymous = Character.isLowerCase(name.charAt(0));
    return Speaker.newBuilder()
        .setText(name)
        .setName(anonymous ? null : name)
        .setAnonymous(anonymous)
        .build();
  }
}
