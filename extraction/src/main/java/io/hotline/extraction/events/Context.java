package io.hotline.extraction.events;

import io.hotline.extraction.Entity;
import io.hotline.extraction.Quote;
import io.hotline.extraction.Span;
import io.hotline.extraction.Speaker;
import io.hotline.extraction.entities.EntityLayer;
import io.hotline.extraction.events.Chunk.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Completes the parties of an event by who speaks and what was told before. */
final class Context {

  /** How many characters after a question its answer may stand. */
  private static final int ANSWER = 120;

  /** How many sentences back an event is still the one that {@code the call} points to. */
  private static final int REACH = 8;

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Parties parties;
  private final EntityLayer layer;
  private final List<Quote> quotes;
  private final List<Draft> drafts;
  private final Protagonists protagonists;

  Context(
      Lexicon lexicon,
      Clauses clauses,
      Parties parties,
      EntityLayer layer,
      List<Quote> quotes,
      List<Draft> drafts,
      Protagonists protagonists) {
    this.protagonists = protagonists;
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.parties = parties;
    this.layer = layer;
    this.quotes = quotes;
    this.drafts = drafts;
  }

  void complete(Cast cast, Trigger trigger, int chunk, int token, Governors.Chain chain) {
    if (cast.complete() || trigger.frame() == Frame.ATTEND && !trigger.strong()) {
      new OfficeHolders(lexicon, clauses, parties, layer).resolve(cast);
      return;
    }
    if (cast.pair) {
      pair(cast, chunk);
      return;
    }
    if (cast.all().isEmpty() && theirs(trigger, chunk, token)) {
      understood(cast);
    }
    if (trigger.lemma().equals("summon") && cast.actors.size() + cast.recipients.size() == 1) {
      posted(cast, chunk);
    }
    boolean one = cast.actors.isEmpty() != cast.recipients.isEmpty();
    if (one && trigger.frame() != Frame.SEND) {
      speaker(cast, chunk, token, chain);
    }
    if (!cast.complete() && definite(trigger, chunk, token)) {
      earlier(cast, trigger);
    }
    if (cast.all().size() > 1) {
      new OfficeHolders(lexicon, clauses, parties, layer).resolve(cast);
    }
    if (cast.all().isEmpty() && trigger.strong() && !trigger.verb() && topic(chain)) {
      sameSentence(cast);
    }
  }

  /** {@code the Kremlin said there was no contact with Washington}. */
  private void speaker(Cast cast, int chunk, int token, Governors.Chain chain) {
    Party known = cast.all().get(0);
    for (int v : chain.verbs()) {
      if (tells(v) && fill(cast, known, ofAll(clauses.subjects(v)))) {
        return;
      }
      if (tells(v)
          && clauses.is(v + 1, Kind.NOUN)
          && lexicon.is("address-verb", clauses.verb(v).lemma())
          && fill(cast, known, parties.of(v + 1))) {
        return; // "tells Lavrov there will be no summit"
      }
    }
    for (int v = clauses.size() - 1; v > chunk; v--) {
      if (clauses.finite(v) && tells(v)) {
        List<Integer> subjects = clauses.subjects(v);
        if (subjects.isEmpty() && clauses.is(v + 1, Kind.NOUN)) {
          subjects = List.of(v + 1);
        }
        if (fill(cast, known, ofAll(subjects))) {
          return;
        }
      }
    }
    if (clauses.is(0, Kind.NOUN)
        && clauses.first(1).equals(":")
        && fill(cast, known, parties.of(0))) {
      return; // "Trump: I will meet Putin"
    }
    Span trigger = clauses.words().document().tokenSpan(token);
    boolean asked = clauses.words().question();
    for (Quote quote : quotes) {
      Speaker speaker = quote.speaker();
      int distance = quote.span().start() - trigger.end();
      boolean answer = asked && distance > 0 && distance < ANSWER;
      if ((quote.span().contains(trigger) || answer)
          && speaker != null
          && speaker.entity() != null) {
        Party party = party(layer.entity(speaker.entity()), token);
        if (party != null && fill(cast, known, List.of(party))) {
          return;
        }
      }
    }
  }

  private static @Nullable Party party(@Nullable Entity entity, int token) {
    return entity == null || !entity.speaksForState()
        ? null
        : new Party(
            Party.Kind.STATE,
            token,
            token,
            entity.country(),
            entity.name(),
            entity.role(),
            entity.sector(),
            entity.id(),
            null,
            true);
  }

  private boolean tells(int v) {
    return lexicon.reports(clauses.verb(v).lemma())
        || lexicon.verbOperators(clauses.verb(v).lemma()).stream()
            .anyMatch(o -> o.operator() == Operator.DENY);
  }

  private List<Party> ofAll(List<Integer> nouns) {
    List<Party> out = new ArrayList<>();
    nouns.forEach(n -> out.addAll(parties.of(n)));
    return out;
  }

