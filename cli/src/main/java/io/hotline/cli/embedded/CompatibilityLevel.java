package io.hotline.cli.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/**
 * Which earlier schemas a new one must get on with, and in which direction. BACKWARD: who reads
 * with the new schema reads what was written with the old one. FORWARD: the other way round.
 */
enum CompatibilityLevel {
  NONE(false, false, false),
  BACKWARD(true, false, false),
  BACKWARD_TRANSITIVE(true, false, true),
  FORWARD(false, true, false),
  FORWARD_TRANSITIVE(false, true, true),
  FULL(true, true, false),
  FULL_TRANSITIVE(true, true, true);

  private final boolean readsOld;
  private final boolean isReadByOld;
  private final boolean transitive;

  CompatibilityLevel(boolean readsOld, boolean isReadByOld, boolean transitive) {
    this.readsOld = readsOld;
    this.isReadByOld = isReadByOld;
    this.transitive = transitive;
  }

  static CompatibilityLevel parse(String name) {
    try {
      return valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw RegistryError.wrongCompatibility(name);
    }
  }

  /**
   * What stands against the candidate; empty if nothing does.
   *
   * @param earlier the subject's schemas, oldest first
   */
  List<String> conflicts(Schema candidate, List<Schema> earlier) {
    List<String> conflicts = new ArrayList<>();
    int first = transitive ? 0 : Math.max(0, earlier.size() - 1);
    for (Schema old : earlier.subList(first, earlier.size())) {
      if (readsOld) {
        conflicts.addAll(
            conflicts("the new schema cannot read the old one's data", candidate, old));
      }
      if (isReadByOld) {
        conflicts.addAll(
            conflicts("the old schema cannot read the new one's data", old, candidate));
      }
    }
    return conflicts;
  }

  private static List<String> conflicts(String fault, Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities()
        .stream()
        .map(found -> fault + ": " + described(found))
        .toList();
  }

  private static String described(Incompatibility found) {
    return found.getType() + " at " + found.getLocation() + ": " + found.getMessage();
  }
}
