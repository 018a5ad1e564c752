package io.hotline.cli;

import io.hotline.processors.rules.ParsedRule;
import io.hotline.processors.rules.Rules;
import io.hotline.schemas.record.TopicRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The rules in the jar. */
final class ShippedRules {
  private static final String FOLDER = "rules/";

  private ShippedRules() {}

  static List<TopicRule> load() {
    return text("index.txt")
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(ShippedRules::rule)
        .toList();
  }

  private static TopicRule rule(String file) {
    ParsedRule parsed = Rules.parse(text(file), file);
    if (parsed instanceof ParsedRule.Accepted accepted) {
      return accepted.rule();
    }
    throw new IllegalStateException("a rule that ships with the house is broken: " + parsed);
  }

  private static String text(String file) {
    try (InputStream in =
        Objects.requireNonNull(
            ShippedRules.class.getResourceAsStream(FOLDER + file), FOLDER + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(FOLDER + file, e);
    }
  }
}
