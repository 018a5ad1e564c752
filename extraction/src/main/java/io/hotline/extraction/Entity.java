package io.hotline.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something an article speaks of: all its mentions as one.
 *
 * @param id Wikidata id ({@code Q7747}) or ISO 3166-1 alpha-3 code ({@code USA}) where the
 *     who's-who knows it; else a slug ({@code person:jane-roe}) that is unique, and stable, only
 *     within one article
 * @param name the who's-who's name, or the fullest name in the text
 * @param country ISO 3166-1 alpha-3 of the state it is, belongs to or serves; SUN for the Soviet
 *     Union
 * @param role office or role at the time of publication, in lower case: {@code president}, {@code
 *     foreign minister}, {@code special envoy}
 * @param sector CAMEO sector code ({@code GOV}, {@code MIL}, {@code LEG}, {@code OPP}, ...)
 * @param speaksForState whether its acts are the acts of its state: a state, an organ of it, or an
 *     official in office at the time
 * @param mentions indexes into {@link Extraction#mentions}, ascending
 */
public record Entity(
    String id,
    String name,
    MentionType type,
    @Nullable String country,
    @Nullable String role,
    @Nullable String sector,
    boolean speaksForState,
    List<Integer> mentions) {

  public Entity {
    mentions = List.copyOf(mentions);
  }
}
