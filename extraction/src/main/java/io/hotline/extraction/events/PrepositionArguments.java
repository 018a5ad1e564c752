package io.hotline.extraction.events;

import io.hotline.extraction.EventMode;
import io.hotline.extraction.ThirdPartyRole;
import io.hotline.extraction.events.Chunk.Kind;
import java.util.List;

/**
 * Finds the parties after the prepositions that follow a trigger: with, between, to, from, by, in.
 */
final class PrepositionArguments {

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Parties parties;
  private final Trigger trigger;
  private final int chunk;
  private final Governors.Chain chain;
  private final Cast cast;

  PrepositionArguments(
      Lexicon lexicon,
      Clauses clauses,
      Parties parties,
      Trigger trigger,
      int chunk,
      Governors.Chain chain,
      Cast cast) {
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.parties = parties;
    this.trigger = trigger;
    this.chunk = chunk;
    this.chain = chain;
    this.cast = cast;
  }

  void after(int from, boolean passive) {
    int i = from;
    boolean topic = false;
    while (i < clauses.size()) {
      Chunk at = clauses.chunk(i);
      switch (at.kind()) {
        case PREPOSITION -> {
          String word = clauses.first(i);
          if (clauses.is(i + 1, Kind.NOUN)
              && otherContact(i + 1)
              && i > from - 1
              && !lexicon.is("contact-preposition", word)) {
            cast.end = at.from();
            return;
          }
          topic |=
              lexicon.is("topic-preposition", word)
                  && clauses.is(i + 1, Kind.NOUN)
                  && !clauses.temporal(i + 1)
                  && !(word.equals("for") && hosted());
          if (clauses.is(i + 1, Kind.NOUN)) {
            i = preposition(i, word, passive, topic);
          } else {
            i++;
          }
        }
        case NOUN -> {
          if (i > from && !clauses.temporal(i) && !topic && isObjectOf(i)) {
            cast.end = at.from();
            return;
          }
          i++;
        }
        case ADVERB, QUOTE, OTHER, ADJECTIVE -> i++;
        case COORDINATOR -> {
          if (!clauses.is(i + 1, Kind.PREPOSITION) && !clauses.is(i + 1, Kind.NOUN)
              || clauses.is(i + 1, Kind.NOUN) && clauses.finite(i + 2)) {
            cast.end = at.from();
            return;
          }
          i++;
        }
        case COMMA -> {
          boolean goesOn =
              clauses.is(i + 1, Kind.PREPOSITION)
                  && lexicon.is("party-preposition", clauses.first(i + 1));
          if (!goesOn) {
            cast.end = at.from();
            return;
          }
          i++;
        }
        case VERB -> {
          if (clauses.finite(i) && i > from
              || !clauses.participle(i) && !clauses.verb(i).infinitive()) {
            cast.end = at.from();
            return;
          }
          if (clauses.verb(i).infinitive()) {
            topic = true;
          }
          i++;
        }
        default -> {
          cast.end = at.from();
          return;
        }
      }
    }
    cast.end = clauses.words().to();
  }

  /** {@code host a dinner for}. */
  private boolean hosted() {
    return chain.links().stream().anyMatch(l -> lexicon.is("giving-verb", l.lemma()));
  }

  /** Whether noun group {@code n} names a contact of its own, with parties of its own. */
  private boolean otherContact(int n) {
    int head = clauses.chunk(n).head();
    for (Trigger other : lexicon.nounTriggers(clauses.head(n))) {
      if (other.standsAt(clauses.words(), head)) {
        return true;
      }
    }
    return false;
  }

  private boolean isObjectOf(int i) {
    return clauses.finite(i + 1);
  }

