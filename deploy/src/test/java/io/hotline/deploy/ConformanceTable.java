package io.hotline.deploy;

import java.util.List;

/** Which client read which record type of which other client: a line each, for people. */
final class ConformanceTable {
  private static final String FORM = "%-16s %-38s %-16s %s";

  private ConformanceTable() {}

  static String row(String registry, String direction, String record, boolean fine) {
    return FORM.formatted(registry, direction, record, fine ? "ok" : "WRONG");
  }

  static boolean isFine(String row) {
    return row.endsWith(" ok");
  }

  static void print(List<String> rows) {
    System.out.println(FORM.formatted("REGISTRY", "DIRECTION", "RECORD", "RESULT"));
    rows.forEach(System.out::println);
  }
}
