package io.hotline.processors.rules;

import io.hotline.processors.rules.ParsedRule.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads the shapes of YAML, keys and values, lists and words, from nodes that know their lines, and
 * collects what is wrong. What the words mean is the {@link RuleReader}'s to say.
 */
final class YamlFields {

  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  YamlFields(String file) {
    this.file = file;
  }

  boolean isFaultless() {
    return problems.isEmpty();
  }

  List<Problem> problems() {
    return problems.stream()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .toList();
  }

  /** The values by key; empty if the key was left out. */
  Map<String, Node> mapping(@Nullable Node node, String what, Set<String> allowed) {
    Map<String, Node> fields = new LinkedHashMap<>();
    if (node == null) {
      return fields;
    }
    List<String> known = allowed.stream().sorted().toList();
    if (!(node instanceof MappingNode mapping)) {
      wrong(node, what + ": expected keys and values, of " + known);
      return fields;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!allowed.contains(key)) {
        wrong(
            tuple.getKeyNode(),
            what
                + ": unknown key '"
                + key
                + "'"
                + Spelling.hint(key, known)
                + "; known are "
                + known);
      } else if (fields.put(key, tuple.getValueNode()) != null) {
        wrong(tuple.getKeyNode(), what + ": '" + key + "' is given twice");
      }
    }
    return fields;
  }

  /** The words of a list; none if the key was left out. */
  List<ScalarNode> words(@Nullable Node node, String key) {
    List<ScalarNode> words = new ArrayList<>();
    if (node == null) {
      return words;
    }
    if (!(node instanceof SequenceNode sequence)) {
      wrong(node, key + ": expected a list, such as [A, B]");
      return words;
    }
    if (sequence.getValue().isEmpty()) {
      wrong(node, key + ": the list is empty; leave the key out, or name something");
    }
    for (Node each : sequence.getValue()) {
      if (each instanceof ScalarNode scalar) {
        words.add(scalar);
      } else {
        wrong(each, key + ": expected a word");
      }
    }
    return words;
  }

  /** The names of constants in a list; {@code UNKNOWN} cannot be asked for. */
  <E extends Enum<E>> List<E> names(@Nullable Node node, String key, Class<E> type) {
    List<E> values = new ArrayList<>();
    List<E> allowed =
        Arrays.stream(type.getEnumConstants())
            .filter(value -> !value.name().equals("UNKNOWN"))
            .toList();
    for (ScalarNode word : words(node, key)) {
      Optional<E> value =
          allowed.stream().filter(each -> each.name().equals(word.getValue())).findFirst();
      if (value.isEmpty()) {
        wrongWord(word, key + ": '" + word.getValue() + "'", allowed.stream().map(Enum::name));
      } else if (!values.contains(value.get())) {
        values.add(value.get());
      }
    }
    return values;
  }

  private void wrongWord(ScalarNode word, String what, Stream<String> allowed) {
    List<String> known = allowed.toList();
    wrong(word, what + " is none of " + known + Spelling.hint(word.getValue(), known));
  }

  /** The text of a scalar; empty if the key was left out. */
  String text(@Nullable Node node, String key) {
    if (node == null) {
      return "";
    }
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    wrong(node, key + ": expected text");
    return "";
  }

  /** Notes what is wrong, and where. */
  void wrong(@Nullable Node node, String message) {
    Mark mark = node == null ? null : node.getStartMark();
    problems.add(
        new Problem(
            file,
            mark == null ? 1 : mark.getLine() + 1,
            mark == null ? 1 : mark.getColumn() + 1,
            message));
  }
}
