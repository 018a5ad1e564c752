package io.hotline.extraction.events;

import io.hotline.extraction.ThirdPartyRole;
import io.hotline.extraction.events.Chunk.Kind;
import io.hotline.extraction.text.Tag;
import java.util.ArrayList;
import java.util.List;

/** Finds who takes part in the contact that a trigger names. */
final class Arguments {

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Parties parties;
  private final Trigger trigger;
  private final int chunk;
  private final int token;
  private final Governors.Chain chain;
  private final Cast cast = new Cast();

  /** Whoever stands after the topic; parties only if nobody else is found. */
  private final List<Party> late = new ArrayList<>();

  private Arguments(
      Lexicon lexicon,
      Clauses clauses,
      Parties parties,
      Trigger trigger,
      int chunk,
      int token,
      Governors.Chain chain) {
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.parties = parties;
    this.trigger = trigger;
    this.chunk = chunk;
    this.token = token;
    this.chain = chain;
  }

  static Cast find(
      Lexicon lexicon,
      Clauses clauses,
      Parties parties,
      Trigger trigger,
      int chunk,
      int token,
      Governors.Chain chain) {
    Arguments arguments = new Arguments(lexicon, clauses, parties, trigger, chunk, token, chain);
    if (trigger.verb()) {
      arguments.verb();
    } else {
      arguments.noun();
    }
    if (!arguments.cast.complete()) {
      arguments.cast.recipient(arguments.late);
    }
    arguments.cast.tidy();
    arguments.cast.balance();
    return arguments.cast;
  }

  private List<Party> of(List<Integer> nouns) {
    List<Party> out = new ArrayList<>();
    for (int n : nouns) {
      out.addAll(parties.of(n));
    }
    return out;
  }

  // ---- verbs

  private void verb() {
    VerbGroup group = clauses.verb(chunk);
    boolean passive =
        group.passive() && trigger.frame() != Frame.WITH || group.passive() && group.participle();
    List<Party> subjects = states(of(clauses.subjects(chunk)));
    if (passive) {
      cast.recipient(subjects);
    } else if (trigger.frame() == Frame.SEND) {
      cast.actor(subjects);
      cast.emptyObject =
          !clauses.is(chunk + 1, Kind.NOUN) || !lexicon.is("envoy", clauses.head(chunk + 1));
      prepositions(chunk + 2, passive);
      return;
    } else if (trigger.frame() == Frame.MEDIATE) {
      subjects.forEach(p -> cast.thirds.add(new Cast.Third(p, ThirdPartyRole.MEDIATOR)));
    } else {
      cast.actor(subjects);
    }
    int next = chunk + 1;
    while (clauses.is(next, Kind.ADVERB)) {
      next++;
    }
    if (clauses.is(next, Kind.NOUN) && !passive && takesObject()) {
      List<Integer> objects = clauses.coordinatedRight(next, false);
      List<Party> found = of(objects);
      if (!found.isEmpty() && namesake(objects.get(objects.size() - 1) + 1, found)) {
        found = List.of();
        cast.privateParty = true;
      }
      cast.emptyObject =
          found.isEmpty()
                  && !clauses.temporal(next)
                  && lexicon.nounTriggers(clauses.head(next)).isEmpty()
                  && trigger.frame() != Frame.WITH
              || trigger.frame() == Frame.HOST && parties.of(next).isEmpty();
      if (trigger.frame() == Frame.PLACE) {
        found.stream()
            .filter(p -> p.kind() == Party.Kind.PLACE || p.kind() == Party.Kind.STATE)
            .findFirst()
            .ifPresent(p -> cast.place = p);
      }
      cast.recipient(found);
      prepositions(objects.get(objects.size() - 1) + 1, passive);
    } else {
      prepositions(chunk + 1, passive);
    }
    for (int v : chain.verbs()) {
      if (cast.actors.isEmpty() && v != chunk && !reports(v)) {
        cast.actor(states(of(clauses.subjects(v))));
      }
    }
    operatorNouns();
  }

