package io.hotline.extraction.events;

import io.hotline.extraction.Entity;
import io.hotline.extraction.Mention;
import io.hotline.extraction.MentionForm;
import io.hotline.extraction.MentionType;
import io.hotline.extraction.entities.CountryWord;
import io.hotline.extraction.entities.EntityLayer;
import io.hotline.extraction.events.Chunk.Kind;
import io.hotline.extraction.text.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who each noun group of one sentence stands for. */
final class Parties {

  private final Lexicon lexicon;
  private final EntityLayer layer;
  private final Clauses clauses;
  private final Words words;
  private final PartyWords names;
  private final NamedParties named;

  /** By noun group, what was found already. */
  private final Map<Integer, List<Party>> found = new HashMap<>();

  /**
   * @param times of the sentence
   */
  Parties(Lexicon lexicon, EntityLayer layer, Clauses clauses, SentenceTimes times) {
    this.lexicon = lexicon;
    this.layer = layer;
    this.clauses = clauses;
    this.words = clauses.words();
    this.names = new PartyWords(words, layer);
    this.named = new NamedParties(lexicon, layer, words, names, times);
  }

  /** The parties of noun group {@code n} by its head; empty if it names none. */
  List<Party> of(int n) {
    List<Party> known = found.get(n);
    if (known == null) {
      List<Party> own = alone(n);
      known = own.size() == 1 ? List.of(introduced(own.get(0), n)) : List.copyOf(own);
      found.put(n, known);
    }
    return known;
  }

  /** {@code Julio Borges, president of the parliament}: who somebody is stands beside the name. */
  private Party introduced(Party party, int n) {
    if (clauses.is(n + 1, Kind.COMMA)
        && clauses.is(n + 2, Kind.NOUN)
        && lexicon.is("namesake-noun", clauses.head(n + 2))) {
      return named.privateParty(clauses.chunk(n)); // "Moscow, a town in Idaho"
    }
    boolean open =
        party.country() == null
            && (party.kind() == Party.Kind.UNKNOWN
                || party.kind() == Party.Kind.POLITICAL
                || party.kind() == Party.Kind.GROUP && party.role() != null);
    if (!open) {
      return party;
    }
    Mention near = names.possessor(clauses.chunk(n));
    if (party.kind() == Party.Kind.POLITICAL
        && (lexicon.actor(clauses.head(n)) != null
            || !words.tag(clauses.chunk(n).head()).isProper())
        && near != null
        && near.form() == MentionForm.NAME
        && !near.span().contains(words.document().tokenStart(clauses.chunk(n).head()))) {
      for (Party owner : named.of(near, clauses.chunk(n))) {
        if (owner.country() != null && owner.kind() == Party.Kind.STATE) {
          return owner.named(party);
        }
      }
    }
    if (!words.tag(clauses.chunk(n).head()).isProper()) {
      return party;
    }
    int from = clauses.chunk(n).from();
    String body =
        party.kind() == Party.Kind.POLITICAL && lexicon.actor(clauses.head(n)) != null
                || party.role() != null
            ? lexicon.office(words, from, Math.min(from + 2, clauses.chunk(n).head()))
            : null;
    if (body != null) {
      return party.of(body); // "the U.N. Conciliation Commission"
    }
    for (int beside : new int[] {n + 2, n - 2}) {
      if (clauses.is((n + beside) / 2, Kind.COMMA)
          && clauses.is(beside, Kind.NOUN)
          && !words.tag(clauses.chunk(beside).head()).isProper()
          && (beside > n || lexicon.actor(clauses.head(beside)) != null)
          && !formerly(clauses.chunk(beside))) {
        List<Party> office = alone(beside);
        if (office.size() == 1
            && (office.get(0).kind() == Party.Kind.STATE
                    && lexicon.actor(clauses.head(beside)) != null
                || office.get(0).kind() == Party.Kind.PRIVATE)) {
          return office.get(0).named(party);
        }
      }
    }
    return party;
  }

