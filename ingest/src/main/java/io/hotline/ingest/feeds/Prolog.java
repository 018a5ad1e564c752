package io.hotline.ingest.feeds;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the document type away. Nothing it names is ever opened; the short names for plain
 * characters that it may define are put in, within bounds.
 */
final class Prolog {

  private static final Pattern ENTITY =
      Pattern.compile(
          "<!ENTITY\\s+([A-Za-z][\\w.-]{0,40})\\s+(?:\"([^\"%<&]{0,100})\"|'([^'%<&]{0,100})'"
              + "|[\"'](&#\\w{1,8};)[\"'])\\s*>");

  private static final Pattern REFERENCE = Pattern.compile("&([A-Za-z][\\w.-]{0,40});");

  /** More than this many characters are not put in: such a document is made to grow. */
  private static final int MOST_GROWTH = 1 << 20;

  private Prolog() {}

  /** The document without its type, if it has one; lines keep their numbers. */
  static String withoutDoctype(String text) {
    int start = text.indexOf("<!DOCTYPE");
    if (start < 0 || elementBefore(text, start)) {
      return text;
    }
    int end = end(text, start);
    String doctype = text.substring(start, end);
    String rest = text.substring(end);
    Map<String, String> entities = entities(doctype);
    return text.substring(0, start)
        + "\n".repeat((int) doctype.chars().filter(c -> c == '\n').count())
        + (entities.isEmpty() ? rest : expand(rest, entities));
  }

  private static boolean elementBefore(String text, int end) {
    for (int at = text.indexOf('<'); at >= 0 && at < end; at = text.indexOf('<', at + 1)) {
      if (text.startsWith("<!--", at)) {
        int close = text.indexOf("-->", at);
        if (close < 0 || close > end) {
          return true;
        }
        at = close;
      } else if (at + 1 < end && Character.isLetter(text.charAt(at + 1))) {
        return true;
      }
    }
    return false;
  }

  private static int end(String text, int start) {
    boolean inside = false;
    char quote = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[') {
        inside = true;
      } else if (c == ']') {
        inside = false;
      } else if (c == '>' && !inside) {
        return i + 1;
      }
    }
    int first = text.indexOf('>', start);
    return first < 0 ? text.length() : first + 1;
  }

  private static Map<String, String> entities(String doctype) {
    Map<String, String> entities = new HashMap<>();
    Matcher matcher = ENTITY.matcher(doctype);
    while (matcher.find()) {
      for (int group = 2; group <= 4; group++) {
        if (matcher.group(group) != null) {
          entities.putIfAbsent(matcher.group(1), matcher.group(group));
        }
      }
    }
    return entities;
  }

  private static String expand(String text, Map<String, String> entities) {
    int[] growth = {0};
    return REFERENCE
        .matcher(text)
        .replaceAll(
            found -> {
              String value = entities.get(found.group(1));
              if (value == null || (growth[0] += value.length()) > MOST_GROWTH) {
                return Matcher.quoteReplacement(found.group());
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
