package io.hotline.ingest.normalize;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of months and of time zones, from {@code months.tsv} and {@code zones.tsv}. */
record CalendarWords(Map<String, Integer> months, Map<String, ZoneId> zones) {

  CalendarWords {
    months = Map.copyOf(months);
    zones = Map.copyOf(zones);
  }

  /** Reads the tables that come with the program. */
  static CalendarWords load() {
    Map<String, Integer> months = new HashMap<>();
    rows("en/months.tsv").forEach((name, number) -> months.put(name, Integer.valueOf(number)));
    Map<String, ZoneId> zones = new HashMap<>();
    rows("en/zones.tsv").forEach((name, zone) -> zones.put(name, ZoneId.of(zone)));
    return new CalendarWords(months, zones);
  }

  /** 1 to 12, or 0 if it is not the name of a month. */
  int month(String name) {
    return months.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
  }

  @Nullable ZoneId zone(String name) {
    return zones.get(name.toLowerCase(Locale.ROOT));
  }

  private static Map<String, String> rows(String table) {
    Map<String, String> rows = new HashMap<>();
    for (String line : Tables.lines(table)) {
      int tab = line.indexOf('\t');
      rows.put(line.substring(0, tab).toLowerCase(Locale.ROOT), line.substring(tab + 1));
    }
    return rows;
  }
}