  /** {@code Trump's invitation to Putin}, {@code a Russian offer}: who stands at the noun above. */
  private void operatorNouns() {
    for (Link link : chain.links()) {
      if (link.chunk() >= 0 || link.token() < 0 || cast.complete()) {
        continue;
      }
      int n = clauses.chunkOf(link.token());
      if (n == chunk || !clauses.is(n, Kind.NOUN) || link.token() != clauses.chunk(n).head()) {
        continue;
      }
      List<Party> owners = parties.before(n, link.token());
      boolean had = !cast.actors.isEmpty();
      if (had && !owners.isEmpty()) {
        cast.recipient(List.copyOf(cast.actors));
        List<Party> before = List.copyOf(cast.actors);
        cast.actors.clear();
        cast.actor(owners);
        before.forEach(p -> cast.recipient(List.of(p)));
      } else {
        cast.actor(owners);
      }
      for (int p = n + 1; p + 1 < clauses.size() && p < n + 6; p += 2) {
        if (!clauses.is(p, Kind.PREPOSITION) || !clauses.is(p + 1, Kind.NOUN) || p + 1 == chunk) {
          break;
        }
        String word = clauses.first(p);
        List<Party> found = of(clauses.coordinatedRight(p + 1, false));
        if (lexicon.is("offer-preposition", word)) {
          cast.recipient(found);
        } else if (word.equals("by") || word.equals("from")) {
          cast.actor(found);
        }
      }
    }
  }

  private boolean takesObject() {
    return !trigger.lemma().equals("discuss")
        && !trigger.lemma().equals("negotiate")
        && trigger.frame() != Frame.TO;
  }

  private boolean reports(int v) {
    return lexicon.verbOperators(clauses.verb(v).lemma()).stream()
        .anyMatch(o -> o.operator() == Operator.REPORT);
  }

  private static List<Party> states(List<Party> found) {
    return found.stream().map(Party::asState).toList();
  }

  // ---- nouns

  private void noun() {
    possessors();
    prepositions(chunk + 1, false);
    for (Link link : chain.links()) {
      if (link.chunk() >= 0 && link.subject()) {
        prepositions(link.chunk() + 1, true);
      }
    }
    operatorNouns();
    governingVerbs();
    adjunct();
  }

  private void possessors() {
    List<Party> before = parties.before(chunk, token);
    Chunk group = clauses.chunk(chunk);
    boolean possessive = false;
    for (int t = group.from(); t < token; t++) {
      Tag tag = clauses.words().tag(t);
      possessive |= tag == Tag.POS || tag == Tag.PRPS;
    }
    List<Party> sides = new ArrayList<>();
    int left = chunk - 1;
    if (clauses.is(left, Kind.COORDINATOR)
        && clauses.is(left - 1, Kind.NOUN)
        && (!before.isEmpty())) {
      List<Integer> joined = clauses.coordinatedLeft(chunk);
      boolean objects = clauses.is(joined.get(0) - 1, Kind.PREPOSITION);
      boolean mark = !clauses.first(left).equals("and");
      if (mark || !objects && before.size() == 1) {
        for (int i : joined.subList(0, joined.size() - 1)) {
          if (mark || clauses.chunk(i).to() - clauses.chunk(i).from() <= 4) {
            sides.addAll(parties.of(i));
            sides.addAll(sides.isEmpty() ? parties.before(i, clauses.chunk(i).to()) : List.of());
          }
        }
      }
    }
    sides.addAll(before);
    if (!possessive && sides.size() < 2 && trigger.frame() != Frame.PLACE) {
      sides.removeIf(p -> p.kind() == Party.Kind.PLACE);
    }
    if (!possessive
        && sides.size() == 1
        && trigger.frame() == Frame.PLACE
        && sides.get(0).kind() == Party.Kind.PLACE) {
      cast.recipient(sides);
      cast.place = sides.get(0);
    } else {
      cast.actor(sides);
    }
  }

  /** The subjects of the verbs above the trigger: who holds, offers, refuses. */
  private void governingVerbs() {
    boolean paired = cast.actors.size() > 1 || cast.complete() || cast.between;
    boolean vague = false;
    for (Link link : chain.links()) {
      int v = link.chunk();
      if (v < 0 || !clauses.is(v, Kind.VERB)) {
        continue;
      }
      VerbGroup group = clauses.verb(v);
      boolean attribution = link.operator() == Operator.REPORT && link.asserts();
      if (link.subject() || attribution) {
        continue;
      }
      List<Party> subjects = of(clauses.subjects(v));
      if (group.passive() && group.finite()) {
        by(v);
      }
      if (paired) {
        thirdParty(link, subjects);
      } else if (!cast.complete() || cast.actors.isEmpty() || vague) {
        if (vague && subjects.stream().anyMatch(p -> p.country() != null)) {
          cast.actors.clear();
          vague = false;
        }
        boolean none = cast.actors.isEmpty();
        cast.actor(states(subjects));
        vague |=
            none
                && !cast.actors.isEmpty()
                && cast.actors.stream().allMatch(p -> p.country() == null);
        object(v, link);
      }
      paired = (cast.complete() || cast.between) && !vague;
    }
  }

