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
  private final PrepositionArguments prepositions;

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
    this.prepositions =
        new PrepositionArguments(lexicon, clauses, parties, trigger, chunk, chain, cast);
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
      arguments.cast.recipient(arguments.cast.late);
    }
    arguments.cast.tidy();
    arguments.cast.balance();
    return arguments.cast;
  }

  // ---- verbs

  /** {@code carried messages between A and B}: whoever stands between is a channel. */
  private void carried() {
    parties
        .ofAll(clauses.subjects(chunk))
        .forEach(p -> cast.thirds.add(new Cast.Third(p, ThirdPartyRole.CHANNEL)));
    boolean message = false;
    for (int n = 0; n < clauses.size() && (n < chunk || !clauses.first(n).equals("between")); n++) {
      message |= clauses.is(n, Kind.NOUN) && lexicon.is("message-noun", clauses.head(n));
    }
    if (!message) {
      return;
    }
    for (int p = chunk + 1; p + 1 < clauses.size() && !clauses.finite(p); p++) {
      if (clauses.first(p).equals("between") && clauses.is(p + 1, Kind.NOUN)) {
        cast.actor(states(parties.ofAll(clauses.coordinatedRight(p + 1, true))));
        cast.end = clauses.chunk(p + 1).to();
      }
    }
  }

  private void verb() {
    if (trigger.frame() == Frame.CARRY) {
      carried();
      return;
    }
    VerbGroup group = clauses.verb(chunk);
    boolean passive =
        group.passive() && trigger.frame() != Frame.WITH || group.passive() && group.participle();
    List<Party> subjects =
        privatePeople() ? List.of() : states(parties.ofAll(clauses.subjects(chunk)));
    if (passive && trigger.frame() == Frame.SEND) {
      List<Integer> carried = clauses.subjects(chunk);
      cast.emptyObject = carried.stream().noneMatch(n -> lexicon.is("envoy", clauses.head(n)));
      prepositions.after(chunk + 1, true);
      cast.recipients.removeIf(p -> cast.actors.stream().anyMatch(p::same));
      return;
    }
    if (passive) {
      cast.recipient(subjects);
    } else if (trigger.frame() == Frame.SEND) {
      cast.actor(subjects);
      cast.emptyObject =
          !clauses.is(chunk + 1, Kind.NOUN) || !lexicon.is("envoy", clauses.head(chunk + 1));
      prepositions.after(chunk + 2, passive);
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
    if (trigger.frame() == Frame.PERSON) {
      person(next);
      return;
    }
    if (trigger.frame() == Frame.HOST
        && clauses.is(next, Kind.PREPOSITION)
        && clauses.is(next + 1, Kind.NOUN)
        && clauses.is(next + 2, Kind.NOUN)
        && !parties.of(next + 2).isEmpty()) {
      next += 2; // "received at the palace the minister of"
    }
    if (clauses.is(next, Kind.NOUN) && !passive && trigger.takesObject()) {
      List<Integer> objects = clauses.coordinatedRight(next, false);
      List<Party> found = parties.ofAll(objects);
      if (!found.isEmpty() && prepositions.namesake(objects.get(objects.size() - 1) + 1, found)) {
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
      prepositions.after(objects.get(objects.size() - 1) + 1, passive);
    } else {
      prepositions.after(chunk + 1, passive);
    }
    if (passive && cast.actors.isEmpty() && cast.recipients.size() > 1) {
      Party summoner = cast.recipients.remove(cast.recipients.size() - 1);
      cast.actors.add(summoner); // "was summoned to the foreign ministry of"
    }
    for (int v : chain.verbs()) {
      if (cast.actors.isEmpty() && v != chunk && !reports(v)) {
        cast.actor(states(parties.ofAll(clauses.subjects(v))));
      }
    }
    operatorNouns();
  }

  /** {@code pen friends in Russia and Virginia meet}: not the states they live in. */
  private boolean privatePeople() {
    List<Integer> subjects = clauses.subjects(chunk);
    if (subjects.isEmpty()) {
      return false;
    }
    int first = subjects.get(0);
    boolean live =
        clauses.is(first - 1, Kind.PREPOSITION)
            && lexicon.is("locative", clauses.first(first - 1))
            && clauses.is(first - 2, Kind.NOUN)
            && lexicon.isPrivate(clauses.head(first - 2));
    cast.privateParty |= live;
    return live;
  }

  /** {@code saw the envoy}, {@code called on the president}: nobody sees a state. */
  private void person(int from) {
    int object = from;
    while (clauses.is(object, Kind.ADVERB)
        || clauses.is(object, Kind.ADJECTIVE)
        || clauses.is(object, Kind.PREPOSITION) && !trigger.rest().isEmpty()) {
      object++;
    }
    List<Party> found =
        clauses.is(object, Kind.NOUN)
            ? parties.ofAll(clauses.coordinatedRight(object, false))
            : List.of();
    found = found.stream().filter(Arguments::person).toList();
    int after = object + 1;
    boolean judged = clauses.first(after).equals("as");
    boolean asked =
        !trigger.rest().isEmpty()
            && clauses.is(after, Kind.VERB)
            && clauses.verb(after).infinitive()
            && !lexicon.is("talking-verb", clauses.verb(after).lemma());
    cast.watched =
        trigger.lemma().equals("see")
            && clauses.is(after, Kind.VERB)
            && !clauses.verb(after).infinitive(); // "happy to see him return"
    cast.emptyObject = found.isEmpty() || judged || asked || cast.watched;
    cast.recipient(found);
    prepositions.after(after, false);
    for (int v : chain.verbs()) {
      if (cast.actors.isEmpty() && v != chunk && !reports(v)) {
        cast.actor(states(parties.ofAll(clauses.subjects(v))));
      }
    }
    operatorNouns();
  }

  private static boolean person(Party party) {
    return party.role() != null && party.kind() != Party.Kind.PRIVATE
        || party.kind() == Party.Kind.POLITICAL && party.role() != null;
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
        if (!clauses.is(p, Kind.PREPOSITION) || !clauses.is(p + 1, Kind.NOUN)) {
          break;
        }
        if (p + 1 == chunk) {
          continue; // "no proposals for a summit from Washington"
        }
        String word = clauses.first(p);
        List<Party> found = parties.ofAll(clauses.coordinatedRight(p + 1, false));
        if (lexicon.is("offer-preposition", word)) {
          cast.recipient(found);
        } else if (word.equals("by") || word.equals("from")) {
          cast.actor(found);
        }
      }
    }
  }

  private boolean reports(int v) {
    return lexicon.verbOperators(clauses.verb(v).lemma()).stream()
        .anyMatch(o -> o.operator() == Operator.REPORT);
  }

  static List<Party> states(List<Party> found) {
    return found.stream().map(Party::asState).toList();
  }

  // ---- nouns

  private void noun() {
    possessors();
    prepositions.after(chunk + 1, false);
    for (Link link : chain.links()) {
      if (link.chunk() >= 0 && link.subject()) {
        prepositions.after(link.chunk() + 1, true);
        int object = link.chunk() + 1;
        if (trigger.frame() == Frame.TO && clauses.is(object, Kind.NOUN)) {
          List<Party> found = parties.of(object);
          cast.recipient(
              found.isEmpty() || found.get(0).country() == null
                  ? parties.before(object, clauses.chunk(object).to())
                  : found); // "a letter reached Medvedev's desk"
        }
      }
    }
    operatorNouns();
    governingVerbs();
    adjunct();
    if (cast.actors.isEmpty() && chain.verbs().isEmpty() && clauses.verbBefore(chunk) < 0) {
      int root = clauses.nounHead(chunk); // "Witkoff in Moscow for talks with Putin"
      if (root < chunk) {
        cast.actor(states(parties.of(root)));
        for (int i = root + 1; i < chunk && cast.recipients.isEmpty(); i++) {
          for (Party place : parties.of(i)) {
            if (place.kind() == Party.Kind.PLACE) {
              cast.recipient(List.of(place.asState())); // "Putin's envoy in Washington for talks"
            }
          }
        }
      }
    }
    if (cast.all().isEmpty()) {
      Chunk group = clauses.chunk(chunk);
      for (String country : lexicon.format(clauses.words(), group.from(), token)) {
        cast.actor(List.of(Party.state(country, group.from(), token)));
      }
    }
  }

  /** The preposition before the contact, over {@code hours of}. */
  private int prepositionBefore() {
    boolean part =
        clauses.is(chunk - 1, Kind.PREPOSITION)
            && clauses.first(chunk - 1).equals("of")
            && clauses.is(chunk - 2, Kind.NOUN)
            && lexicon.is("part-noun", clauses.head(chunk - 2));
    return part ? chunk - 3 : chunk - 1;
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
    boolean vague =
        !cast.actors.isEmpty()
            && !cast.between
            && cast.actors.stream()
                .allMatch(p -> p.country() == null && p.kind() != Party.Kind.PLACE);
    boolean paired = !vague && (cast.actors.size() > 1 || cast.complete()) || cast.between;
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
      List<Party> subjects = parties.ofAll(clauses.subjects(v));
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

  /** {@code voiced support for Maduro in a phone call}. */
  private void addressee(int v) {
    for (int p = v + 1; p + 1 < chunk; p++) {
      if (clauses.is(p, Kind.PREPOSITION)
          && lexicon.is("addressee-preposition", clauses.first(p))
          && clauses.is(p + 1, Kind.NOUN)) {
        for (Party party : parties.of(p + 1)) {
          String entity = party.entity();
          if (person(party)
              || party.kind() == Party.Kind.POLITICAL && entity != null && entity.startsWith("Q")) {
            cast.recipient(List.of(party));
          }
        }
      }
    }
  }

  private void by(int v) {
    for (int p = v + 1; p < v + 6 && p + 1 < clauses.size(); p++) {
      if (clauses.first(p).equals("by") && clauses.is(p + 1, Kind.NOUN)) {
        cast.actor(parties.ofAll(clauses.coordinatedRight(p + 1, false)));
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
      cast.recipient(parties.ofAll(clauses.coordinatedRight(v + 1, false)));
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
    int preposition = prepositionBefore();
    if (!clauses.is(preposition, Kind.PREPOSITION) || cast.actors.size() > 1 || cast.complete()) {
      return;
    }
    int v = clauses.verbBefore(preposition);
    boolean before = v >= 0;
    if (v < 0) {
      for (int i = chunk + 1; i < clauses.size() && v < 0; i++) {
        v = clauses.finite(i) ? i : -1;
      }
    }
    if (v < 0 || chain.verbs().contains(v)) {
      return;
    }
    boolean inside = lexicon.is("inside-preposition", clauses.first(preposition));
    List<Party> subjects = parties.ofAll(clauses.subjects(v));
    boolean both =
        clauses.subjects(v).size() > 1
            && lexicon.is("outlasting-preposition", clauses.first(preposition))
            && subjects.stream().map(Party::country).filter(c -> c != null).distinct().count() > 1;
    if (!inside && !both && cast.all().isEmpty()) {
      return;
    }
    List<Party> actors = new ArrayList<>();
    for (Party party : subjects) {
      if (party.kind() != Party.Kind.PLACE) {
        actors.add(party.asUnderstood());
      }
    }
    cast.actor(actors);
    if (inside && before && !cast.complete() && lexicon.is("spoken", trigger.lemma())) {
      addressee(v);
    }
    boolean topical = lexicon.is("topic-verb", clauses.verb(v).lemma());
    if (inside
        && before
        && !topical
        && lexicon.is("address-verb", clauses.verb(v).lemma())
        && !cast.complete()
        && clauses.is(v + 1, Kind.NOUN)
        && v + 1 < chunk) {
      cast.recipient(parties.ofAll(clauses.coordinatedRight(v + 1, false)));
    }
  }

  // ---- prepositions after the trigger

}
