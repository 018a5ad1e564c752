package io.hotline.extraction.events;

import io.hotline.extraction.EventMode;
import io.hotline.extraction.EventStatus;
import io.hotline.extraction.events.Chunk.Kind;
import java.util.List;
import java.util.Objects;

/**
 * A headline that names two officials, where they are together, and no verb: {@code Blinken and
 * Lavrov: ninety minutes in Reykjavik}.
 */
final class HeadlinePair {

  private static final Trigger TRIGGER =
      new Trigger("meet", false, List.of(), EventMode.MEETING, "040", Frame.WITH, true, null);

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Parties parties;
  private final DraftWriter writer;

  HeadlinePair(Lexicon lexicon, Clauses clauses, Parties parties, DraftWriter writer) {
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.parties = parties;
    this.writer = writer;
  }

  /** Adds the meeting, if the sentence is such a headline. */
  void read() {
    if (!clauses.is(0, Kind.NOUN)
        || !clauses.is(1, Kind.COORDINATOR)
        || !clauses.is(2, Kind.NOUN)) {
      return;
    }
    int colon = 3;
    boolean place = clauses.is(3, Kind.PREPOSITION) && clauses.is(4, Kind.NOUN);
    if (place) {
      colon = 5;
    }
    if (!clauses.first(colon).equals(":") || !(place || together(colon))) {
      return;
    }
    List<Party> one = parties.of(0);
    List<Party> two = parties.of(2);
    if (one.size() != 1 || two.size() != 1 || !official(one.get(0)) || !official(two.get(0))) {
      return;
    }
    Cast cast = new Cast();
    cast.actor(one);
    cast.recipient(two);
    if (!cast.complete() || Objects.equals(one.get(0).country(), two.get(0).country())) {
      return;
    }
    cast.reasons.add("two officials named together in a headline");
    cast.end = clauses.chunk(colon).from();
    writer.add(
        TRIGGER,
        0,
        clauses.chunk(0).head(),
        new Governors.Chain(List.of(), List.of()),
        cast,
        EventStatus.OCCURRED,
        null);
  }

  private static boolean official(Party party) {
    return party.kind() == Party.Kind.STATE && party.country() != null && party.role() != null;
  }

  private boolean together(int colon) {
    for (int i = colon + 1; i < clauses.size(); i++) {
      if (clauses.finite(i)) {
        return false;
      }
      if (clauses.is(i, Kind.NOUN) && lexicon.is("encounter-cue", clauses.head(i))) {
        return true;
      }
    }
    return false;
  }
}
