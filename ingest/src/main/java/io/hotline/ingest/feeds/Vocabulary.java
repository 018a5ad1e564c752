package io.hotline.ingest.feeds;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * What an element is called, whatever prefix and case its feed uses: {@code title}, {@code
 * dc:creator}. The formats' own elements have no prefix. A prefix that nobody declared means what
 * it always means.
 */
final class Vocabulary {

  private static final Map<String, String> PREFIXES = load();

  private Vocabulary() {}

  static String name(Element element) {
    String local = element.tag().localName().toLowerCase(Locale.ROOT);
    String written = element.tag().prefix().toLowerCase(Locale.ROOT);
    String known = PREFIXES.get(normal(element.tag().namespace()));
    String prefix = known == null ? written : known;
    return prefix.isEmpty() || prefix.equals("-") || prefix.equals("atom")
        ? local
        : prefix + ":" + local;
  }

  /** The same namespace is written with and without a slash, a fragment, and in any case. */
  private static String normal(String namespace) {
    String text = namespace.strip().toLowerCase(Locale.ROOT);
    while (text.endsWith("/") || text.endsWith("#")) {
      text = text.substring(0, text.length() - 1);
    }
    return text.startsWith("https:") ? "http:" + text.substring(6) : text;
  }

  private static Map<String, String> load() {
    try (InputStream in = Vocabulary.class.getResourceAsStream("namespaces.tsv")) {
      if (in == null) {
        throw new IllegalStateException("namespaces.tsv is missing from the program");
      }
      Map<String, String> prefixes = new HashMap<>();
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(row -> prefixes.put(normal(row[1]), row[0]));
      return Map.copyOf(prefixes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
