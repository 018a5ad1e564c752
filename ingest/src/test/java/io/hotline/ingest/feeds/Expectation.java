package io.hotline.ingest.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a feed of a foreign test suite says about itself in its first comment: a Python expression
 * over the fields of the feed. Only comparisons with a literal, joined by {@code and}, are read.
 *
 * @param header of the answer that would have carried the feed: charset, language, location
 */
record Expectation(Transport header, List<Claim> claims) {

  /**
   * One comparison.
   *
   * @param path the field, such as {@code entries[0].title}
   * @param value a text, a number, a tuple of numbers as text, or null for None
   */
  record Claim(String path, @Nullable Object value) {}

  private static final Pattern COMMENT =
      Pattern.compile("<!--(.*?)-->|/\\*(.*?)\\*/", Pattern.DOTALL);
  private static final Pattern EXPECT = Pattern.compile("Expect:\\s*(.*)", Pattern.DOTALL);
  private static final Pattern HEADER = Pattern.compile("Header:\\s*([\\w-]+):\\s*(.*)");
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*['\"]?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMPARISON =
      Pattern.compile(
          "(ord\\(|len\\()?([a-z][\\w\\[\\]'\".]*)\\)?\\s*(?:==|is)\\s*(.+)", Pattern.DOTALL);
  private static final Pattern STRING =
      Pattern.compile("[ubr]?('(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")", Pattern.DOTALL);

  /** Null if the comment is not there. */
  static @Nullable Expectation of(String text) {
    Matcher comment = COMMENT.matcher(text);
    while (comment.find()) {
      String inside = comment.group(1) == null ? comment.group(2) : comment.group(1);
      Matcher expect = EXPECT.matcher(inside);
      if (expect.find()) {
        List<Claim> claims = new ArrayList<>();
        for (String term : terms(expect.group(1).strip())) {
          Claim claim = claim(term);
          if (claim != null) {
            claims.add(claim);
          }
        }
        return new Expectation(header(inside), claims);
      }
    }
    return null;
  }

  private static Transport header(String comment) {
    String charset = null;
    String type = null;
    String language = null;
    java.net.URI location = java.net.URI.create("http://127.0.0.1:8097/feed.xml");
    Matcher header = HEADER.matcher(comment);
    while (header.find()) {
      String value = header.group(2).strip();
      switch (header.group(1).toLowerCase(java.util.Locale.ROOT)) {
        case "content-type" -> {
          Matcher found = CHARSET.matcher(value);
          charset = found.find() ? found.group(1) : null;
          type = value.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
        }
        case "content-language" -> language = value;
        case "content-location" -> {
          java.net.URI resolved = location.resolve(value);
          location = resolved.getScheme().startsWith("http") ? resolved : location;
        }
        default -> {}
      }
    }
    return new Transport(location, type, charset, language);
  }

  private static List<String> terms(String expression) {
    List<String> terms = new ArrayList<>();
    int start = 0;
    char quote = 0;
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      if (quote != 0) {
        if (c == '\\') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (expression.startsWith(" and ", i)) {
        terms.add(expression.substring(start, i));
        start = i + 5;
      }
    }
    terms.add(expression.substring(start));
    return terms;
  }

  private static @Nullable Claim claim(String term) {
    String text = term.strip();
    while (text.startsWith("(") && text.endsWith(")")) {
      text = text.substring(1, text.length() - 1).strip();
    }
    Matcher comparison = COMPARISON.matcher(text);
    if (!comparison.matches()) {
      return null;
    }
    String path = comparison.group(2).replaceAll("\\[['\"](\\w+)['\"]\\]", ".$1");
    String function = comparison.group(1);
    String right = comparison.group(3).strip();
    if (right.equals("None")) {
      return new Claim(path, null);
    }
    if (right.matches("\\d+")) {
      Integer number = Integer.valueOf(right);
      if ("len(".equals(function)) {
        return new Claim("len " + path, number);
      }
      return "ord(".equals(function) ? new Claim(path, Character.toString(number)) : null;
    }
    if (right.matches("\\([\\d, ]+\\)")) {
      return new Claim(path, right.replaceAll("[() ]", ""));
    }
    String literal = literal(right);
    return literal == null ? null : new Claim(path, literal);
  }

  private static @Nullable String literal(String written) {
    StringBuilder value = new StringBuilder();
    Matcher string = STRING.matcher(written);
    int at = 0;
    while (string.find(at) && written.substring(at, string.start()).matches("[\\s+\\\\]*")) {
      value.append(unescape(string.group(1).substring(1, string.group(1).length() - 1)));
      at = string.end();
    }
    return at > 0 && written.substring(at).isBlank() ? value.toString() : null;
  }

  private static String unescape(String written) {
    return Pattern.compile(
            "\\\\(?:x(\\p{XDigit}{2})|u(\\p{XDigit}{4})|U(\\p{XDigit}{8})|\n|(.))", Pattern.DOTALL)
        .matcher(written)
        .replaceAll(
            found -> {
              for (int group = 1; group <= 3; group++) {
                if (found.group(group) != null) {
                  return Matcher.quoteReplacement(
                      Character.toString(Integer.parseInt(found.group(group), 16)));
                }
              }
              String plain = found.group(4);
              return plain == null
                  ? ""
                  : Matcher.quoteReplacement(
                      switch (plain) {
                        case "n" -> "\n";
                        case "t" -> "\t";
                        case "r" -> "\r";
                        default -> plain;
                      });
            });
  }
}
