package io.hotline.ingest.normalize;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Web addresses in one spelling each. */
final class Addresses {

  private static final Pattern HTTP = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);

  /** Parameters that say where the reader came from, not what is read. */
  private static final Set<String> TRACKING = Set.copyOf(Tables.lines("tracking-parameters.txt"));

  private Addresses() {}

  static boolean isWeb(String text) {
    return HTTP.matcher(text).matches();
  }

  /**
   * The address without what does not belong to it: upper case in scheme and host, a default port,
   * tracking parameters, an empty query, and a fragment that does not tell items apart. Fragments
   * stay if they have a letter, for some sites tell the items of one page apart by them; a number
   * only counts revisions.
   *
   * @return null if it is not an address on the web
   */
  static @Nullable String canonical(String written) {
    String text = written.strip();
    if (!isWeb(text)) {
      return null;
    }
    URI uri;
    try {
      uri = new URI(text.replace("|", "%7C").replace("[", "%5B").replace("]", "%5D"));
    } catch (URISyntaxException e) {
      // Not for a machine, but it is still the only name the item has.
      return text;
    }
    if (uri.getHost() == null) {
      return text;
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(scheme).append("://");
    out.append(uri.getHost().toLowerCase(Locale.ROOT));
    int port = uri.getPort();
    if (port >= 0 && port != (scheme.equals("https") ? 443 : 80)) {
      out.append(':').append(port);
    }
    String path = uri.getRawPath();
    out.append(path == null || path.isEmpty() ? "/" : path);
    String query = uri.getRawQuery() == null ? "" : withoutTracking(uri.getRawQuery());
    if (!query.isEmpty()) {
      out.append('?').append(query);
    }
    String fragment = uri.getRawFragment();
    if (fragment != null
        && !fragment.startsWith(":~:")
        && fragment.chars().anyMatch(Character::isLetter)) {
      out.append('#').append(fragment);
    }
    return out.toString();
  }

  /** The host as a reader would name the site, without {@code www.}; null if there is none. */
  static @Nullable String site(String address) {
    String canonical = canonical(address);
    if (canonical == null) {
      return null;
    }
    int start = canonical.indexOf("://") + 3;
    int end = start;
    while (end < canonical.length() && "/:?#".indexOf(canonical.charAt(end)) < 0) {
      end++;
    }
    String host = canonical.substring(start, end).toLowerCase(Locale.ROOT);
    String site = host.startsWith("www.") ? host.substring(4) : host;
    return site.isEmpty() ? null : site;
  }

  private static String withoutTracking(String query) {
    StringBuilder out = new StringBuilder(query.length());
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name =
          (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !name.startsWith("utm_") && !TRACKING.contains(name)) {
        out.append(out.isEmpty() ? "" : "&").append(parameter);
      }
    }
    return out.toString();
  }
}