  private void by(int v) {
    for (int p = v + 1; p < v + 6 && p + 1 < clauses.size(); p++) {
      if (clauses.first(p).equals("by") && clauses.is(p + 1, Kind.NOUN)) {
        cast.actor(of(clauses.coordinatedRight(p + 1, false)));
        return;
      }
    }
  }

  /** {@code invited Putin to talks}: the object is on the other side. */
  private void object(int v, Link link) {
    if (v + 1 < chunk
        && clauses.is(v + 1, Kind.NOUN)
        && v + 1 != chunk
        && link.operator() != Operator.REPORT) {
      cast.recipient(of(clauses.coordinatedRight(v + 1, false)));
    }
  }

  private void thirdParty(Link link, List<Party> subjects) {
    ThirdPartyRole role =
        lexicon.is("mediating-verb", link.lemma())
            ? ThirdPartyRole.MEDIATOR
            : lexicon.is("hosting-verb", link.lemma()) ? ThirdPartyRole.HOST : null;
    if (role == null) {
      return;
    }
    for (Party party : subjects) {
      if (party.political() && cast.all().stream().noneMatch(party::same)) {
        cast.thirds.add(new Cast.Third(party, role));
      }
    }
  }

  /** {@code told Putin in a phone call}: the clause beside which the contact stands. */
  private void adjunct() {
    if (!clauses.is(chunk - 1, Kind.PREPOSITION) || cast.actors.size() > 1 || cast.complete()) {
      return;
    }
    int v = clauses.verbBefore(chunk - 1);
    boolean before = v >= 0;
    if (v < 0) {
      for (int i = chunk + 1; i < clauses.size() && v < 0; i++) {
        v = clauses.finite(i) ? i : -1;
      }
    }
    if (v < 0 || chain.verbs().contains(v)) {
      return;
    }
    boolean inside = lexicon.is("inside-preposition", clauses.first(chunk - 1));
    if (!inside && cast.all().isEmpty()) {
      return;
    }
    List<Party> subjects = of(clauses.subjects(v));
    List<Party> actors = new ArrayList<>();
    for (Party party : subjects) {
      if (party.kind() != Party.Kind.PLACE) {
        actors.add(party.asUnderstood());
      }
    }
    cast.actor(actors);
    boolean topical = lexicon.is("topic-verb", clauses.verb(v).lemma());
    if (inside
        && before
        && !topical
        && lexicon.is("address-verb", clauses.verb(v).lemma())
        && !cast.complete()
        && clauses.is(v + 1, Kind.NOUN)
        && v + 1 < chunk) {
      cast.recipient(of(clauses.coordinatedRight(v + 1, false)));
    }
  }

  // ---- prepositions after the trigger

  private void prepositions(int from, boolean passive) {
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
          topic |= lexicon.is("topic-preposition", word) && clauses.is(i + 1, Kind.NOUN);
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

  /** Whether noun group {@code n} names a contact of its own, with parties of its own. */
  private boolean otherContact(int n) {
    return !lexicon.nounTriggers(clauses.head(n)).isEmpty();
  }

  private boolean isObjectOf(int i) {
    return clauses.finite(i + 1);
  }

  private int preposition(int p, String word, boolean passive, boolean topic) {
    List<Integer> nouns = clauses.coordinatedRight(p + 1, word.equals("between"));
    int after = nouns.get(nouns.size() - 1) + 1;
    List<Party> found = of(nouns);
    if (found.isEmpty() || namesake(after, found)) {
      return p + 2;
    }
    if (topic && !word.equals("with") && !word.equals("between")) {
      return after;
    }
    switch (word) {
      case "with" -> {
        if (topic) {
          late.addAll(states(found));
        } else {
          cast.recipient(states(found));
        }
      }
      case "between", "among" -> {
        if (trigger.verb() && trigger.frame() != Frame.MEDIATE) {
          return after;
        }
        if (found.size() > 1 || trigger.frame() == Frame.WITH) {
          cast.actors.clear();
          cast.between = true;
          cast.actor(states(found));
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
      case "in", "at" -> place(found);
      case "through", "via" -> {
        for (Party party : found) {
          cast.thirds.add(new Cast.Third(party, ThirdPartyRole.CHANNEL));
        }
      }
      case "for" -> {
        if (chain.links().stream().anyMatch(l -> l.lemma().equals("host"))) {
          cast.recipient(found);
        }
      }
      default -> {}
    }
    return after;
  }

  /** {@code Moscow, Idaho}: another place of the name follows. */
  private boolean namesake(int after, List<Party> found) {
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
        || trigger.mode() == io.hotline.extraction.EventMode.PHONE_CALL
        || trigger.verb() && takesObject()) {
      cast.recipient(states(found));
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
