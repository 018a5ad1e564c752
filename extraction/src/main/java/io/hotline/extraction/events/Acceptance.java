package io.hotline.extraction.events;

import io.hotline.extraction.EventMode;
import io.hotline.extraction.EventStatus;
import io.hotline.extraction.ThirdPartyRole;
import io.hotline.extraction.events.Chunk.Kind;
import io.hotline.extraction.events.VerbGroup.Modality;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides whether a trigger and its parties are a contact at all. */
final class Acceptance {

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Words words;
  private final Parties parties;

  Acceptance(Lexicon lexicon, Clauses clauses, Words words, Parties parties) {
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.words = words;
    this.parties = parties;
  }

  boolean accept(Trigger trigger, Governors.Chain chain, Cast cast) {
    List<Party> all = cast.all();
    if (all.size() < 2) {
      for (Cast.Third third : cast.thirds) {
        if (third.role() == ThirdPartyRole.MEDIATOR && third.party().political()) {
          cast.actors.add(third.party());
        }
      }
      all = cast.all();
    }
    if (trigger.frame() == Frame.PLACE && all.size() >= 2 && domesticVisit(all)) {
      return false;
    }
    cast.actors.removeIf(p -> p.kind() == Party.Kind.PLACE);
    if (trigger.frame() != Frame.PLACE && trigger.frame() != Frame.SEND) {
      cast.recipients.removeIf(p -> p.kind() == Party.Kind.PLACE);
    }
    cast.balance();
    all = cast.all();
    if (trigger.verb()
        && trigger.frame() == Frame.PLACE
        && !trigger.strong()
        && cast.place == null) {
      return false;
    }
    if (weakJourney(trigger, all)
        || nowhere(trigger, cast, all)
        || domestic(cast, all)
        || comment(chain, all)) {
      return false;
    }
    boolean known = all.stream().anyMatch(p -> p.country() != null);
    if (all.isEmpty()
        || cast.privateParty && !cast.complete()
        || cast.emptyObject
        || wishOfPublic(chain)) {
      return false;
    }
    boolean political = all.stream().anyMatch(Party::political);
    if (all.size() > 1) {
      if (all.stream().allMatch(p -> p.country() == null && p.sector() == null)) {
        return false;
      }
      if (all.stream()
          .allMatch(
              p ->
                  p.kind() == Party.Kind.POLITICAL
                      && p.sector() == null
                      && p.role() == null
                      && !linked(p.entity()))) {
        return false; // bodies of which nobody knows what they are: companies as a rule
      }
      boolean unknown = all.stream().anyMatch(p -> p.kind() == Party.Kind.UNKNOWN);
      boolean sectors = all.stream().allMatch(p -> p.sector() != null);
      return political
          && (known
              || trigger.strong()
              || sectors
              || cast.complete() && all.stream().allMatch(Party::political))
          && (!unknown || trigger.strong() || trigger.mode() == EventMode.NEGOTIATION);
    }
    boolean asserted = chain.links().stream().anyMatch(l -> l.chunk() >= 0);
    return trigger.strong()
        && asserted
        && (political && (known || all.get(0).sector() != null) || trigger.lemma().equals("summit"))
        && !(trigger.frame() == Frame.PLACE && cast.actors.get(0).kind() == Party.Kind.PLACE);
  }

  /** {@code lawmakers return to Washington}: verbs of motion need two states that are known. */
  private static boolean weakJourney(Trigger trigger, List<Party> all) {
    return trigger.frame() == Frame.PLACE
        && !trigger.strong()
        && all.stream().map(Party::country).filter(Objects::nonNull).distinct().count() < 2;
  }

  /** {@code visited Quetta}: a place that nobody knows may be at home. */
  private static boolean nowhere(Trigger trigger, Cast cast, List<Party> all) {
    return trigger.frame() == Frame.PLACE
        && all.stream().map(Party::country).filter(Objects::nonNull).distinct().count() < 2
        && cast.recipients.stream()
            .anyMatch(p -> p.country() == null && p.entity() != null && p.role() == null)
        && cast.actors.stream().anyMatch(p -> p.country() != null);
  }

