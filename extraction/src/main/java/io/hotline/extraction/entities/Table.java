package io.hotline.extraction.entities;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of tab-separated values: remarks begin with {@code #}, the first other line names the
 * columns, {@code |} parts the values of a cell.
 */
final class Table {

  private final String name;
  private final List<String> columns;
  private final List<Row> rows = new ArrayList<>();

  private Table(String name, List<String> columns) {
    this.name = name;
    this.columns = columns;
  }

  /** The table {@code en/<file>} beside this package. */
  static Table resource(String file) {
    InputStream in = Table.class.getResourceAsStream("en/" + file);
    if (in == null) {
      throw new IllegalStateException("resource en/" + file + " is not in the jar");
    }
    try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return read(reader, file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource en/" + file, e);
    }
  }

  /**
   * Reads a table to its end.
   *
   * @throws WhosWhoException if a line has more cells than there are columns, or there is no line
   *     of column names
   */
  static Table read(Reader reader, String name) throws IOException {
    BufferedReader lines = new BufferedReader(reader);
    Table table = null;
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      if (table == null) {
        table = new Table(name, Arrays.stream(cells).map(String::strip).toList());
      } else if (cells.length > table.columns.size()) {
        throw new WhosWhoException(
            name,
            number,
            "has " + cells.length + " cells for " + table.columns.size() + " columns");
      } else {
        table.rows.add(new Row(table, number, cells));
      }
    }
    if (table == null) {
      throw new WhosWhoException(name, Math.max(number, 1), "no line of column names");
    }
    return table;
  }

  List<Row> rows() {
    return rows;
  }

  List<String> columns() {
    return columns;
  }

  WhosWhoException error(String column, String problem) {
    return new WhosWhoException(name, 1, "field '" + column + "': " + problem);
  }

  /** One line. */
  static final class Row {

    private final Table table;
    private final int line;
    private final String[] cells;

    private Row(Table table, int line, String[] cells) {
      this.table = table;
      this.line = line;
      this.cells = cells;
    }

    /** The cell, stripped; empty if the line or the table has none. */
    String get(String column) {
      int i = table.columns.indexOf(column);
      return i < 0 || i >= cells.length ? "" : cells[i].strip();
    }

    /** The cell, which must not be empty. */
    String require(String column) {
      String value = get(column);
      if (value.isEmpty()) {
        throw error(column, "is empty");
      }
      return value;
    }

    /** The values of the cell. */
    List<String> list(String column) {
      String value = get(column);
      return value.isEmpty()
          ? List.of()
          : Arrays.stream(value.split("\\|"))
              .map(String::strip)
              .filter(part -> !part.isEmpty())
              .toList();
    }

    Term term() {
      try {
        return Term.parse(get("from"), get("to"));
      } catch (Term.NotADate e) {
        throw error(
            e.isStart() ? "from" : "to",
            "'" + e.text() + "' is not a date (yyyy, yyyy-mm or yyyy-mm-dd)");
      } catch (IllegalArgumentException e) {
        throw error("to", e.getMessage());
      }
    }

    WhosWhoException error(String column, @Nullable String problem) {
      return new WhosWhoException(table.name, line, "field '" + column + "': " + problem);
    }

    @Override
    public String toString() {
      return String.join("\t", cells);
    }
  }
}
