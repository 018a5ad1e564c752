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

  /** How many sentences back an event is still the one that {@code the call} points to. */
  private static final int REACH = 8;

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Parties parties;
  private final EntityLayer layer;
  private final List<Quote> quotes;
  private final List<Draft> drafts;

  Context(
      Lexicon lexicon,
      Clauses clauses,
      Parties parties,
      EntityLayer layer,
      List<Quote> quotes,
      List<Draft> drafts) {
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.parties = parties;
    this.layer = layer;
    this.quotes = quotes;
    this.drafts = drafts;
  }

  void complete(Cast cast, Trigger trigger, int chunk, int token, Governors.Chain chain) {
    if (cast.complete() || trigger.frame() == Frame.ATTEND && !trigger.strong()) {
      return;
    }
    if (cast.pair) {
      pair(cast);
      return;
    }
    if (trigger.lemma().equals("summon") && cast.actors.size() + cast.recipients.size() == 1) {
      posted(cast, chunk);
    }
    boolean one = cast.actors.isEmpty() != cast.recipients.isEmpty();
    if (one) {
      speaker(cast, chunk, token, chain);
    }
    if (!cast.complete() && definite(trigger, chunk, token)) {
      earlier(cast, trigger);
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
    for (Quote quote : quotes) {
      Speaker speaker = quote.speaker();
      if (quote.span().contains(trigger) && speaker != null && speaker.entity() != null) {
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
    return lexicon.verbOperators(clauses.verb(v).lemma()).stream()
        .anyMatch(o -> o.operator() == Operator.REPORT || o.operator() == Operator.DENY);
  }

  private List<Party> ofAll(List<Integer> nouns) {
    List<Party> out = new ArrayList<>();
    nouns.forEach(n -> out.addAll(parties.of(n)));
    return out;
  }

  private boolean fill(Cast cast, Party known, List<Party> candidates) {
    for (Party party : candidates) {
      if (party.kind() == Party.Kind.STATE
          && party.country() != null
          && !party.country().equals(known.country())) {
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

  private boolean definite(Trigger trigger, int chunk, int token) {
    if (trigger.verb()) {
      return false;
    }
    Chunk group = clauses.chunk(chunk);
    for (int t = group.from(); t < token; t++) {
      String lower = clauses.words().lower(t);
      if (lexicon.is("definite", lower) || lexicon.is("such", lower)) {
        return true;
      }
    }
    return false;
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

  /** {@code the two leaders}: the pair of the last event, whoever else is known. */
  private void pair(Cast cast) {
    for (int i = drafts.size() - 1; i >= 0; i--) {
      Draft draft = drafts.get(i);
      if (draft.cast().complete() && clauses.words().sentence() - draft.sentence() <= REACH) {
        take(cast, draft);
        return;
      }
    }
  }
}
