package io.hotline.extraction.entities;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organ of a state, an international organization, a news organization, a party or a company.
 *
 * @param id {@link io.hotline.extraction.Entity#id}
 * @param aliases one that begins with {@code ?} counts only where the article speaks of the country
 * @param country of the state it belongs to, or the code of the international organization
 * @param kind what it is: {@code MFA}, {@code IGO}, {@code MEDIA}, ...
 * @param sector CAMEO sector code
 * @param speaksForState whether its acts are acts of the state or organization
 * @param term when it existed
 */
public record Institution(
    String id,
    String name,
    List<String> aliases,
    @Nullable String country,
    String kind,
    @Nullable String sector,
    boolean speaksForState,
    Term term) {

  public Institution {
    aliases = List.copyOf(aliases);
  }

  boolean isMedia() {
    return kind.equals("MEDIA") || kind.equals("STATE_MEDIA");
  }
}