  private int preposition(int p, String word, boolean passive, boolean topic) {
    List<Integer> nouns = clauses.coordinatedRight(p + 1, word.equals("between"));
    int after = nouns.get(nouns.size() - 1) + 1;
    List<Party> found = parties.ofAll(nouns);
    if (trigger.frame() == Frame.TO && lexicon.is("signature", clauses.head(p + 1))) {
      cast.actor(parties.before(p + 1, clauses.chunk(p + 1).to())); // "over Obama's signature"
      return after;
    }
    if (found.isEmpty() || namesake(after, found)) {
      return p + 2;
    }
    if (topic && !word.equals("with") && !word.equals("between")) {
      return after;
    }
    switch (word) {
      case "with" -> {
        if (topic) {
          cast.late.addAll(Arguments.states(found));
        } else {
          cast.recipient(Arguments.states(found));
        }
      }
      case "between", "among" -> {
        if (trigger.verb() && trigger.frame() != Frame.MEDIATE) {
          return after;
        }
        if (found.size() > 1 || trigger.frame() == Frame.WITH) {
          cast.actors.clear();
          cast.between = true;
          cast.actor(Arguments.states(found));
        } else {
          cast.actor(found);
        }
      }
      case "to" -> to(found);
      case "from" -> {
        if (!trigger.verb()
            && (trigger.frame() == Frame.TO
                || trigger.frame() == Frame.OBJECT
                || trigger.lemma().equals("call")
                || trigger.frame() == Frame.PLACE)) {
          cast.actor(found);
        }
      }
      case "of" -> {
        if (!trigger.verb() && p == chunk + 1) {
          cast.actor(found);
        }
      }
      case "by" -> {
        if (!trigger.verb() || passive) {
          cast.actor(found);
        }
      }
      case "in", "at" -> {
        boolean host = passive && trigger.frame() == Frame.HOST && cast.actors.isEmpty();
        if (host && found.get(0).kind() == Party.Kind.STATE) {
          cast.actor(found); // "will be received at the foreign ministry"
        }
        boolean received = trigger.frame() == Frame.HOST && cast.recipients.isEmpty();
        if (received && found.get(0).role() != null) {
          cast.recipient(found); // "received at the palace the minister"
        } else {
          place(found);
          atSeat(found);
        }
      }
      case "through", "via" -> {
        for (Party party : found) {
          cast.thirds.add(new Cast.Third(party, ThirdPartyRole.CHANNEL));
        }
      }
      case "for" -> {
        if (hosted()) {
          cast.recipient(found);
        }
      }
      default -> {}
    }
    return after;
  }

  /** {@code talks at the State Department}: whose seat it is takes part. */
  private void atSeat(List<Party> found) {
    for (Party party : found) {
      boolean seat =
          party.kind() == Party.Kind.STATE
              && party.country() != null
              && !party.country().equals(party.entity());
      if (seat && !trigger.verb() && trigger.frame() == Frame.WITH && cast.recipients.isEmpty()) {
        cast.late.add(party);
      }
    }
  }

  /** {@code Moscow, Idaho}: another place of the name follows. */
  boolean namesake(int after, List<Party> found) {
    if (!clauses.is(after, Kind.COMMA)
        || !clauses.is(after + 1, Kind.NOUN)
        || clauses.finite(after + 2)
        || clauses.is(after + 2, Kind.NOUN)) {
      return false;
    }
    Words words = clauses.words();
    Chunk next = clauses.chunk(after + 1);
    if (!words.capitalised(next.from())
        || clauses.temporal(after + 1)
        || next.to() - next.from() > 3) {
      return false;
    }
    String country = found.get(found.size() - 1).country();
    return parties.of(after + 1).stream()
            .noneMatch(p -> country != null && country.equals(p.country()))
        && parties.of(after + 1).stream()
            .allMatch(p -> p.kind() == Party.Kind.PLACE || p.kind() == Party.Kind.UNKNOWN);
  }

  private void to(List<Party> found) {
    if (trigger.frame() == Frame.PLACE || trigger.frame() == Frame.SEND) {
      cast.recipient(found);
      found.stream().findFirst().ifPresent(p -> cast.place = p);
    } else if (trigger.frame() == Frame.TO
        || trigger.mode() == EventMode.PHONE_CALL
        || trigger.verb() && trigger.takesObject()) {
      cast.recipient(Arguments.states(found));
    }
  }

  private void place(List<Party> found) {
    for (Party party : found) {
      if (party.kind() == Party.Kind.PLACE || party.kind() == Party.Kind.STATE) {
        if (cast.place == null) {
          cast.place = party;
        }
        if (trigger.frame() == Frame.PLACE && trigger.verb()) {
          cast.recipient(List.of(party));
        }
      }
    }
  }
}
