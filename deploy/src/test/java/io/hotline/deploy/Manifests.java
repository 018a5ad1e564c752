package io.hotline.deploy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Kubernetes resources as the types of their own models. The models keep what they do not know in
 * {@code additionalProperties}: whatever is there is a slip of ours.
 */
final class Manifests {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Manifests() {}

  /** The documents of some files; a kind that has no type is a failure. */
  static List<Object> read(List<Path> files, Map<String, Class<?>> types) throws IOException {
    List<Object> resources = new ArrayList<>();
    for (Path file : files) {
      for (Map<String, Object> document : documents(Files.readString(file))) {
        resources.add(typed(document, types));
      }
    }
    return resources;
  }

  static Object typed(Map<String, Object> document, Map<String, Class<?>> types) {
    Class<?> type = types.get(String.valueOf(document.get("kind")));
    return JSON.convertValue(
        document, Objects.requireNonNull(type, "no type for " + document.get("kind")));
  }

  @SuppressWarnings("unchecked") // resources are maps
  static List<Map<String, Object>> documents(String text) {
    List<Map<String, Object>> documents = new ArrayList<>();
    for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
      if (document != null) {
        documents.add((Map<String, Object>) document);
      }
    }
    return documents;
  }

  /** Paths of all fields that the model does not know. */
  static List<String> unknownFields(Object resource) {
    List<String> unknown = new ArrayList<>();
    collect(resource, resource.getClass().getSimpleName(), unknown);
    return unknown;
  }

  private static void collect(@Nullable Object value, String path, List<String> unknown) {
    if (value instanceof Collection<?> many) {
      many.forEach(each -> collect(each, path + "[]", unknown));
    } else if (value != null && isModel(value.getClass())) {
      for (Class<?> type = value.getClass(); isModel(type); type = type.getSuperclass()) {
        for (Field field : type.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers())) {
            collect(field, get(field, value), path, unknown);
          }
        }
      }
    }
  }

  private static void collect(
      Field field, @Nullable Object value, String path, List<String> unknown) {
    if (field.getName().equals("additionalProperties")) {
      if (value instanceof Map<?, ?> additional) {
        additional.keySet().forEach(key -> unknown.add(path + "." + key));
      }
    } else {
      collect(value, path + "." + field.getName(), unknown);
    }
  }

  private static boolean isModel(Class<?> type) {
    String name = type.getName();
    return !type.isEnum()
        && (name.startsWith("io.fabric8.kubernetes.api.model")
            || name.startsWith("io.strimzi.api"));
  }

  private static @Nullable Object get(Field field, Object owner) {
    try {
      field.setAccessible(true);
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
