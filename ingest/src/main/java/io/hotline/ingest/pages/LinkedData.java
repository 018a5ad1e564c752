package io.hotline.ingest.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The article that a page describes in JSON-LD, by the vocabulary of schema.org. */
final class LinkedData {

  /** Feeds of scripts write control characters and commas too many. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private static final int MAX_DEPTH = 20;

  private final JsonNode article;

  private LinkedData(JsonNode article) {
    this.article = article;
  }

  /** The first article of a page; one that says nothing if there is none. */
  static LinkedData of(Document page) {
    for (Element script : page.select("script[type=application/ld+json]")) {
      JsonNode found = article(read(script.data()), 0);
      if (found != null) {
        return new LinkedData(found);
      }
    }
    return new LinkedData(JSON.missingNode());
  }

  private static JsonNode read(String written) {
    try {
      return JSON.readTree(
          written.replaceAll("^\\s*(?:<!--|//<!\\[CDATA\\[)|(?:-->|//\\]\\]>)\\s*$", ""));
    } catch (JsonProcessingException e) {
      // A page with broken metadata is read like one without.
      return JSON.missingNode();
    }
  }

  private static @Nullable JsonNode article(JsonNode node, int depth) {
    if (depth > MAX_DEPTH) {
      return null;
    }
    if (node.isObject() && isArticle(node.path("@type"))) {
      return node;
    }
    if (node.isArray()) {
      return firstArticle(node, depth);
    }
    JsonNode graph = article(node.path("@graph"), depth + 1);
    return graph == null && node.isObject() ? article(node.path("mainEntity"), depth + 1) : graph;
  }

  private static @Nullable JsonNode firstArticle(JsonNode nodes, int depth) {
    for (JsonNode each : nodes) {
      JsonNode found = article(each, depth + 1);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** NewsArticle and its kinds, BlogPosting, Report. */
  private static boolean isArticle(JsonNode type) {
    if (type.isArray()) {
      for (JsonNode each : type) {
        if (isArticle(each)) {
          return true;
        }
      }
      return false;
    }
    String name = type.asText();
    return name.endsWith("Article") || name.endsWith("BlogPosting") || name.endsWith("Report");
  }

  @Nullable String text(String field) {
    JsonNode value = article.path(field);
    if (value.isArray() && !value.isEmpty()) {
      value = value.get(0);
    }
    String text =
        value.isObject() ? value.path("@id").asText(value.path("name").asText()) : value.asText();
    return text.isBlank() ? null : text.strip();
  }

  @Nullable String publisher() {
    JsonNode publisher = article.path("publisher");
    String name = (publisher.isArray() ? publisher.path(0) : publisher).path("name").asText();
    return name.isBlank() ? null : name.strip();
  }

  /** Names of authors, or words of keywords. */
  List<String> names(String field) {
    List<String> names = new ArrayList<>();
    JsonNode value = article.path(field);
    if (value.isArray()) {
      value.forEach(each -> add(names, each));
    } else if (field.equals("keywords") && value.isTextual()) {
      for (String word : value.asText().split(",", -1)) {
        if (!word.isBlank()) {
          names.add(word.strip());
        }
      }
    } else {
      add(names, value);
    }
    return names;
  }

  private static void add(List<String> names, JsonNode node) {
    String name = node.isObject() ? node.path("name").asText() : node.asText();
    if (!name.isBlank()) {
      names.add(name.strip());
    }
  }
}
