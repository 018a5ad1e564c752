package io.hotline.ingest.feeds;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who wrote an entry; at least one of the two is there. */
public record Person(@Nullable String name, @Nullable String email) {

  private static final Pattern EMAIL =
      Pattern.compile("[\\w.+%'/=-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}");

  /**
   * Takes apart what RSS writes as one text: {@code me@example.org (Name)}, {@code Name
   * (me@example.org)}, {@code Name <me@example.org>}, or either alone.
   *
   * @return null if it is blank
   */
  static @Nullable Person of(String written) {
    String text = written.strip();
    if (text.isEmpty()) {
      return null;
    }
    Matcher found = EMAIL.matcher(text);
    if (!found.find()) {
      return new Person(text, null);
    }
    String rest =
        (text.substring(0, found.start()).replaceFirst("mailto:$", "")
                + text.substring(found.end()))
            .replaceAll("[()<>\\[\\]]|&lt;|&gt;", " ")
            .replaceAll("\\s+", " ")
            .strip();
    return new Person(rest.isEmpty() ? null : rest, found.group());
  }

  /** As a reader would have it: the name, and only without one what stands before the @. */
  public String byline() {
    if (name != null) {
      return name;
    }
    String address = email == null ? "" : email;
    return address.substring(0, Math.max(address.indexOf('@'), 0));
  }
}
