package io.hotline.extraction.events;

import io.hotline.extraction.Entity;
import io.hotline.extraction.Mention;
import io.hotline.extraction.MentionForm;
import io.hotline.extraction.MentionType;
import io.hotline.extraction.Span;
import io.hotline.extraction.entities.CountryWord;
import io.hotline.extraction.entities.EntityLayer;
import io.hotline.extraction.entities.Profile;
import io.hotline.extraction.events.Chunk.Kind;
import io.hotline.extraction.text.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who each noun group of one sentence stands for. */
final class Parties {

  private final boolean dated;
  private final boolean past;
  private final Lexicon lexicon;
  private final EntityLayer layer;
  private final Clauses clauses;
  private final Words words;
  private final List<Mention> mentions;
  private final List<CountryWord> countryWords;

  /**
   * @param dated whether it is known when the text was published
   * @param past whether the sentence tells of long ago, when others were in office
   */
  Parties(Lexicon lexicon, EntityLayer layer, Clauses clauses, boolean dated, boolean past) {
    this.dated = dated;
    this.past = past;
    this.lexicon = lexicon;
    this.layer = layer;
    this.clauses = clauses;
    this.words = clauses.words();
    Span sentence = words.span(words.from(), words.to());
    this.mentions = layer.mentionsIn(sentence);
    this.countryWords = layer.countryWordsIn(sentence);
  }

  /** The parties of noun group {@code n} by its head; empty if it names none. */
  List<Party> of(int n) {
    Chunk chunk = clauses.chunk(n);
    if (!chunk.is(Kind.NOUN)) {
      return List.of();
    }
    int head = chunk.head();
    Mention mention = mentionAt(head);
    String lower = words.lower(head);
    if (corporate(chunk)) {
      return List.of(privateParty(chunk));
    }
    if (mention != null && mention.form() != MentionForm.NOMINAL) {
      if (privateBefore(chunk, mention)) {
        return List.of(privateParty(chunk));
      }
      return of(mention, chunk);
    }
    boolean pairOf = lexicon.is("pair-word", lower) && pairDeterminer(chunk);
    if (mention != null && (pairOf || layer.profile(mention).speaksForState())) {
      Entity entity = layer.entityOf(mention);
      if (entity != null && (!pairOf || layer.members(entity).size() > 1)) {
        return of(mention, chunk);
      }
    }
    if (pairOf && lexicon.isPrivate(lower)) {
      return List.of(party(Party.Kind.PAIR, chunk, null, written(chunk), null, null, null));
    }
    if (lexicon.isPrivate(lower) && lexicon.actor(lower) == null) {
      return List.of(privateParty(chunk));
    }
    List<CountryWord> adjectives = countryWords(chunk.from(), chunk.to());
    if (countryWordAt(head) != null) {
      boolean people = lower.endsWith("s") && !lower.endsWith("ss");
      return people && !words.lower(chunk.from()).equals("the") && chunk.to() - chunk.from() < 4
          ? List.of(privateParty(chunk))
          : countries(adjectives, chunk, "GOV");
    }
    if (lexicon.is("partitive", lower)
        && clauses.first(n + 1).equals("of")
        && clauses.is(n + 2, Kind.NOUN)) {
      return of(n + 2);
    }
    if (mention != null) {
      List<Party> nominal = of(mention, chunk);
      if (!nominal.isEmpty()
          && nominal.get(0).kind() != Party.Kind.POLITICAL
          && nominal.get(0).country() != null) {
        return adjectives.size() > 1 ? countries(adjectives, chunk, sector(lower)) : nominal;
      }
    }
    return nominal(n, chunk, lower, adjectives);
  }

