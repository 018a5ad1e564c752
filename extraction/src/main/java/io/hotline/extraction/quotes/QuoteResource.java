package io.hotline.extraction.quotes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The English tables of this package. */
final class QuoteResource {

  private QuoteResource() {}

  /**
   * The rows of a table, cells trimmed; remarks ({@code #}) and the line of column names left out.
   */
  static List<String[]> rows(String name) {
    try (InputStream in = open("en/" + name)) {
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .skip(1)
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + name, e);
    }
  }

  static InputStream open(String name) {
    InputStream in = QuoteResource.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("resource " + name + " is not in the jar");
    }
    return in;
  }
}
