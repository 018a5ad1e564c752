package io.hotline.extraction.entities;

import io.hotline.extraction.Entity;
import io.hotline.extraction.Mention;
import io.hotline.extraction.Quote;
import io.hotline.extraction.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who and what an article mentions. Immutable. */
public final class EntityLayer {

  private final List<Mention> mentions;
  private final List<Profile> profiles;
  private final List<Entity> entities;
  private final List<CountryWord> countryWords;
  private final Map<String, Entity> byId = new HashMap<>();
  private final Map<String, List<String>> members;
  private final Map<String, Sex> sexes;

  /**
   * @param mentions in order of start
   * @param profiles one for each mention
   * @param members of each entity that is a group, by its id
   * @param sexes of persons, where known, by id
   */
  EntityLayer(
      List<Mention> mentions,
      List<Profile> profiles,
      List<Entity> entities,
      List<CountryWord> countryWords,
      Map<String, List<String>> members,
      Map<String, Sex> sexes) {
    this.mentions = List.copyOf(mentions);
    this.profiles = List.copyOf(profiles);
    this.entities = List.copyOf(entities);
    this.countryWords = List.copyOf(countryWords);
    this.members = Map.copyOf(members);
    this.sexes = Map.copyOf(sexes);
    for (Entity entity : entities) {
      byId.put(entity.id(), entity);
    }
  }

  /** Nobody and nothing. */
  public static EntityLayer empty() {
    return new EntityLayer(List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of());
  }

  /**
   * The layer with the first persons in quotes resolved: {@code I} is the speaker; {@code we} is
   * the speaker's state, where the speaker acts for it and the article names it.
   *
   * @param text of the article
   */
  public EntityLayer withSpeakers(String text, List<Quote> quotes) {
    return FirstPersons.resolve(this, text, quotes);
  }

  /** The layer with other mentions in the same places, which some entities gained. */
  EntityLayer with(List<Mention> changed, Map<String, List<Integer>> gained) {
    List<Entity> grown = new ArrayList<>(entities.size());
    for (Entity entity : entities) {
      List<Integer> indexes = new ArrayList<>(entity.mentions());
      indexes.addAll(gained.getOrDefault(entity.id(), List.of()));
      grown.add(
          new Entity(
              entity.id(),
              entity.name(),
              entity.type(),
              entity.country(),
              entity.role(),
              entity.sector(),
              entity.speaksForState(),
              indexes.stream().sorted().toList()));
    }
    return new EntityLayer(changed, profiles, grown, countryWords, members, sexes);
  }

  /** In order of start, longer ones first; one may hold another, as a nominal holds a name. */
  public List<Mention> mentions() {
    return mentions;
  }

  /** In order of first mention. */
  public List<Entity> entities() {
    return entities;
  }

  /** Adjectives of nationality, in order. */
  public List<CountryWord> countryWords() {
    return countryWords;
  }

  /** The mentions that lie within a stretch of text, in order. */
  public List<Mention> mentionsIn(Span span) {
    List<Mention> found = new ArrayList<>();
    for (int i = firstFrom(span.start()); i < mentions.size(); i++) {
      Span other = mentions.get(i).span();
      if (other.start() >= span.end()) {
        break;
      }
      if (other.end() <= span.end()) {
        found.add(mentions.get(i));
      }
    }
    return found;
  }

  /** Index of the first mention that begins at or after an offset. */
  int firstFrom(int offset) {
    int low = 0;
    int high = mentions.size();
    while (low < high) {
      int middle = low + high >>> 1;
      if (mentions.get(middle).span().start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The adjectives of nationality within a stretch of text, in order. */
  public List<CountryWord> countryWordsIn(Span span) {
    List<CountryWord> found = new ArrayList<>();
    for (CountryWord word : countryWords) {
      if (span.contains(word.span())) {
        found.add(word);
      }
    }
    return found;
  }

  /** What a mention refers to; null if that was not resolved. */
  public @Nullable Entity entityOf(Mention mention) {
    String id = mention.entity();
    return id == null ? null : byId.get(id);
  }

  /** The entity with an id; null if the article has none. */
  public @Nullable Entity entity(String id) {
    return byId.get(id);
  }

  /** Which pronoun a person takes, if the article or the who's-who tells. */
  public Sex sex(Entity entity) {
    return sexes.getOrDefault(entity.id(), Sex.UNKNOWN);
  }

  /** What a mention of this layer tells of its entity, named or not. */
  public Profile profile(Mention mention) {
    int start = mention.span().start();
    for (int i = firstFrom(start); i < mentions.size(); i++) {
      if (mentions.get(i).equals(mention)) {
        return profiles.get(i);
      } else if (mentions.get(i).span().start() != start) {
        break;
      }
    }
    return Profile.NOTHING;
  }

  /**
   * The members of an entity that is a group ({@code both leaders}): at least two; empty for any
   * other.
   */
  public List<Entity> members(Entity entity) {
    List<Entity> found = new ArrayList<>();
    for (String id : members.getOrDefault(entity.id(), List.of())) {
      Entity member = byId.get(id);
      if (member != null) {
        found.add(member);
      }
    }
    return found;
  }
}