  private boolean formerly(Chunk chunk) {
    for (int t = chunk.from(); t < chunk.to(); t++) {
      if (lexicon.is("former", words.lower(t))) {
        return true;
      }
    }
    return false;
  }

  /** The name in {@code Secretary of State Marco Rubio}, of which {@code n} is the office. */
  private @Nullable Mention titled(int n) {
    if (!clauses.first(n + 1).equals("of")
        || !clauses.is(n + 2, Kind.NOUN)
        || lexicon.actor(clauses.head(n)) == null) {
      return null;
    }
    Chunk of = clauses.chunk(n + 2);
    Mention name = names.mentionAt(of.head());
    if (name == null || name.form() != MentionForm.NAME || name.type() != MentionType.PERSON) {
      return null;
    }
    int first = words.document().tokenAt(name.span().start());
    boolean office = first > of.from() && words.capitalised(of.from());
    return office && layer.profile(name).speaksForState() ? name : null;
  }

  private List<Party> alone(int n) {
    Chunk chunk = clauses.chunk(n);
    if (!chunk.is(Kind.NOUN)) {
      return List.of();
    }
    int head = chunk.head();
    if (words.lower(chunk.from()).equals("any") && lexicon.is("any-party", words.lower(head))) {
      return List.of(); // "with any American administration"
    }
    Mention titled = titled(n);
    if (titled != null) {
      return named.of(titled, clauses.chunk(n + 2));
    }
    Mention mention = names.mentionAt(head);
    String lower = words.lower(head);
    if (corporate(chunk)) {
      return List.of(named.privateParty(chunk));
    }
    if (mention != null && mention.form() != MentionForm.NOMINAL) {
      if (named.privateBefore(chunk, mention)) {
        return List.of(named.privateParty(chunk));
      }
      return named.of(mention, chunk);
    }
    boolean pairOf = lexicon.is("pair-word", lower) && pairDeterminer(chunk);
    if (mention != null && (pairOf || layer.profile(mention).speaksForState())) {
      Entity entity = layer.entityOf(mention);
      if (entity != null && (!pairOf || layer.members(entity).size() > 1)) {
        return named.of(mention, chunk);
      }
    }
    if (pairOf && lexicon.isPrivate(lower)) {
      return List.of(
          named.party(Party.Kind.PAIR, chunk, null, named.written(chunk), null, null, null));
    }
    if (lexicon.isPrivate(lower) && lexicon.actor(lower) == null) {
      return List.of(named.privateParty(chunk));
    }
    List<CountryWord> adjectives = names.countryWords(chunk.from(), chunk.to());
    if (names.countryWordAt(head) != null) {
      boolean people = lower.endsWith("s") && !lower.endsWith("ss");
      return people && !words.lower(chunk.from()).equals("the") && chunk.to() - chunk.from() < 4
          ? List.of(named.privateParty(chunk))
          : named.countries(adjectives, chunk, "GOV");
    }
    if (lexicon.is("partitive", lower)
        && clauses.first(n + 1).equals("of")
        && clauses.is(n + 2, Kind.NOUN)) {
      return alone(n + 2);
    }
    if (mention != null) {
      List<Party> nominal = named.of(mention, chunk);
      if (!nominal.isEmpty()
          && nominal.get(0).kind() != Party.Kind.POLITICAL
          && nominal.get(0).country() != null) {
        return adjectives.size() > 1
            ? named.countries(adjectives, chunk, named.sector(lower))
            : nominal;
      }
    }
    return nominal(n, chunk, lower, adjectives);
  }

  /** The parties of all those noun groups. */
  List<Party> ofAll(List<Integer> nouns) {
    List<Party> out = new ArrayList<>();
    for (int n : nouns) {
      out.addAll(of(n));
    }
    return out;
  }

  /** {@code Cooper Companies Inc}, {@code the company's directors}. */
  private boolean corporate(Chunk chunk) {
    for (int t = chunk.from(); t < chunk.to(); t++) {
      if (lexicon.is("corporate", words.lower(t)) || lexicon.is("local", words.lower(t))) {
        return true;
      }
    }
    return false;
  }

