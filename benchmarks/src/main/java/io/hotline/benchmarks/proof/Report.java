package io.hotline.benchmarks.proof;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was seen, as tables: printed at once, and written as Markdown and JSON. */
final class Report {

  /** One table. */
  private record Section(
      String title, String explained, List<String> columns, List<List<String>> rows) {}

  private final String title;
  private final List<String> setting = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();

  Report(String title, String command) {
    this.title = title;
    setting.add("Command: `" + command + "`");
    setting.add(machine());
  }

  /** A line about the load. */
  void setting(String line) {
    setting.add(line);
  }

  /** Adds a table; figures are text, as they are to be read. */
  void table(String heading, String explained, List<String> columns, List<List<String>> rows) {
    Section section = new Section(heading, explained, columns, rows);
    sections.add(section);
    System.out.println(markdown(section));
  }

  private static String machine() {
    Runtime runtime = Runtime.getRuntime();
    return "Machine: %d cores, %s, %s; Java %s; heap at most %,d MB; Kafka %s"
        .formatted(
            runtime.availableProcessors(),
            processorModel(),
            System.getProperty("os.name") + " " + System.getProperty("os.version"),
            System.getProperty("java.version"),
            runtime.maxMemory() >> 20,
            org.apache.kafka.common.utils.AppInfoParser.getVersion());
  }

  private static String processorModel() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown processor");
    } catch (IOException e) {
      return "unknown processor";
    }
  }

  private static String markdown(Section section) {
    StringBuilder out = new StringBuilder("## " + section.title() + "\n\n");
    out.append(section.explained()).append("\n\n| ");
    out.append(String.join(" | ", section.columns())).append(" |\n|");
    out.append("---|".repeat(section.columns().size())).append('\n');
    section.rows().forEach(row -> out.append("| " + String.join(" | ", row) + " |\n"));
    return out.toString();
  }

  /** Writes {@code name.md} and {@code name.json}. */
  void write(Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    StringBuilder out = new StringBuilder("# " + title + "\n\n");
    setting.forEach(line -> out.append("- ").append(line).append('\n'));
    sections.forEach(section -> out.append('\n').append(markdown(section)));
    Files.writeString(folder.resolve(name + ".md"), out);

    ObjectMapper json = new ObjectMapper();
    ObjectNode root = json.createObjectNode().put("title", title);
    ArrayNode settings = root.putArray("setting");
    setting.forEach(settings::add);
    ArrayNode tables = root.putArray("tables");
    for (Section section : sections) {
      ObjectNode table = tables.addObject().put("title", section.title());
      table.put("explained", section.explained());
      ArrayNode rows = table.putArray("rows");
      for (List<String> cells : section.rows()) {
        ObjectNode row = rows.addObject();
        for (int i = 0; i < cells.size(); i++) {
          row.put(section.columns().get(i), cells.get(i));
        }
      }
    }
    json.writerWithDefaultPrettyPrinter().writeValue(folder.resolve(name + ".json").toFile(), root);
  }

  /** A figure with one decimal, or none where it is large. */
  static String figure(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 1 ? "%.1f" : "%.3f", value);
  }
}
