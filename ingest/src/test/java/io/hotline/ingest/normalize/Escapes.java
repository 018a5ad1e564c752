package io.hotline.ingest.normalize;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets the tables of the tests write characters that cannot be seen, and paragraphs. */
final class Escapes {

  private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9A-F]{4})");

  private Escapes() {}

  static String unescape(@Nullable String cell) {
    if (cell == null) {
      return "";
    }
    return UNICODE
        .matcher(cell)
        .replaceAll(m -> Character.toString((char) Integer.parseInt(m.group(1), 16)))
        .replace("\\n", "\n")
        .replace("\\r", "\r")
        .replace("\\t", "\t");
  }
}