  /** {@code Cooper Companies Inc}, {@code the company's directors}. */
  private boolean corporate(Chunk chunk) {
    for (int t = chunk.from(); t < chunk.to(); t++) {
      if (lexicon.is("corporate", words.lower(t))) {
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
    String owner = owner(chunk);
    if (owner != null) {
      return List.of(party(Party.Kind.STATE, chunk, owner, written(chunk), null, "GOV", null));
    }
    if (officeBefore(chunk)) {
      return adjectives.isEmpty()
          ? List.of(party(Party.Kind.POLITICAL, chunk, null, written(chunk), null, "GOV", null))
          : countries(adjectives, chunk, "GOV");
    }
    for (int t = chunk.from(); t < head; t++) {
      if (lexicon.isPrivate(words.lower(t))) {
        return List.of(privateParty(chunk));
      }
    }
    return List.of(party(Party.Kind.UNKNOWN, chunk, null, written(chunk), null, null, null));
  }

  private @Nullable String sector(String lower) {
    Lexicon.Actor actor = lexicon.actor(lower);
    return actor == null ? null : actor.sector();
  }

  private List<Party> nominal(int n, Chunk chunk, String lower, List<CountryWord> adjectives) {
    Lexicon.Actor actor = lexicon.actor(lower);
    if (actor == null) {
      return properName(chunk, adjectives);
    }
    if (privateWord(chunk)) {
      return List.of(privateParty(chunk));
    }
    if (!adjectives.isEmpty()) {
      return countries(adjectives, chunk, actor.sector());
    }
    Mention possessor = possessor(chunk);
    if (possessor != null) {
      List<Party> owners = of(possessor, chunk);
      if (!owners.isEmpty() && owners.get(0).country() != null && owners.get(0).political()) {
        Party owner = owners.get(0);
        return List.of(
            party(
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
      if (!members.isEmpty() && members.get(0).country() != null) {
        return members;
      }
    }
    if (lexicon.is("pair-word", lower) && pairDeterminer(chunk)) {
      return List.of(party(Party.Kind.PAIR, chunk, null, written(chunk), null, null, null));
    }
    return List.of(
        party(
            Party.Kind.POLITICAL, chunk, null, written(chunk), actor.noun(), actor.sector(), null));
  }

  /** The states that a noun group after {@code officials from} names, coordinated ones included. */
  private List<Party> countriesOf(int n) {
    List<Party> out = new ArrayList<>();
    for (int i : clauses.coordinatedRight(n, false)) {
      Chunk chunk = clauses.chunk(i);
      Mention mention = mentionAt(chunk.head());
      if (mention != null && mention.form() == MentionForm.NAME) {
        for (Party party : of(mention, chunk)) {
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

  private boolean pairDeterminer(Chunk chunk) {
    for (int t = chunk.from(); t < chunk.to(); t++) {
      if (words.lower(t).equals("two") || words.lower(t).equals("both")) {
        return true;
      }
    }
    return words.lower(chunk.from()).equals("the") && words.lower(chunk.head()).endsWith("s");
  }

  private List<Party> countries(
      List<CountryWord> adjectives, Chunk chunk, @Nullable String sector) {
    List<Party> out = new ArrayList<>();
    for (CountryWord word : adjectives) {
      out.add(
          party(
              Party.Kind.STATE,
              chunk,
              word.country(),
              written(chunk),
              null,
              sector,
              word.country()));
    }
    return out;
  }

  private Party privateParty(Chunk chunk) {
    return party(Party.Kind.PRIVATE, chunk, null, written(chunk), null, null, null);
  }

  private boolean privateWord(Chunk chunk) {
    for (int t = chunk.from(); t < chunk.head(); t++) {
      if (lexicon.isPrivate(words.lower(t)) && lexicon.actor(words.lower(t)) == null) {
        return true;
      }
    }
    return false;
  }

  /** {@code American singer X}: what somebody is stands before the name. */
  private boolean privateBefore(Chunk chunk, Mention mention) {
    int name = words.document().tokenAt(mention.span().start());
    for (int t = chunk.from(); t < name; t++) {
      String lower = words.lower(t);
      if (words.tag(t + 1) == Tag.POS) {
        continue;
      }
      if (lexicon.actor(lower) != null) {
        return false;
      }
      if (lexicon.isPrivate(lower)) {
        return true;
      }
    }
    return false;
  }

  /** The parties a mention stands for. */
  private List<Party> of(Mention mention, Chunk chunk) {
    Entity entity = layer.entityOf(mention);
    Profile profile = layer.profile(mention);
    if (entity != null) {
      List<Entity> members = layer.members(entity);
      if (members.size() > 1) {
        List<Party> out = new ArrayList<>();
        for (Entity member : members) {
          out.add(of(member, mention, chunk, profile));
        }
        return out;
      }
      return List.of(of(entity, mention, chunk, profile));
    }
    if (mention.form() == MentionForm.PRONOUN && profile.country() == null) {
      return words.lower(chunk.head()).equals("they")
          ? List.of(party(Party.Kind.PAIR, chunk, null, "they", null, null, null))
          : List.of();
    }
    Party.Kind kind =
        profile.speaksForState()
            ? Party.Kind.STATE
            : profile.sector() != null
                ? Party.Kind.GROUP
                : mention.type() == MentionType.PERSON ? Party.Kind.UNKNOWN : Party.Kind.POLITICAL;
    return List.of(
        party(
            kind,
            chunk,
            profile.country(),
            mention.span().of(words.document().text()),
            profile.role(),
            profile.sector(),
            null));
  }

  private Party of(Entity entity, Mention mention, Chunk chunk, Profile profile) {
    String country = entity.country() != null ? entity.country() : profile.country();
    String role = entity.role() != null ? entity.role() : profile.role();
    String sector = entity.sector() != null ? entity.sector() : profile.sector();
    boolean speaks = entity.speaksForState() || profile.speaksForState();
    Party.Kind kind;
    if (entity.type() == MentionType.PERSON && former(chunk, role) && !(past && country != null)) {
      return party(Party.Kind.UNKNOWN, chunk, null, entity.name(), role, sector, entity.id());
    }
    if (speaks || entity.type() == MentionType.GPE && entity.id().equals(country)) {
      kind = Party.Kind.STATE;
    } else if (entity.type() == MentionType.GPE || entity.type() == MentionType.LOCATION) {
      kind = Party.Kind.PLACE;
    } else if (lexicon.is("political-sector", sector == null ? "" : sector)) {
      kind = Party.Kind.GROUP;
    } else if (entity.type() == MentionType.ORGANIZATION) {
      kind = sector == null ? Party.Kind.POLITICAL : Party.Kind.PRIVATE;
      Lexicon.Actor body = lexicon.actor(words.lower(chunk.head()));
      sector = sector == null && body != null ? body.sector() : sector;
    } else {
      kind = officeBefore(chunk) ? Party.Kind.STATE : Party.Kind.UNKNOWN;
      String owner = kind == Party.Kind.UNKNOWN ? owner(chunk) : null;
      if (owner != null) {
        return party(Party.Kind.STATE, chunk, owner, entity.name(), role, sector, entity.id());
      }
      if (kind == Party.Kind.STATE && country == null) {
        List<CountryWord> adjectives = countryWords(chunk.from(), chunk.to());
        country = adjectives.isEmpty() ? null : adjectives.get(0).country();
        kind = country == null ? Party.Kind.POLITICAL : kind;
      }
    }
    if (kind == Party.Kind.UNKNOWN) {
      country = null;
      if (!dated && entity.id().startsWith("Q")) {
        kind = Party.Kind.POLITICAL; // once in office, and nobody knows when this was written
      }
    }
    return party(kind, chunk, country, entity.name(), role, sector, entity.id());
  }

  /** {@code Japan's Abe}: of the state whose he is; null if no state owns him. */
  private @Nullable String owner(Chunk chunk) {
    for (int t = chunk.from() + 1; t < chunk.head(); t++) {
      Mention mention = words.tag(t) == Tag.POS ? mentionAt(t - 1) : null;
      Entity state = mention == null ? null : layer.entityOf(mention);
      if (state != null && state.type() == MentionType.GPE && state.id().equals(state.country())) {
        return state.country();
      }
    }
    return null;
  }

  private boolean former(Chunk chunk, @Nullable String role) {
    for (int t = chunk.from(); t < chunk.head(); t++) {
      if (lexicon.is("former", words.lower(t))) {
        return true;
      }
    }
    return role != null && role.startsWith("former");
  }

  /** Whether an office stands before the name in its noun group: {@code Foreign Minister X}. */
  private boolean officeBefore(Chunk chunk) {
    boolean office = false;
    for (int t = chunk.from(); t < chunk.head(); t++) {
      String lower = words.lower(t);
      if (lower.equals("former") || lower.equals("ex")) {
        return false;
      }
      Lexicon.Actor actor = lexicon.actor(lower);
      office |= actor != null && actor.forState();
    }
    return office;
  }

  private Party party(
      Party.Kind kind,
      Chunk chunk,
      @Nullable String country,
      String name,
      @Nullable String role,
      @Nullable String sector,
      @Nullable String entity) {
    return new Party(
        kind,
        chunk.from(),
        chunk.to(),
        country,
        name,
        role,
        sector,
        entity,
        words.span(chunk.from(), chunk.to()),
        false);
  }

  private String written(Chunk chunk) {
    return words.span(chunk.from(), chunk.to()).of(words.document().text());
  }

  /** Everybody who stands before the head of noun group {@code n}: {@code the US-Russian talks}. */
  List<Party> before(int n, int head) {
    Chunk chunk = clauses.chunk(n);
    List<Party> out = new ArrayList<>();
    int last = -1;
    for (int t = chunk.from(); t < head; t++) {
      CountryWord word = countryWordAt(t);
      Mention mention = mentionAt(t);
      if (word != null && (mention == null || mention.form() != MentionForm.NAME)) {
        if (word.span().start() != last) {
          out.add(
              party(
                  Party.Kind.STATE,
                  chunk,
                  word.country(),
                  word.span().of(words.document().text()),
                  null,
                  "GOV",
                  word.country()));
          last = word.span().start();
        }
      } else if (mention != null && mention.span().start() != last) {
        last = mention.span().start();
        int end = words.document().tokenAt(mention.span().end() - 1) + 1;
        for (Party party : of(mention, new Chunk(Kind.NOUN, t, end, end - 1, null))) {
          out.add(party);
        }
      }
    }
    return out;
  }

  private @Nullable Mention possessor(Chunk chunk) {
    for (int t = chunk.head() - 1; t >= chunk.from(); t--) {
      Tag tag = words.tag(t);
      if (tag == Tag.POS && mentionAt(t - 1) != null) {
        return mentionAt(t - 1);
      }
      if (tag == Tag.PRPS) {
        return mentionAt(t);
      }
    }
    for (int t = chunk.from(); t < chunk.head(); t++) {
      Mention mention = mentionAt(t);
      if (mention != null && mention.form() == MentionForm.NAME) {
        return mention;
      }
    }
    return null;
  }

  @Nullable Mention mentionAt(int t) {
    if (t < words.from() || t >= words.to()) {
      return null;
    }
    int offset = words.document().tokenStart(t);
    for (Mention mention : mentions) {
      if (mention.span().contains(offset)) {
        return mention;
      }
      if (mention.span().start() > offset) {
        return null;
      }
    }
    return null;
  }

  private @Nullable CountryWord countryWordAt(int t) {
    if (t < words.from() || t >= words.to()) {
      return null;
    }
    int offset = words.document().tokenStart(t);
    for (CountryWord word : countryWords) {
      if (word.span().contains(offset)) {
        return word;
      }
    }
    return null;
  }

  private List<CountryWord> countryWords(int from, int to) {
    List<CountryWord> out = new ArrayList<>();
    for (int t = from; t < to; t++) {
      CountryWord word = countryWordAt(t);
      if (word != null && (out.isEmpty() || out.get(out.size() - 1) != word)) {
        out.add(word);
      }
    }
    return out;
  }

  /** By token of the sentence, whether it is in a name. */
  static boolean[] named(Words words, EntityLayer layer) {
    boolean[] named = new boolean[words.to() - words.from()];
    for (Mention mention : layer.mentionsIn(words.span(words.from(), words.to()))) {
      if (mention.form() == MentionForm.NAME) {
        int first = words.document().tokenAt(mention.span().start());
        int last = words.document().tokenAt(mention.span().end() - 1);
        for (int t = first; t <= last && t < words.to(); t++) {
          named[t - words.from()] = true;
        }
      }
    }
    return named;
  }
}
