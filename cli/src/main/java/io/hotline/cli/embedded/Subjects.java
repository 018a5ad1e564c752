package io.hotline.cli.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotline.cli.embedded.RegistryState.Version;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the registry: what may be registered and deleted, and what follows. Every change is
 * written to the topic first, and known when it is there. Thread-safe, one call at a time.
 */
final class Subjects {

  private final RegistryState state;
  private final BiConsumer<JsonNode, @Nullable JsonNode> topic;

  /**
   * @param state what the topic held
   * @param topic takes a record, key and value, and returns when it is kept
   */
  Subjects(RegistryState state, BiConsumer<JsonNode, @Nullable JsonNode> topic) {
    this.state = state;
    this.topic = topic;
  }

  synchronized List<String> subjects(boolean deletedToo) {
    return state.subjects().stream()
        .filter(subject -> !versions(subject, deletedToo).isEmpty())
        .toList();
  }

  /** A subject's versions, oldest first; empty if there is no such subject. */
  synchronized List<Version> versions(String subject, boolean deletedToo) {
    return state.versions(subject).stream()
        .filter(version -> deletedToo || !version.deleted())
        .toList();
  }

  /**
   * @param version a number, {@code latest} or -1
   */
  synchronized Version version(String subject, String version, boolean deletedToo) {
    List<Version> versions = versions(subject, deletedToo);
    if (versions.isEmpty()) {
      throw RegistryError.noSubject(subject);
    }
    if (version.equals("latest") || version.equals("-1")) {
      return versions.get(versions.size() - 1);
    }
    int number = number(version);
    return versions.stream()
        .filter(each -> each.version() == number)
        .findFirst()
        .orElseThrow(() -> RegistryError.noVersion(version));
  }

  private static int number(String version) {
    try {
      int number = Integer.parseInt(version);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // said below
    }
    throw RegistryError.wrongVersion(version);
  }

  /** All places of an id, deleted ones too. */
  synchronized List<Version> withId(int id) {
    List<Version> found = state.withId(id);
    if (found.isEmpty()) {
      throw RegistryError.noSchema(Integer.toString(id));
    }
    return found;
  }

