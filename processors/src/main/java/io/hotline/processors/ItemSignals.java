package io.hotline.processors;

import io.hotline.processors.rules.CompiledRule;
import io.hotline.processors.rules.Finding;
import io.hotline.processors.rules.ReadItem;
import io.hotline.processors.stories.Identity;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.Participant;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.SignalState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the signals of one item, counting equal evidence.
 *
 * <p>A signal is the same as one of the item's former revision if the item still says the same of
 * the same parties in the same words, wherever in the text that now stands: an edit elsewhere keeps
 * the signal and its story. Its payload follows the newest revision that changed it.
 */
final class ItemSignals {

  private final ReadItem read;
  private final Map<String, Integer> equals = new HashMap<>();

  ItemSignals(ReadItem read) {
    this.read = read;
  }

  Signal signal(CompiledRule rule, Event event) {
    EnrichedItem enriched = read.item();
    NewsItem item = enriched.getItem();
    String sentence = read.sentence(event);
    return Signal.newBuilder()
        .setId(id(rule, event, sentence))
        .setState(SignalState.ACTIVE)
        .setRuleId(rule.rule().getId())
        .setRuleVersion(rule.rule().getVersion())
        .setMatched(rule.explain(read, event).stream().map(Finding::words).toList())
        .setParties(rule.partiesIn(event))
        .setItemId(item.getId())
        .setRevision(enriched.getRevision())
        .setExtractorVersion(enriched.getExtractorVersion())
        .setSource(item.getSource())
        .setHeadline(item.getHeadline())
        .setUrl(item.getUrl())
        .setPublished(item.getPublished())
        .setEvent(event)
        .setSentence(sentence)
        .setCorroboratedBy(rule.rule().getCorroboratedBy())
        .setFingerprint(enriched.getFingerprint())
        .build();
  }

  private String id(CompiledRule rule, Event event, String sentence) {
    List<String> parties =
        event.getParticipants().stream().map(ItemSignals::party).sorted().toList();
    String evidence =
        Identity.start("evidence")
            .with(read.item().getItem().getId())
            .with(rule.rule().getId())
            .with(rule.rule().getVersion())
            .with(read.item().getExtractorVersion())
            .with(sentence)
            .with(event.getEventType().name())
            .with(event.getMode().name())
            .with(event.getStatus().name())
            .with(parties)
            .end();
    return Identity.start("signal")
        .with(evidence)
        .with(equals.merge(evidence, 1, Integer::sum))
        .end();
  }

  private static String party(Participant participant) {
    return participant.getSide() + " " + participant.getCountry() + " " + participant.getName();
  }

  /** Whether two records of one signal say the same, but for the number of the revision. */
  static boolean sameButForRevision(Signal former, Signal present) {
    return former.getRevision() == present.getRevision()
        ? former.equals(present)
        : Signal.newBuilder(former).setRevision(present.getRevision()).build().equals(present);
  }

  static Signal retracted(Signal former, int revision, String reason) {
    return Signal.newBuilder(former)
        .setState(SignalState.RETRACTED)
        .setRevision(revision)
        .setRetractionReason(reason)
        .build();
  }
}
