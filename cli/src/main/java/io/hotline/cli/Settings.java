package io.hotline.cli;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The settings in force, each with where it came from. Flags win over the environment, the
 * environment over the configuration file, and that over the defaults. Immutable.
 */
final class Settings {

  /** A setting's value and where it came from: {@code --http-port}, {@code default}. */
  record Resolved(String value, String origin) {}

  private final Map<Setting, Resolved> values;
  private final Map<String, Resolved> clientProperties;

  private Settings(Map<Setting, Resolved> values, Map<String, Resolved> clientProperties) {
    this.values = values;
    this.clientProperties = clientProperties;
  }

  /**
   * Resolves every setting.
   *
   * @param flags what was given on the command line
   * @param environment the process's variables
   * @param file the configuration file, in Java's properties format; null for none
   * @throws UserException if the file cannot be read or names a setting that does not exist
   */
  static Settings resolve(
      Map<Setting, String> flags, Map<String, String> environment, @Nullable Path file) {
    Properties inFile = file == null ? new Properties() : read(file);
    Map<Setting, Resolved> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      String flag = flags.get(setting);
      String variable = environment.get(setting.variable());
      String line = inFile.getProperty(setting.key());
      if (flag != null) {
        values.put(setting, new Resolved(flag, setting.flag()));
      } else if (variable != null && !variable.isBlank()) {
        values.put(setting, new Resolved(variable.strip(), setting.variable()));
      } else if (line != null) {
        values.put(setting, new Resolved(line.strip(), String.valueOf(file)));
      } else {
        values.put(setting, new Resolved(setting.fallback(), "default"));
      }
    }
    return new Settings(values, clientProperties(environment, inFile, file));
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new UserException("--config " + file + ": cannot be read: " + e.getMessage(), e);
    }
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      if (!key.startsWith(Setting.CLIENT_PREFIX) && Setting.byKey(key).isEmpty()) {
        List<String> known = new ArrayList<>();
        for (Setting setting : Setting.values()) {
          known.add(setting.key());
        }
        throw new UserException(
            file
                + ": no setting is called '"
                + key
                + "'; there are "
                + String.join(", ", known)
                + " and "
                + Setting.CLIENT_PREFIX
                + "*");
      }
    }
    return properties;
  }

  private static Map<String, Resolved> clientProperties(
      Map<String, String> environment, Properties inFile, @Nullable Path file) {
    Map<String, Resolved> clients = new TreeMap<>();
    for (String key : inFile.stringPropertyNames()) {
      if (key.startsWith(Setting.CLIENT_PREFIX)) {
        clients.put(
            key.substring(Setting.CLIENT_PREFIX.length()),
            new Resolved(inFile.getProperty(key), String.valueOf(file)));
      }
    }
    String prefix = "HOTLINE_KAFKA_CLIENT_";
    environment.forEach(
        (variable, value) -> {
          if (variable.startsWith(prefix)) {
            String key =
                variable.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', '.');
            clients.put(key, new Resolved(value, variable));
          }
        });
    return clients;
  }

  Resolved get(Setting setting) {
    return java.util.Objects.requireNonNull(values.get(setting));
  }

  /** Further properties for every Kafka client, by Kafka's names. */
  Map<String, Resolved> clientProperties() {
    return Map.copyOf(clientProperties);
  }

  String text(Setting setting) {
    return get(setting).value();
  }

  int number(Setting setting, int least, int most) {
    Resolved resolved = get(setting);
    try {
      int number = Integer.parseInt(resolved.value());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, with the range
    }
    throw new UserException(
        "%s '%s' (from %s): expected a whole number from %d to %d"
            .formatted(setting.key(), resolved.value(), resolved.origin(), least, most));
  }

  int port(Setting setting) {
    return number(setting, 0, 65535);
  }

  Path path(Setting setting) {
    return Path.of(text(setting));
  }

  Namespace namespace() {
    try {
      return new Namespace(text(Setting.NAMESPACE));
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage() + " (from " + get(Setting.NAMESPACE).origin() + ")");
    }
  }

  /** The cluster the commands speak to. */
  ClusterConfig cluster() {
    Map<String, String> properties = new TreeMap<>();
    clientProperties.forEach((key, resolved) -> properties.put(key, resolved.value()));
    try {
      return new ClusterConfig(
          text(Setting.KAFKA_BOOTSTRAP),
          text(Setting.REGISTRY_URL),
          text(Setting.SERIALIZER),
          text(Setting.DESERIALIZER),
          properties);
    } catch (IllegalArgumentException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }
}
