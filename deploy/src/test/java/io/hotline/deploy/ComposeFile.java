package io.hotline.deploy;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A compose file of this project, so that what the tests run is what the files say. Variables have
 * their defaults.
 */
final class ComposeFile {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Z0-9_]+:-([^}]*)}");

  private final Map<String, Map<String, Object>> services;

  private ComposeFile(Map<String, Map<String, Object>> services) {
    this.services = services;
  }

  /** The project's top folder. */
  static Path top() {
    return requireNonNull(Path.of("").toAbsolutePath().getParent());
  }

  @SuppressWarnings("unchecked") // YAML of our own
  static ComposeFile read(String name) throws IOException {
    try (Reader reader = Files.newBufferedReader(top().resolve(name))) {
      Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
      return new ComposeFile(
          (Map<String, Map<String, Object>>) requireNonNull(file.get("services"), name));
    }
  }

  /** The variables that a service is given; empty if the file has no such service. */
  Map<String, String> environment(String service) {
    Map<String, String> environment = new TreeMap<>();
    if (services.getOrDefault(service, Map.of()).get("environment") instanceof Map<?, ?> given) {
      given.forEach(
          (key, value) ->
              environment.put(key.toString(), VARIABLE.matcher(value.toString()).replaceAll("$1")));
    }
    return environment;
  }

  /** The image of a service. */
  String image(String service) {
    Object image = requireNonNull(services.get(service), service).get("image");
    return VARIABLE.matcher(requireNonNull(image, service).toString()).replaceAll("$1");
  }
}