  /** A name that nobody knows: somebody in office if an office stands before it. */
  private List<Party> properName(Chunk chunk, List<CountryWord> adjectives) {
    int head = chunk.head();
    if (!words.tag(head).isProper()
        || !words.capitalised(head)
        || lexicon.isTimeWord(words.lower(head))) {
      return List.of();
    }
    String owner = named.owner(chunk);
    if (owner != null) {
      return List.of(
          named.party(Party.Kind.STATE, chunk, owner, named.written(chunk), null, "GOV", null));
    }
    if (named.officeBefore(chunk)) {
      return adjectives.isEmpty()
          ? List.of(
              named.party(
                  Party.Kind.POLITICAL, chunk, null, named.written(chunk), null, "GOV", null))
          : named.countries(adjectives, chunk, "GOV");
    }
    for (int t = chunk.from(); t < head; t++) {
      if (lexicon.isPrivate(words.lower(t))) {
        return List.of(named.privateParty(chunk));
      }
    }
    return List.of(
        named.party(Party.Kind.UNKNOWN, chunk, null, named.written(chunk), null, null, null));
  }

  private List<Party> nominal(int n, Chunk chunk, String lower, List<CountryWord> adjectives) {
    Lexicon.Actor actor = lexicon.actor(lower);
    if (actor == null) {
      return properName(chunk, adjectives);
    }
    if (privateWord(chunk)) {
      return List.of(named.privateParty(chunk));
    }
    if (!adjectives.isEmpty()) {
      return named.countries(adjectives, chunk, actor.sector());
    }
    String office = office(chunk, n);
    if (office != null) {
      return List.of(
          named.party(Party.Kind.STATE, chunk, office, named.written(chunk), lower, "GOV", null));
    }
    Mention possessor = names.possessor(chunk);
    if (possessor != null) {
      List<Party> owners = named.of(possessor, chunk);
      if (!owners.isEmpty() && owners.get(0).country() != null && owners.get(0).political()) {
        Party owner = owners.get(0);
        return List.of(
            named.party(
                Party.Kind.STATE,
                chunk,
                owner.country(),
                words.span(chunk.from(), chunk.to()).of(words.document().text()),
                actor.noun(),
                actor.sector(),
                null));
      }
    }
    if (lexicon.is("preposition", clauses.first(n + 1))
        && clauses.is(n + 2, Kind.NOUN)
        && clauses.first(n + 1).matches("of|from|for")) {
      List<Party> below = countriesOf(n + 2);
      if (!below.isEmpty()) {
        return below;
      }
      List<Party> members = lexicon.is("collective", lower) ? of(n + 2) : List.of();
      if (!members.isEmpty() && members.get(0).kind() == Party.Kind.PRIVATE) {
        return List.of(named.privateParty(chunk));
      }
      if (!members.isEmpty() && members.get(0).country() != null) {
        return members;
      }
    }
    if (lexicon.is("pair-word", lower) && pairDeterminer(chunk)) {
      return List.of(
          named.party(Party.Kind.PAIR, chunk, null, named.written(chunk), null, null, null));
    }
    return List.of(
        named.party(
            Party.Kind.POLITICAL,
            chunk,
            null,
            named.written(chunk),
            actor.noun(),
            actor.sector(),
            null));
  }

  /** The states that a noun group after {@code officials from} names, coordinated ones included. */
  private List<Party> countriesOf(int n) {
    List<Party> out = new ArrayList<>();
    for (int i : clauses.coordinatedRight(n, false)) {
      Chunk chunk = clauses.chunk(i);
      Mention mention = names.mentionAt(chunk.head());
      if (mention != null && mention.form() == MentionForm.NAME) {
        for (Party party : named.of(mention, chunk)) {
          if (party.country() != null && party.political()) {
            out.add(
                new Party(
                    Party.Kind.STATE,
                    party.from(),
                    party.to(),
                    party.country(),
                    party.name(),
                    party.role(),
                    party.sector(),
                    party.entity(),
                    party.span(),
                    false));
          }
        }
      }
    }
    return out;
  }

