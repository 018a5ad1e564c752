package io.hotline.processors.rules;

import io.hotline.processors.rules.ParsedRule.Problem;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.EventMode;
import io.hotline.schemas.record.EventStatus;
import io.hotline.schemas.record.EventType;
import io.hotline.schemas.record.TopicRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.queryparser.classic.ParseException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one rule from YAML's nodes, which know their lines, and collects what is wrong. */
final class RuleReader {

  private static final Set<String> KEYS =
      Set.of(
          "id",
          "title",
          "between",
          "anyOf",
          "withAny",
          "events",
          "modes",
          "status",
          "quotedBy",
          "query",
          "minConfidence",
          "alert");
  private static final List<Integer> CORROBORATED_BY = List.of(2, 3, 5, 10);
  private static final int LONGEST_TITLE = 200;

  private final String file;
  private final String yaml;
  private final Parties parties;
  private final List<Problem> problems = new ArrayList<>();

  RuleReader(String file, String yaml, Parties parties) {
    this.file = file;
    this.yaml = yaml;
    this.parties = parties;
  }

  List<Problem> problems() {
    return problems.stream()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .toList();
  }

  Optional<TopicRule> read(Node root) {
    Map<String, Node> fields = mapping(root, "a rule", KEYS);
    String id = id(root, fields.get("id"));
    String title = text(fields.get("title"), "title");
    if (title.length() > LONGEST_TITLE) {
      wrong(fields.get("title"), "title: longer than " + LONGEST_TITLE + " characters");
    }
    List<String> between = parties(fields.get("between"), "between");
    if (between.size() == 1
        && fields.get("between") instanceof SequenceNode sequence
        && sequence.getValue().size() == 1) {
      wrong(
          fields.get("between"),
          "between: one party alone; name at least two, or use 'anyOf: " + between + "'");
    }
    List<String> anyOf = parties(fields.get("anyOf"), "anyOf");
    List<String> withAny = parties(fields.get("withAny"), "withAny");
    if (fields.containsKey("withAny") && !fields.containsKey("anyOf")) {
      wrong(fields.get("withAny"), "withAny: needs anyOf beside it");
    }
    if (fields.containsKey("anyOf") && fields.containsKey("between")) {
      wrong(fields.get("anyOf"), "anyOf: cannot stand beside between; use one of the two");
    }
    List<EventType> events = names(fields.get("events"), "events", EventType.class);
    List<EventMode> modes = names(fields.get("modes"), "modes", EventMode.class);
    Map<String, Node> status = Map.of();
    if (fields.containsKey("status")) {
      status = mapping(fields.get("status"), "status", Set.of("in", "not"));
    }
    List<String> quotedBy = parties(fields.get("quotedBy"), "quotedBy");
    String query = query(fields.get("query"));
    if (between.isEmpty()
        && anyOf.isEmpty()
        && quotedBy.isEmpty()
        && events.isEmpty()
        && modes.isEmpty()
        && query == null
        && problems.isEmpty()) {
      wrong(
          root,
          "the rule asks for nothing; give at least one of between, anyOf, quotedBy, events, modes,"
              + " query");
    }
    TopicRule rule =
        new TopicRule(
            id,
            0,
            title.isEmpty() ? id : title,
            between,
            anyOf,
            withAny,
            events,
            modes,
            names(status.get("in"), "status.in", EventStatus.class),
            names(status.get("not"), "status.not", EventStatus.class),
            quotedBy,
            query,
            confidence(fields.get("minConfidence")),
            corroboratedBy(fields.get("alert")),
            yaml);
    return problems.isEmpty() ? Optional.of(rule) : Optional.empty();
  }

  private String id(Node root, @Nullable Node node) {
    if (node == null) {
      wrong(root, "id: missing; it names the rule and its topic");
      return "";
    }
    String id = text(node, "id");
    if (!id.isEmpty() && !Topics.isRuleId(id)) {
      wrong(
          node,
          "id: '"
              + id
              + "'; use lower-case letters, digits and hyphens, at most 100, not beginning or"
              + " ending with a hyphen");
    }
    return id;
  }

  private List<String> parties(@Nullable Node node, String key) {
    List<String> words = new ArrayList<>();
    for (ScalarNode word : scalars(node, key)) {
      if (parties.term(word.getValue()).isEmpty()) {
        wrong(
            word,
            key
                + ": '"
                + word.getValue()
                + "' is no party; use ISO 3166-1 alpha-3 codes (USA), groups "
                + parties.groups()
                + " or Wikidata ids (Q7747)");
      } else {
        words.add(word.getValue());
      }
    }
    return words;
  }

