package io.hotline.processors.rules;

import io.hotline.processors.rules.ParsedRule.Accepted;
import io.hotline.processors.rules.ParsedRule.Problem;
import io.hotline.processors.rules.ParsedRule.Refused;
import io.hotline.schemas.record.TopicRule;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Rules in YAML. Thread-safe. */
public final class Rules {

  private static final int LARGEST = 256 * 1024;
  private static final int DEEPEST = 10;

  private static final Parties PARTIES = Parties.load();

  private Rules() {}

  /**
   * Reads one rule.
   *
   * @param fileName for messages
   */
  public static ParsedRule parse(String yaml, String fileName) {
    Node root;
    try {
      root = new Yaml(new SafeConstructor(options())).compose(new StringReader(yaml));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      int column = e.getProblemMark() == null ? 1 : e.getProblemMark().getColumn() + 1;
      return new Refused(List.of(new Problem(fileName, line, column, "not YAML: " + said(e))));
    } catch (YAMLException e) {
      return new Refused(List.of(new Problem(fileName, 1, 1, "not YAML: " + e.getMessage())));
    }
    if (root == null) {
      return new Refused(
          List.of(new Problem(fileName, 1, 1, "the file is empty; a rule has at least an id")));
    }
    YamlFields fields = new YamlFields(fileName);
    return new RuleReader(fields, yaml, PARTIES)
        .read(root)
        .<ParsedRule>map(Accepted::new)
        .orElseGet(() -> new Refused(fields.problems()));
  }

  /** A rule ready to be asked; what {@link #parse} accepted always is. */
  public static CompiledRule compile(TopicRule rule) {
    return CompiledRule.of(rule, PARTIES);
  }

  /** The rule in one canonical form: same meaning, same text, whatever the author's spelling. */
  public static String toYaml(TopicRule rule) {
    StringBuilder yaml = new StringBuilder();
    line(yaml, "id", rule.getId());
    line(yaml, "title", quoted(rule.getTitle()));
    list(yaml, "between", rule.getBetween());
    list(yaml, "anyOf", rule.getAnyOf());
    list(yaml, "withAny", rule.getWithAny());
    list(yaml, "events", rule.getEvents());
    list(yaml, "modes", rule.getModes());
    inOrNot(yaml, "status", rule.getStatusIn(), rule.getStatusNotIn());
    if (rule.getQuoteContains() == null) {
      list(yaml, "quotedBy", rule.getQuotedBy());
    } else {
      yaml.append("quote:\n");
      list(yaml, "  by", rule.getQuotedBy());
      line(yaml, "  contains", quoted(rule.getQuoteContains()));
    }
    inOrNot(
        yaml,
        "sources",
        rule.getSourcesIn().stream().map(Rules::quoted).toList(),
        rule.getSourcesNotIn().stream().map(Rules::quoted).toList());
    if (rule.getQuery() != null) {
      line(yaml, "query", quoted(rule.getQuery()));
    }
    if (rule.getMinConfidence() > 0) {
      line(yaml, "minConfidence", Double.toString(rule.getMinConfidence()));
    }
    line(yaml, "alert", "{corroboratedBy: " + rule.getCorroboratedBy() + "}");
    return yaml.toString();
  }

  private static void line(StringBuilder yaml, String key, String value) {
    yaml.append(key).append(": ").append(value).append('\n');
  }

  private static void inOrNot(StringBuilder yaml, String key, List<?> in, List<?> not) {
    if (!in.isEmpty() || !not.isEmpty()) {
      yaml.append(key).append(":\n");
      list(yaml, "  in", in);
      list(yaml, "  not", not);
    }
  }

  private static void list(StringBuilder yaml, String key, List<?> values) {
    if (!values.isEmpty()) {
      line(
          yaml,
          key,
          values.stream().map(Object::toString).collect(Collectors.joining(", ", "[", "]")));
    }
  }

  /** In single quotes unless it is lines long, where only double quotes can say it. */
  private static String quoted(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) {
      return "'" + text.replace("'", "''") + "'";
    }
    StringBuilder escaped = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                escaped.append(String.format(Locale.ROOT, "\\x%02x", c));
              } else {
                escaped.append(c == '"' || c == '\\' ? "\\" : "").append((char) c);
              }
            });
    return escaped.append('"').toString();
  }

  private static String said(MarkedYAMLException e) {
    return (e.getContext() == null ? "" : e.getContext() + ", ") + e.getProblem();
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(0);
    options.setAllowDuplicateKeys(false);
    return options;
  }
}
