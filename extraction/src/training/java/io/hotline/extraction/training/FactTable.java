package io.hotline.extraction.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads tables of tab-separated values whose first line names the columns. */
final class FactTable {

  private FactTable() {}

  static List<Map<String, String>> read(Path file) throws IOException {
    List<String> lines = Texts.lines(file).stream().filter(l -> !l.startsWith("#")).toList();
    String[] names = lines.get(0).split("\t");
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < Math.min(names.length, cells.length); i++) {
        row.put(names[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }
}