  private <E extends Enum<E>> List<E> names(@Nullable Node node, String key, Class<E> type) {
    List<E> values = new ArrayList<>();
    List<E> allowed =
        Arrays.stream(type.getEnumConstants())
            .filter(value -> !value.name().equals("UNKNOWN"))
            .toList();
    for (ScalarNode word : scalars(node, key)) {
      Optional<E> value =
          allowed.stream().filter(each -> each.name().equals(word.getValue())).findFirst();
      if (value.isEmpty()) {
        wrong(word, key + ": '" + word.getValue() + "' is none of " + allowed);
      } else if (!values.contains(value.get())) {
        values.add(value.get());
      }
    }
    return values;
  }

  private @Nullable String query(@Nullable Node node) {
    if (node == null) {
      return null;
    }
    String query = text(node, "query");
    try {
      ItemIndex.parse(query);
      return query;
    } catch (ParseException e) {
      String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      wrong(node, "query: " + said);
      return null;
    }
  }

  private double confidence(@Nullable Node node) {
    if (node == null) {
      return 0;
    }
    String text = text(node, "minConfidence");
    OptionalDouble confidence = number(text);
    if (confidence.isEmpty() || !(confidence.getAsDouble() >= 0 && confidence.getAsDouble() <= 1)) {
      wrong(node, "minConfidence: '" + text + "'; expected a number from 0 to 1");
      return 0;
    }
    return confidence.getAsDouble();
  }

  private List<Integer> corroboratedBy(@Nullable Node alert) {
    if (alert == null) {
      return CORROBORATED_BY;
    }
    Node node = mapping(alert, "alert", Set.of("corroboratedBy")).get("corroboratedBy");
    if (node == null) {
      return CORROBORATED_BY;
    }
    List<Integer> counts = new ArrayList<>();
    for (ScalarNode word : scalars(node, "alert.corroboratedBy")) {
      OptionalInt count = wholeNumber(word.getValue());
      if (count.isEmpty()
          || count.getAsInt() < 2
          || (!counts.isEmpty() && counts.get(counts.size() - 1) >= count.getAsInt())) {
        wrong(
            word,
            "alert.corroboratedBy: '"
                + word.getValue()
                + "'; expected whole numbers from 2, ascending: a first source corroborates"
                + " nothing");
      } else {
        counts.add(count.getAsInt());
      }
    }
    return counts;
  }

  private static OptionalDouble number(String text) {
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static OptionalInt wholeNumber(String text) {
    try {
      return OptionalInt.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private Map<String, Node> mapping(Node node, String what, Set<String> allowed) {
    Map<String, Node> fields = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      wrong(node, what + ": expected keys and values, of " + allowed.stream().sorted().toList());
      return fields;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!allowed.contains(key)) {
        wrong(
            tuple.getKeyNode(),
            what + ": unknown key '" + key + "'; known are " + allowed.stream().sorted().toList());
      } else if (fields.put(key, tuple.getValueNode()) != null) {
        wrong(tuple.getKeyNode(), what + ": '" + key + "' is given twice");
      }
    }
    return fields;
  }

  private List<ScalarNode> scalars(@Nullable Node node, String key) {
    List<ScalarNode> scalars = new ArrayList<>();
    if (node == null) {
      return scalars;
    }
    if (!(node instanceof SequenceNode sequence)) {
      wrong(node, key + ": expected a list, such as [A, B]");
      return scalars;
    }
    if (sequence.getValue().isEmpty()) {
      wrong(node, key + ": the list is empty; leave the key out, or name something");
    }
    for (Node each : sequence.getValue()) {
      if (each instanceof ScalarNode scalar) {
        scalars.add(scalar);
      } else {
        wrong(each, key + ": expected a word");
      }
    }
    return scalars;
  }

  private String text(@Nullable Node node, String key) {
    if (node == null) {
      return "";
    }
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    wrong(node, key + ": expected text");
    return "";
  }

  private void wrong(@Nullable Node node, String message) {
    Mark mark = node == null ? null : node.getStartMark();
    problems.add(
        new Problem(
            file,
            mark == null ? 1 : mark.getLine() + 1,
            mark == null ? 1 : mark.getColumn() + 1,
            message));
  }
}
