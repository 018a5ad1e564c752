package io.hotline.ingest.normalize;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The tables that come with the program: one row a line; a line that begins with # is for people.
 */
final class Tables {

  private Tables() {}

  static List<String> lines(String table) {
    try (InputStream in = Tables.class.getResourceAsStream(table)) {
      if (in == null) {
        throw new IllegalStateException("the table " + table + " is missing from the program");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