  private boolean fill(Cast cast, Party known, List<Party> candidates) {
    for (Party party : candidates) {
      boolean acts =
          party.kind() == Party.Kind.STATE
              || party.kind() == Party.Kind.GROUP && party.role() != null; // a president-elect
      if (acts && party.country() != null && !party.country().equals(known.country())) {
        if (cast.recipients.isEmpty() && cast.actors.size() == 1) {
          Party only = cast.actors.remove(0);
          cast.recipients.add(only);
        }
        cast.actors.add(party.asUnderstood());
        return true;
      }
    }
    return false;
  }

  /** Takes the two of whom the article speaks, if the event has nobody else. */
  private void understood(Cast cast) {
    List<Party> pair = protagonists.pair(clauses.words().sentence());
    if (pair.size() == 2 && cast.all().stream().allMatch(p -> pair.stream().anyMatch(p::same))) {
      cast.actors.clear();
      cast.recipients.clear();
      cast.actors.add(pair.get(0));
      cast.recipients.add(pair.get(1));
    }
  }

  /** {@code their talk}: of the two of whom the article speaks. */
  private boolean theirs(Trigger trigger, int chunk, int token) {
    return !trigger.verb() && clauses.contains(chunk, token, "their"::equals);
  }

  private boolean definite(Trigger trigger, int chunk, int token) {
    return !trigger.verb()
        && clauses.contains(
            chunk, token, word -> lexicon.is("definite", word) || lexicon.is("such", word));
  }

  /** {@code the call}: its parties are those of the event it points to. */
  private void earlier(Cast cast, Trigger trigger) {
    for (int i = drafts.size() - 1; i >= 0; i--) {
      Draft draft = drafts.get(i);
      if (clauses.words().sentence() - draft.sentence() > REACH) {
        return;
      }
      boolean fits =
          draft.cast().complete()
              && cast.all().stream().allMatch(p -> draft.cast().all().stream().anyMatch(p::same));
      if (fits) {
        take(cast, draft);
        return;
      }
    }
  }

  /** {@code America's envoy in Moscow was summoned}: by those to whom he is posted. */
  private void posted(Cast cast, int chunk) {
    for (int i = 0; i < chunk; i++) {
      for (Party party : parties.of(i)) {
        if (party.kind() == Party.Kind.PLACE) {
          fill(cast, cast.all().get(0), List.of(party.asState()));
          return;
        }
      }
    }
  }

  private static boolean topic(Governors.Chain chain) {
    return chain.links().stream()
        .anyMatch(l -> l.operator() == Operator.DISCUSS || l.operator() == Operator.PLAN);
  }

  /** {@code the goal of the call is to discuss a meeting}: a meeting of the same two. */
  private void sameSentence(Cast cast) {
    for (int i = drafts.size() - 1; i >= 0; i--) {
      Draft draft = drafts.get(i);
      if (draft.sentence() == clauses.words().sentence() && draft.cast().complete()) {
        take(cast, draft);
        cast.referent = null;
        return;
      }
    }
  }

  private static void take(Cast cast, Draft draft) {
    cast.referent = draft;
    cast.actors.clear();
    cast.recipients.clear();
    draft.cast().actors.forEach(p -> cast.actors.add(p.asUnderstood()));
    draft.cast().recipients.forEach(p -> cast.recipients.add(p.asUnderstood()));
  }

  /** {@code signals from Washington to Moscow about a call between the two}: the states named. */
  private void inSentence(Cast cast, int chunk) {
    List<Party> states = new ArrayList<>(cast.all());
    states.removeIf(p -> p.country() == null);
    for (int n = 0; n < clauses.size(); n++) {
      if (!clauses.is(n, Kind.NOUN) || n == chunk) {
        continue;
      }
      List<Party> here = new ArrayList<>(parties.of(n));
      for (Party party : here) {
        Party state = party.asState();
        if (state.kind() == Party.Kind.STATE
            && state.country() != null
            && states.stream().noneMatch(p -> state.country().equals(p.country()))) {
          states.add(state);
        }
      }
    }
    if (states.size() == 2) {
      cast.actors.clear();
      cast.recipients.clear();
      cast.actors.add(states.get(0).asUnderstood());
      cast.recipients.add(states.get(1).asUnderstood());
    }
  }

  /** {@code the two leaders}: the pair of the last event, whoever else is known. */
  private void pair(Cast cast, int chunk) {
    for (int i = drafts.size() - 1; i >= 0; i--) {
      Draft draft = drafts.get(i);
      if (draft.cast().complete() && clauses.words().sentence() - draft.sentence() <= REACH) {
        take(cast, draft);
        return;
      }
    }
    inSentence(cast, chunk);
    if (!cast.complete()) {
      understood(cast);
    }
    if (!cast.complete()) {
      cast.privateParty = true; // nobody knows who they are
    }
  }
}
