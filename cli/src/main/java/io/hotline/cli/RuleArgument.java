package io.hotline.cli;

import io.hotline.processors.RuleAdmin;
import io.hotline.processors.rules.ParsedRule;
import io.hotline.processors.rules.Rules;
import io.hotline.schemas.record.TopicRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** A rule as a command names it: a YAML file, or the id of one in force. */
final class RuleArgument {
  private final String written;

  RuleArgument(String written) {
    this.written = written;
  }

  boolean isFile() {
    return written.matches(".*\\.ya?ml") || written.contains("/") || Files.exists(Path.of(written));
  }

  /**
   * The rule.
   *
   * @throws UserException with everything that is wrong with it, or if there is none
   */
  TopicRule rule(Settings settings) throws IOException {
    return isFile() ? parse(Path.of(written)) : inForce(settings, written).orElseThrow(this::none);
  }

  private UserException none() {
    return new UserException(
        "there is no rule '"
            + written
            + "' in force, nor a file of that name; 'hotline topics"
            + " list' shows the rules");
  }

  /** The version in force of a rule, if there is one. */
  static Optional<TopicRule> inForce(Settings settings, String id) {
    Requirements.laid(settings.cluster(), settings.namespace());
    return new RuleAdmin(settings.cluster(), settings.namespace(), 1).show(id);
  }

  static TopicRule parse(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new UserException(file + ": no such file, or not readable");
    }
    ParsedRule parsed =
        Rules.parse(Files.readString(file, StandardCharsets.UTF_8), file.toString());
    if (parsed instanceof ParsedRule.Refused refused) {
      throw new UserException(
          refused.problems().stream()
              .map(ParsedRule.Problem::toString)
              .collect(Collectors.joining("\n")));
    }
    return ((ParsedRule.Accepted) parsed).rule();
  }
}