  /** Finds a schema among a subject's. */
  synchronized Version lookUp(String subject, String schemaText, boolean deletedToo) {
    String schema = parsed(schemaText).toString();
    List<Version> versions = versions(subject, deletedToo);
    if (versions.isEmpty()) {
      throw RegistryError.noSubject(subject);
    }
    return versions.stream()
        .filter(version -> version.schema().equals(schema))
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> RegistryError.noSchema("under subject '" + subject + "'"));
  }

  /** Makes a schema the subject's latest, unless the subject has it; gives its id. */
  synchronized int register(String subject, String schemaText) {
    Schema candidate = parsed(schemaText);
    String schema = candidate.toString();
    List<Version> versions = versions(subject, false);
    for (Version version : versions) {
      if (version.schema().equals(schema)) {
        return version.id();
      }
    }
    requireWritable(subject);
    List<String> conflicts = conflicts(level(subject), candidate, versions);
    if (!conflicts.isEmpty()) {
      throw RegistryError.incompatible(subject, String.join("; ", conflicts));
    }
    List<Version> all = state.versions(subject);
    int number = all.isEmpty() ? 1 : all.get(all.size() - 1).version() + 1;
    int id = state.idFor(schema);
    write(new Version(subject, number, id, "AVRO", schema, false));
    return id;
  }

  /**
   * What stands against registering a schema, were it compared with one version, or with those that
   * the subject's level asks for.
   */
  synchronized List<String> conflicts(String subject, String schemaText, @Nullable String version) {
    Schema candidate = parsed(schemaText);
    List<Version> against =
        version == null ? versions(subject, false) : List.of(version(subject, version, false));
    return conflicts(level(subject), candidate, against);
  }

  private static List<String> conflicts(
      CompatibilityLevel level, Schema candidate, List<Version> versions) {
    return level.conflicts(
        candidate,
        versions.stream()
            .filter(version -> version.type().equals("AVRO"))
            .map(version -> new Schema.Parser().parse(version.schema()))
            .toList());
  }

  /** Deletes a subject, softly at first; gives the numbers of the versions that went. */
  synchronized List<Integer> delete(String subject, boolean permanent) {
    List<Version> all = state.versions(subject);
    List<Version> live = versions(subject, false);
    if (all.isEmpty()) {
      throw RegistryError.noSubject(subject);
    }
    requireWritable(subject);
    if (permanent) {
      if (!live.isEmpty()) {
        throw RegistryError.subjectNotDeletedYet(subject);
      }
      all.forEach(this::erase);
      return all.stream().map(Version::version).toList();
    }
    if (live.isEmpty()) {
      throw RegistryError.subjectDeletedAlready(subject);
    }
    int last = live.get(live.size() - 1).version();
    write(key("DELETE_SUBJECT", subject), object().put("subject", subject).put("version", last));
    if (state.level(subject) != null) {
      write(key("CONFIG", subject), null);
    }
    if (state.mode(subject) != null) {
      write(key("MODE", subject), null);
    }
    return live.stream().map(Version::version).toList();
  }

  /** Deletes a version, softly at first; gives its number. */
  synchronized int delete(String subject, String version, boolean permanent) {
    Version found = version(subject, version, permanent || !isLatest(version));
    requireWritable(subject);
    if (permanent) {
      if (!found.deleted()) {
        throw RegistryError.versionNotDeletedYet(subject, found.version());
      }
      erase(found);
    } else {
      if (found.deleted()) {
        throw RegistryError.versionDeletedAlready(subject, found.version());
      }
      write(new Version(subject, found.version(), found.id(), found.type(), found.schema(), true));
    }
    return found.version();
  }

  private static boolean isLatest(String version) {
    return version.equals("latest") || version.equals("-1");
  }

  /** The level that counts for a subject; of the whole registry for null. */
  synchronized CompatibilityLevel level(@Nullable String subject) {
    CompatibilityLevel own = subject == null ? null : state.level(subject);
    return own == null ? state.globalLevel() : own;
  }

  /** The level set for the subject itself. */
  synchronized CompatibilityLevel ownLevel(String subject) {
    CompatibilityLevel own = state.level(subject);
    if (own == null) {
      throw RegistryError.noSubjectCompatibility(subject);
    }
    return own;
  }

  synchronized void setLevel(@Nullable String subject, @Nullable CompatibilityLevel level) {
    write(
        key("CONFIG", subject),
        level == null ? null : object().put("compatibilityLevel", level.name()));
  }

  /** The mode that counts for a subject; of the whole registry for null. */
  synchronized String mode(@Nullable String subject) {
    String own = subject == null ? null : state.mode(subject);
    return own == null ? state.globalMode() : own;
  }

  /** The mode set for the subject itself. */
  synchronized String ownMode(String subject) {
    String own = state.mode(subject);
    if (own == null) {
      throw RegistryError.noSubjectMode(subject);
    }
    return own;
  }

  synchronized void setMode(@Nullable String subject, @Nullable String mode) {
    if (mode != null && !mode.equals("READWRITE") && !mode.equals("READONLY")) {
      throw RegistryError.wrongMode(mode);
    }
    write(key("MODE", subject), mode == null ? null : object().put("mode", mode));
  }

  private void requireWritable(String subject) {
    if (!mode(subject).equals("READWRITE")) {
      throw RegistryError.readOnly(subject);
    }
  }

  private void write(Version version) {
    write(
        schemaKey(version),
        object()
            .put("subject", version.subject())
            .put("version", version.version())
            .put("id", version.id())
            .put("schema", version.schema())
            .put("deleted", version.deleted()));
  }

  private void erase(Version version) {
    write(schemaKey(version), null);
  }

  private void write(ObjectNode key, @Nullable ObjectNode value) {
    topic.accept(key, value);
    state.apply(key, value);
  }

  /** The order of the fields is part of the key: the topic is compacted by its bytes. */
  private static ObjectNode schemaKey(Version version) {
    return object()
        .put("keytype", "SCHEMA")
        .put("subject", version.subject())
        .put("version", version.version())
        .put("magic", 1);
  }

  private static ObjectNode key(String type, @Nullable String subject) {
    ObjectNode key = object().put("keytype", type);
    if (subject != null) {
      key.put("subject", subject);
    }
    return key.put("magic", 0);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Schema parsed(String text) {
    try {
      return new Schema.Parser().parse(text);
    } catch (AvroRuntimeException e) {
      throw RegistryError.wrongSchema(String.valueOf(e.getMessage()));
    }
  }
}
