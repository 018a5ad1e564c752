package io.hotline.extraction.entities;

import java.util.List;

/**
 * A state, a territory or a former state.
 *
 * @param code ISO 3166-1 alpha-3, or the ISO 3166-3 or customary code of a former state ({@code
 *     SUN})
 * @param id Wikidata id, empty if not known
 * @param adjectives of nationality: {@code Russian}
 * @param people nouns for its people: {@code Russians}
 * @param capitals cities that may stand for it
 * @param metonyms seats of power that stand for it
 * @param term when it existed
 * @param successors codes of the states that came after it
 * @param leader the kind of office whose holder {@code the Russian leader} means
 */
public record Country(
    String code,
    String id,
    String name,
    List<String> aliases,
    List<String> adjectives,
    List<String> people,
    List<String> capitals,
    List<String> metonyms,
    Term term,
    List<String> successors,
    String leader) {

  public Country {
    aliases = List.copyOf(aliases);
    adjectives = List.copyOf(adjectives);
    people = List.copyOf(people);
    capitals = List.copyOf(capitals);
    metonyms = List.copyOf(metonyms);
    successors = List.copyOf(successors);
  }
}
