package io.hotline.extraction.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tab-separated tables beside this package. */
final class Tables {

  private Tables() {}

  /**
   * The rows of {@code en/<name>}, remarks left out.
   *
   * @throws IllegalStateException if there is no such table, or a row has fewer cells than asked
   */
  static List<String[]> rows(String name, int cells) {
    try (InputStream in = Tables.class.getResourceAsStream("en/" + name)) {
      if (in == null) {
        throw new IllegalStateException("table en/" + name + " is not in the jar");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> split(name, line, cells))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read table en/" + name, e);
    }
  }

  private static String[] split(String name, String line, int cells) {
    String[] row = line.split("\t", -1);
    if (row.length < cells) {
      throw new IllegalStateException(
          "table en/" + name + ": row <" + line + "> has " + row.length + " cells, not " + cells);
    }
    return row;
  }
}
