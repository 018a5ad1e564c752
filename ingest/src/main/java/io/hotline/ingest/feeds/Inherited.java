package io.hotline.ingest.feeds;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What an element has from those around it: its language and the address links lead from. */
final class Inherited {

  private static final Pattern ABSOLUTE =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

  private Inherited() {}

  /** {@code xml:lang}; empty where it was taken back, null where nobody says. */
  static @Nullable String language(Element element) {
    for (Element at = element; at != null; at = at.parent()) {
      String language = Fields.attribute(at, "xml:lang");
      if (language != null) {
        return language.replace('_', '-');
      }
    }
    return null;
  }

  /** {@code xml:base} of all around it, from the outermost in. */
  static @Nullable String base(Element element, @Nullable URI location) {
    List<String> bases = new ArrayList<>();
    for (Element at = element; at != null; at = at.parent()) {
      String base = Fields.attribute(at, "xml:base");
      if (base != null && !base.isEmpty()) {
        bases.add(0, base);
      }
    }
    String resolved = location == null ? null : location.toString();
    for (String base : bases) {
      resolved = resolve(resolved, base);
    }
    return resolved;
  }

  /** The address that a link leads to; the link itself if nobody says where it leads from. */
  static String resolve(@Nullable String base, String link) {
    String written = link.strip();
    if (base == null || ABSOLUTE.matcher(written).matches()) {
      return written;
    }
    try {
      return new URI(base).resolve(new URI(written.replace(" ", "%20"))).toString();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return written;
    }
  }
}
