package io.hotline.cli.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the records of {@link SchemasTopic}, applied in order. Not thread-safe.
 *
 * <p>Records of kinds that we do not know are passed over, as Confluent's registry does with those
 * of a later release.
 */
final class RegistryState {

  /** A schema as a version of a subject. */
  record Version(
      String subject, int version, int id, String type, String schema, boolean deleted) {}

  private static final String GLOBAL = "";

  private final SortedMap<String, NavigableMap<Integer, Version>> subjects = new TreeMap<>();
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<String, CompatibilityLevel> levels = new HashMap<>();
  private final Map<String, String> modes = new HashMap<>();
  private int highestId;

  void apply(JsonNode key, @Nullable JsonNode value) {
    String subject = key.path("subject").asText(GLOBAL);
    switch (key.path("keytype").asText()) {
      case "SCHEMA" -> applySchema(subject, key.path("version").asInt(), value);
      case "DELETE_SUBJECT" -> {
        if (value != null) {
          deleteUpTo(subject, value.path("version").asInt());
        }
      }
      case "CLEAR_SUBJECT" -> subjects.remove(subject);
      case "CONFIG" -> {
        if (value != null && value.path("compatibilityLevel").isTextual()) {
          levels.put(subject, CompatibilityLevel.parse(value.path("compatibilityLevel").asText()));
        } else {
          levels.remove(subject);
        }
      }
      case "MODE" -> {
        if (value != null) {
          modes.put(subject, value.path("mode").asText());
        } else {
          modes.remove(subject);
        }
      }
      default -> {}
    }
  }

  private void applySchema(String subject, int version, @Nullable JsonNode value) {
    NavigableMap<Integer, Version> versions =
        subjects.computeIfAbsent(subject, unused -> new TreeMap<>());
    if (value == null) {
      versions.remove(version);
    } else {
      Version stored =
          new Version(
              subject,
              version,
              value.path("id").asInt(),
              value.path("schemaType").asText("AVRO"),
              value.path("schema").asText(),
              value.path("deleted").asBoolean(false));
      versions.put(version, stored);
      ids.putIfAbsent(stored.schema(), stored.id());
      highestId = Math.max(highestId, stored.id());
    }
    if (versions.isEmpty()) {
      subjects.remove(subject);
    }
  }

  private void deleteUpTo(String subject, int last) {
    NavigableMap<Integer, Version> versions = subjects.get(subject);
    if (versions != null) {
      versions
          .headMap(last, true)
          .replaceAll(
              (number, v) ->
                  new Version(v.subject(), v.version(), v.id(), v.type(), v.schema(), true));
    }
  }

  /** Names of all subjects, of those too that have deleted versions only. */
  Collection<String> subjects() {
    return List.copyOf(subjects.keySet());
  }

  /** A subject's versions, deleted ones too, oldest first. */
  List<Version> versions(String subject) {
    NavigableMap<Integer, Version> versions = subjects.get(subject);
    return versions == null ? List.of() : List.copyOf(versions.values());
  }

  /** Every version of every subject that has a schema of this id. */
  List<Version> withId(int id) {
    return subjects.values().stream()
        .flatMap(versions -> versions.values().stream())
        .filter(version -> version.id() == id)
        .toList();
  }

  /** The id of a schema, which is the same in all subjects; a new one for a new schema. */
  int idFor(String schema) {
    return ids.getOrDefault(schema, highestId + 1);
  }

  /** The level set for a subject, if any. */
  @Nullable CompatibilityLevel level(String subject) {
    return levels.get(subject);
  }

  CompatibilityLevel globalLevel() {
    return levels.getOrDefault(GLOBAL, CompatibilityLevel.BACKWARD);
  }

  /** The mode set for a subject, if any. */
  @Nullable String mode(String subject) {
    return modes.get(subject);
  }

  String globalMode() {
    return modes.getOrDefault(GLOBAL, "READWRITE");
  }
}
