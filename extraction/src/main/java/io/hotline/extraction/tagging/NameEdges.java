package io.hotline.extraction.tagging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Words in lower case that a name may begin with ({@code de Gaulle}) or end with ({@code Barclays
 * plc}). Immutable.
 */
final class NameEdges {

  private static final String RESOURCE = "en/name-edges.tsv";

  /** Hashes of words, ascending. */
  private final long[] beginnings;

  private final long[] endings;

  private NameEdges(Set<Long> beginnings, Set<Long> endings) {
    this.beginnings = sorted(beginnings);
    this.endings = sorted(endings);
  }

  private static long[] sorted(Set<Long> hashes) {
    return hashes.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  static NameEdges load() {
    Set<Long> beginnings = new HashSet<>();
    Set<Long> endings = new HashSet<>();
    try (InputStream in = NameEdges.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("resource " + RESOURCE + " is not in the jar");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> add(line, beginnings, endings));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + RESOURCE, e);
    }
    return new NameEdges(beginnings, endings);
  }

  private static void add(String line, Set<Long> beginnings, Set<Long> endings) {
    int tab = line.indexOf('\t');
    Set<Long> words =
        switch (line.substring(0, Math.max(0, tab))) {
          case "begins" -> beginnings;
          case "ends" -> endings;
          default ->
              throw new IllegalStateException(
                  RESOURCE + ": a line begins with 'begins' or 'ends', not: " + line);
        };
    for (String word : line.substring(tab + 1).split(" ")) {
      words.add(Hashes.of(word));
    }
  }

  boolean mayBegin(long form) {
    return Arrays.binarySearch(beginnings, form) >= 0;
  }

  boolean mayEnd(long form) {
    return Arrays.binarySearch(endings, form) >= 0;
  }
}