  /** The state that alone has such an office: {@code the Taoiseach}; null if others have it too. */
  private @Nullable String office(Chunk chunk, int n) {
    for (int t = chunk.from(); t < chunk.to(); t++) {
      Mention mention = names.mentionAt(t);
      if (words.tag(t) == Tag.POS || mention != null && mention.form() == MentionForm.NAME) {
        return null;
      }
    }
    int end =
        clauses.first(n + 1).equals("of") && clauses.is(n + 2, Kind.NOUN)
            ? clauses.chunk(n + 2).to()
            : chunk.to();
    return lexicon.office(words, chunk.from(), end);
  }

  private boolean pairDeterminer(Chunk chunk) {
    for (int t = chunk.from(); t < chunk.to(); t++) {
      if (words.lower(t).equals("both")
          || words.lower(t).equals("two") && (t > chunk.from() || !source(chunk.head()))) {
        return true;
      }
    }
    return words.lower(chunk.from()).equals("the") && words.lower(chunk.head()).endsWith("s");
  }

  /** {@code two diplomats}: whoever tells it, as a rule, and not the two of whom it is told. */
  private boolean source(int head) {
    return lexicon.is("source", words.lower(head));
  }

  private boolean privateWord(Chunk chunk) {
    for (int t = chunk.from(); t < chunk.head(); t++) {
      if (lexicon.isPrivate(words.lower(t)) && lexicon.actor(words.lower(t)) == null) {
        return true;
      }
    }
    return false;
  }

  /** Whether a token is in the name of a place or body, other than a conference. */
  boolean inName(int t) {
    Mention mention = names.mentionAt(t);
    return mention != null
        && mention.form() == MentionForm.NAME
        && (mention.type() == MentionType.LOCATION
            || mention.type() == MentionType.GPE
            || mention.type() == MentionType.ORGANIZATION
                && lexicon.nounTriggers(words.lower(t)).stream()
                    .noneMatch(trigger -> trigger.frame() == Frame.ATTEND));
  }

  private boolean brokered(Mention mention) {
    return joinedToParticiple(words.document().tokenAt(mention.span().end() - 1) + 1);
  }

  /** {@code US-brokered}: whoever stands before the hyphen is no party. */
  private boolean joinedToParticiple(int t) {
    return words.tag(t) == Tag.HYPH
        && words.tag(t + 1) == Tag.JJ
        && words.lower(t + 1).endsWith("d");
  }

  /** Everybody who stands before the head of noun group {@code n}: {@code the US-Russian talks}. */
  List<Party> before(int n, int head) {
    Chunk chunk = clauses.chunk(n);
    List<Party> out = new ArrayList<>();
    if (words.tag(chunk.from() - 1) == Tag.POS && clauses.is(n - 1, Kind.NOUN)) {
      out.addAll(before(n - 1, clauses.chunk(n - 1).to())); // "Olmert's no to talks"
    }
    int last = -1;
    for (int t = chunk.from(); t < head; t++) {
      CountryWord word = names.countryWordAt(t);
      Mention mention = names.mentionAt(t);
      if (word != null && (mention == null || mention.form() != MentionForm.NAME)) {
        if (word.span().start() != last && !joinedToParticiple(t + 1)) {
          out.add(
              named.party(
                  Party.Kind.STATE,
                  chunk,
                  word.country(),
                  word.span().of(words.document().text()),
                  null,
                  "GOV",
                  word.country()));
          last = word.span().start();
        }
      } else if (mention != null && mention.span().start() != last && !brokered(mention)) {
        last = mention.span().start();
        int end = words.document().tokenAt(mention.span().end() - 1) + 1;
        for (Party party : named.of(mention, new Chunk(Kind.NOUN, t, end, end - 1, null))) {
          out.add(party);
        }
      }
    }
    return out;
  }
}
