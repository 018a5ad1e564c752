package io.hotline.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A political event as one sentence reports it. Terms are those of the PLOVER codebook, with the
 * CAMEO code beside them.
 *
 * @param cameo three or four digits
 * @param participants the parties, actors first
 * @param reportedBy the chain of attribution, outermost first: {@code Reuters}, {@code Kommersant},
 *     {@code two diplomats}
 * @param sentence the evidence
 * @param cues the words that triggered the event and decided its status
 * @param confidence 0..1, an estimate of how likely parties, mode and status are all right
 * @param reasons why the confidence is what it is
 */
public record Event(
    EventType eventType,
    String cameo,
    EventMode mode,
    EventStatus status,
    List<Participant> participants,
    List<ThirdParty> thirdParties,
    List<Speaker> reportedBy,
    @Nullable EventTime eventTime,
    @Nullable String location,
    Span sentence,
    List<Span> cues,
    double confidence,
    List<String> reasons) {

  public Event {
    participants = List.copyOf(participants);
    thirdParties = List.copyOf(thirdParties);
    reportedBy = List.copyOf(reportedBy);
    cues = List.copyOf(cues);
    reasons = List.copyOf(reasons);
  }
}
