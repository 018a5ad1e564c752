package io.hotline.processors.rules;

import io.hotline.schemas.Topics;
import io.hotline.schemas.record.EventMode;
import io.hotline.schemas.record.EventStatus;
import io.hotline.schemas.record.EventType;
import io.hotline.schemas.record.TopicRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.queryparser.classic.ParseException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one rule from its YAML: which keys there are, and what may stand at each. */
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
          "quote",
          "sources",
          "query",
          "minConfidence",
          "alert");
  private static final Set<String> IN_OR_NOT = Set.of("in", "not");
  private static final List<Integer> CORROBORATED_BY = List.of(2, 3, 5, 10);
  private static final int LONGEST_TITLE = 200;

  private final YamlFields yaml;
  private final String written;
  private final Parties parties;

  RuleReader(YamlFields yaml, String written, Parties parties) {
    this.yaml = yaml;
    this.written = written;
    this.parties = parties;
  }

  /** The rule; empty if anything is wrong, which the fields then know. */
  Optional<TopicRule> read(Node root) {
    Map<String, Node> fields = yaml.mapping(root, "a rule", KEYS);
    String id = id(root, fields.get("id"));
    String title = yaml.text(fields.get("title"), "title");
    if (title.length() > LONGEST_TITLE) {
      yaml.wrong(fields.get("title"), "title: longer than " + LONGEST_TITLE + " characters");
    }
    List<String> between = between(fields.get("between"));
    List<String> anyOf = parties(fields.get("anyOf"), "anyOf");
    List<String> withAny = parties(fields.get("withAny"), "withAny");
    checkTogether(fields);
    Map<String, Node> status = yaml.mapping(fields.get("status"), "status", IN_OR_NOT);
    Map<String, Node> quote = yaml.mapping(fields.get("quote"), "quote", Set.of("by", "contains"));
    Map<String, Node> sources = yaml.mapping(fields.get("sources"), "sources", IN_OR_NOT);
    TopicRule rule =
        new TopicRule(
            id,
            0,
            title.isEmpty() ? id : title,
            between,
            anyOf,
            withAny,
            yaml.names(fields.get("events"), "events", EventType.class),
            yaml.names(fields.get("modes"), "modes", EventMode.class),
            yaml.names(status.get("in"), "status.in", EventStatus.class),
            yaml.names(status.get("not"), "status.not", EventStatus.class),
            fields.containsKey("quotedBy")
                ? parties(fields.get("quotedBy"), "quotedBy")
                : parties(quote.get("by"), "quote.by"),
            query(fields.get("query"), "query", ItemIndex.TEXT, ItemIndex.FIELDS),
            confidence(fields.get("minConfidence")),
            corroboratedBy(fields.get("alert")),
            written,
            query(
                quote.get("contains"),
                "quote.contains",
                ItemIndex.QUOTES,
                Set.of(ItemIndex.QUOTES)),
            sources(sources.get("in"), "sources.in"),
            sources(sources.get("not"), "sources.not"));
    if (yaml.isFaultless() && asksForNothing(rule)) {
      yaml.wrong(
          root,
          "the rule asks for nothing; give at least one of between, anyOf, quote, quotedBy, events,"
              + " modes, query");
    }
    return yaml.isFaultless() ? Optional.of(rule) : Optional.empty();
  }

  private void checkTogether(Map<String, Node> fields) {
    if (fields.containsKey("withAny") && !fields.containsKey("anyOf")) {
      yaml.wrong(fields.get("withAny"), "withAny: needs anyOf beside it");
    }
    if (fields.containsKey("anyOf") && fields.containsKey("between")) {
      yaml.wrong(fields.get("anyOf"), "anyOf: cannot stand beside between; use one of the two");
    }
    if (fields.containsKey("quotedBy") && fields.containsKey("quote")) {
      yaml.wrong(
          fields.get("quotedBy"),
          "quotedBy: cannot stand beside quote; write 'quote: {by: [...], contains: ...}'");
    }
  }

  private static boolean asksForNothing(TopicRule rule) {
    return rule.getQuery() == null
        && rule.getQuoteContains() == null
        && Stream.of(
                rule.getBetween(),
                rule.getAnyOf(),
                rule.getQuotedBy(),
                rule.getEvents(),
                rule.getModes())
            .allMatch(List::isEmpty);
  }

  private String id(Node root, @Nullable Node node) {
    if (node == null) {
      yaml.wrong(root, "id: missing; it names the rule and its topic");
      return "";
    }
    String id = yaml.text(node, "id");
    if (!id.isEmpty() && !Topics.isRuleId(id)) {
      yaml.wrong(
          node,
          "id: '"
              + id
              + "'; use lower-case letters, digits and hyphens, at most 100, not beginning or"
              + " ending with a hyphen");
    }
    return id;
  }

  private List<String> between(@Nullable Node node) {
    List<String> between = parties(node, "between");
    if (between.size() == 1
        && node instanceof SequenceNode sequence
        && sequence.getValue().size() == 1) {
      yaml.wrong(
          node, "between: one party alone; name at least two, or use 'anyOf: " + between + "'");
    }
    return between;
  }

  private List<String> parties(@Nullable Node node, String key) {
    List<String> words = new ArrayList<>();
    for (ScalarNode word : yaml.words(node, key)) {
      if (parties.term(word.getValue()).isEmpty()) {
        yaml.wrong(
            word,
            key
                + ": '"
                + word.getValue()
                + "' is no party"
                + parties.hint(word.getValue())
                + "; use ISO 3166-1 alpha-3 codes (USA), groups "
                + parties.groups()
                + ", a role of one of them (foreign minister of RUS) or Wikidata ids (Q7747)");
      } else {
        words.add(word.getValue().strip());
      }
    }
    return words;
  }

  private List<String> sources(@Nullable Node node, String key) {
    List<String> names = new ArrayList<>();
    for (ScalarNode word : yaml.words(node, key)) {
      if (word.getValue().isBlank()) {
        yaml.wrong(word, key + ": expected the name of a source");
      } else {
        names.add(word.getValue().strip());
      }
    }
    return names;
  }

  private @Nullable String query(
      @Nullable Node node, String key, String field, Set<String> allowed) {
    String query = yaml.text(node, key);
    if (query.isEmpty()) {
      return null;
    }
    try {
      Queries.parse(query, field, allowed);
      return query;
    } catch (ParseException e) {
      yaml.wrong(node, key + ": " + e.getMessage());
      return null;
    }
  }

  private double confidence(@Nullable Node node) {
    if (node == null) {
      return 0;
    }
    String text = yaml.text(node, "minConfidence");
    OptionalDouble confidence = number(text);
    if (confidence.isEmpty() || !(confidence.getAsDouble() >= 0 && confidence.getAsDouble() <= 1)) {
      yaml.wrong(node, "minConfidence: '" + text + "'; expected a number from 0 to 1");
      return 0;
    }
    return confidence.getAsDouble();
  }

  private List<Integer> corroboratedBy(@Nullable Node alert) {
    Node node = yaml.mapping(alert, "alert", Set.of("corroboratedBy")).get("corroboratedBy");
    if (node == null) {
      return CORROBORATED_BY;
    }
    List<Integer> counts = new ArrayList<>();
    for (ScalarNode word : yaml.words(node, "alert.corroboratedBy")) {
      OptionalInt count = wholeNumber(word.getValue());
      if (count.isEmpty()
          || count.getAsInt() < 2
          || (!counts.isEmpty() && counts.get(counts.size() - 1) >= count.getAsInt())) {
        yaml.wrong(
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
}