  /** {@code Germany supports talks}: nobody says who talks. */
  private static boolean comment(Governors.Chain chain, List<Party> all) {
    return all.size() == 1
        && !chain.links().isEmpty()
        && chain.links().stream()
            .filter(l -> l.chunk() >= 0)
            .allMatch(
                l ->
                    l.operator() == Operator.WISH
                        || l.operator() == Operator.EVALUATE
                        || l.operator() == Operator.REPORT);
  }

  /** {@code Trump met his advisers}: organs of one state among themselves. */
  private static boolean domestic(Cast cast, List<Party> all) {
    if (all.isEmpty() || all.size() == 1 && !cast.oneSided) {
      return false;
    }
    String first = all.get(0).country();
    return first != null
        && all.stream().allMatch(p -> first.equals(p.country()) && p.kind() == Party.Kind.STATE);
  }

  private static boolean linked(@Nullable String entity) {
    return entity != null && entity.startsWith("Q");
  }

  /** Whether a letter goes from somebody to somebody: {@code sounded a note} sends none. */
  boolean sent(int chunk, Governors.Chain chain) {
    for (int i = chunk + 1; i < clauses.size() && i < chunk + 8 && !clauses.finite(i); i++) {
      if (clauses.is(i, Kind.PREPOSITION)
          && lexicon.is("letter-preposition", clauses.first(i))
          && clauses.is(i + 1, Kind.NOUN)
          && !parties.of(i + 1).isEmpty()) {
        return true;
      }
    }
    return clauses.is(chunk - 1, Kind.PREPOSITION) && clauses.first(chunk - 1).equals("in")
        || chain.links().stream().anyMatch(l -> lexicon.is("sending-verb", l.lemma()));
  }

  /** Whether two parties conclude an agreement, rather than one speak of it. */
  boolean concluded(Governors.Chain chain, Cast cast) {
    return cast.complete()
        && cast.all().stream().allMatch(Party::political)
        && chain.links().stream()
            .anyMatch(l -> l.chunk() >= 0 && lexicon.is("concluding-verb", l.lemma()));
  }

  /** A demand or wish of somebody who is no party to politics. */
  private boolean wishOfPublic(Governors.Chain chain) {
    for (Link link : chain.links()) {
      if (link.chunk() < 0
          || link.subject()
          || link.operator() != Operator.WISH
              && link.operator() != Operator.REQUEST
              && link.operator() != Operator.OFFER
              && link.operator() != Operator.HOPE) {
        continue;
      }
      List<Integer> subjects = clauses.subjects(link.chunk());
      boolean official = false;
      for (int n : subjects) {
        List<Party> found = parties.of(n);
        official |= found.stream().anyMatch(Party::political);
        boolean people =
            !found.isEmpty() && found.stream().allMatch(p -> p.kind() == Party.Kind.PRIVATE);
        official |=
            !people
                && (clauses.head(n).length() < 4 || words.tag(clauses.chunk(n).head()).isProper());
      }
      if (!subjects.isEmpty() && !official) {
        return true;
      }
    }
    return false;
  }

  private static boolean domesticVisit(List<Party> all) {
    String first = all.get(0).country();
    if (first != null && all.stream().skip(1).anyMatch(p -> first.equals(p.country()))) {
      return true;
    }
    return first != null
        && all.stream().allMatch(p -> first.equals(p.country()))
        && all.stream().anyMatch(p -> p.kind() == Party.Kind.PLACE);
  }

  /**
   * {@code should call}, {@code if he calls, might he ask}: what an author thinks right, or asks
   * himself. It is news only if somebody says so who has a say.
   */
  boolean musing(Governors.Chain chain, EventStatus status) {
    if (status != EventStatus.REQUESTED && status != EventStatus.SPECULATED) {
      return false;
    }
    boolean asked =
        chain.links().stream()
            .anyMatch(l -> l.operator() == Operator.REQUEST || l.operator() == Operator.WISH);
    boolean advice = chain.links().stream().anyMatch(l -> l.modality() == Modality.SHOULD);
    boolean supposed =
        words.question()
            && chain.links().stream().anyMatch(l -> l.operator() == Operator.CONDITION);
    return !asked && (advice || supposed);
  }

  /** {@code any talks would}: no contact in particular. */
  boolean generic(Trigger trigger, int chunk) {
    return !trigger.verb() && words.lower(clauses.chunk(chunk).from()).equals("any");
  }
}
