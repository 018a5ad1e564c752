package io.hotline.extraction.entities;

import java.util.List;

/**
 * What somebody is: an office, a rank or a trade.
 *
 * @param name in lower case: {@code foreign minister}
 * @param sector CAMEO sector code
 * @param speaksForState whether the holder's acts are acts of the state
 * @param office the kind of office in the table of office-holders, empty if none
 */
public record Role(
    String name, List<String> aliases, String sector, boolean speaksForState, String office) {

  public Role {
    aliases = List.copyOf(aliases);
  }
}
