package io.hotline.extraction.events;

import io.hotline.extraction.Entity;
import io.hotline.extraction.Mention;
import io.hotline.extraction.MentionForm;
import io.hotline.extraction.MentionType;
import io.hotline.extraction.entities.CountryWord;
import io.hotline.extraction.entities.EntityLayer;
import io.hotline.extraction.entities.Profile;
import io.hotline.extraction.text.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes parties of mentions and of words of countries. */
final class NamedParties {

  private final Lexicon lexicon;
  private final EntityLayer layer;
  private final Words words;
  private final PartyWords names;
  private final SentenceTimes times;

  NamedParties(
      Lexicon lexicon, EntityLayer layer, Words words, PartyWords names, SentenceTimes times) {
    this.lexicon = lexicon;
    this.layer = layer;
    this.words = words;
    this.names = names;
    this.times = times;
  }

  @Nullable String sector(String lower) {
    Lexicon.Actor actor = lexicon.actor(lower);
    return actor == null ? null : actor.sector();
  }

  List<Party> countries(List<CountryWord> adjectives, Chunk chunk, @Nullable String sector) {
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

  Party privateParty(Chunk chunk) {
    return party(Party.Kind.PRIVATE, chunk, null, written(chunk), null, null, null);
  }

  /** {@code American singer X}: what somebody is stands before the name. */
  boolean privateBefore(Chunk chunk, Mention mention) {
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
  List<Party> of(Mention mention, Chunk chunk) {
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
    if (entity.type() == MentionType.PERSON
        && former(chunk, role)
        && !(country != null && times.longAgo())) {
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
        List<CountryWord> adjectives = names.countryWords(chunk.from(), chunk.to());
        country = adjectives.isEmpty() ? null : adjectives.get(0).country();
        kind = country == null ? Party.Kind.POLITICAL : kind;
      }
    }
    if (kind == Party.Kind.UNKNOWN) {
      if (!times.dated() && entity.id().startsWith("Q")) {
        kind = Party.Kind.POLITICAL; // once in office, and nobody knows when this was written
      } else {
        country = null;
      }
    }
    return party(kind, chunk, country, entity.name(), role, sector, entity.id());
  }

  /** {@code Japan's Abe}: of the state whose he is; null if no state owns him. */
  @Nullable String owner(Chunk chunk) {
    for (int t = chunk.from() + 1; t < chunk.head(); t++) {
      Mention mention = words.tag(t) == Tag.POS ? names.mentionAt(t - 1) : null;
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
  boolean officeBefore(Chunk chunk) {
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

  Party party(
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

  String written(Chunk chunk) {
    return words.span(chunk.from(), chunk.to()).of(words.document().text());
  }
}
