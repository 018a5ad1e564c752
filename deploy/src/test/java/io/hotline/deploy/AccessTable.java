package io.hotline.deploy;

import static java.util.Objects.requireNonNull;

import io.hotline.schemas.access.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;

/** The table in {@code access.csv}: by topic and role, whether it may read (r) and write (w). */
final class AccessTable {

  /** What one role may do with one topic: {@code rw}, {@code r}, {@code w} or {@code -}. */
  record Right(Role role, String topic, String mark) {
    boolean allows(AclOperation operation) {
      return mark.contains(operation == AclOperation.READ ? "r" : "w");
    }
  }

  private AccessTable() {}

  static List<Right> read() throws IOException {
    List<String> lines;
    try (InputStream in =
        requireNonNull(AccessTable.class.getResourceAsStream("access.csv"), "access.csv")) {
      lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    List<String> roles = List.of(lines.get(0).split(","));
    List<Right> rights = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      for (int column = 1; column < roles.size(); column++) {
        rights.add(
            new Right(
                Role.valueOf(roles.get(column).toUpperCase(Locale.ROOT)), cells[0], cells[column]));
      }
    }
    return rights;
  }

  /** A table of marks for people: a line each topic, a column each role. */
  static String text(String title, Map<String, Map<Role, String>> table) {
    StringBuilder text = new StringBuilder("%-42s".formatted(title));
    List<Role> roles = List.of(Role.values());
    roles.forEach(role -> text.append("%-11s".formatted(role.label())));
    table.forEach(
        (topic, marks) -> {
          text.append("%n%-42s".formatted(topic));
          roles.forEach(role -> text.append("%-11s".formatted(marks.getOrDefault(role, "?"))));
        });
    return text.append(System.lineSeparator()).toString();
  }
}
