package io.hotline.ingest.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotline.ingest.TextForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ninjs of the IPTC: 1.x and 2.x have {@code headline} and {@code body_text}, {@code body_html} and
 * the like; 3.x has lists of {@code headlines} and {@code bodies} with roles and content types.
 */
final class Ninjs {

  private Ninjs() {}

  /** Whether an object is an item of ninjs. */
  static boolean is(JsonNode object) {
    return object.path("uri").isTextual()
        && (object.has("bodies")
            || object.has("headlines")
            || object.has("body_text")
            || object.has("body_html")
            || object.has("body_xhtml")
            || object.has("pubstatus")
            || object.has("versioncreated")
            || object.has("versionCreated"));
  }

  static Entry entry(JsonNode item) {
    String language = text(item, "language");
    List<FeedText> contents = new ArrayList<>();
    for (JsonNode body : item.path("bodies")) {
      String type = body.path("contenttype").asText(body.path("contentType").asText());
      add(contents, text(body, "value"), type.contains("html"), language);
    }
    if (contents.isEmpty()) {
      add(contents, firstText(item, "body_html", "body_xhtml"), true, language);
    }
    if (contents.isEmpty()) {
      add(contents, text(item, "body_text"), false, language);
    }
    return new Entry(
        0,
        item.toString(),
        headline(item, language),
        text(item, "uri"),
        link(item),
        plain(described(item), language),
        contents,
        firstText(item, "firstcreated", "firstCreated", "contentcreated", "contentCreated"),
        firstText(item, "versioncreated", "versionCreated"),
        authors(item),
        names(item.path("subject"), names(item.path("subjects"), new ArrayList<>())),
        language,
        provider(item),
        text(item, item.has("pubStatus") ? "pubStatus" : "pubstatus"),
        false);
  }

  private static @Nullable FeedText headline(JsonNode item, @Nullable String language) {
    String single = text(item, "headline");
    if (single == null) {
      for (JsonNode headline : item.path("headlines")) {
        String role = headline.path("role").asText();
        String value = text(headline, "value");
        if (value != null && (single == null || role.endsWith("main"))) {
          single = value;
        }
      }
    }
    return single == null && text(item, "title") != null
        ? plain(text(item, "title"), language)
        : plain(single, language);
  }

  private static @Nullable String described(JsonNode item) {
    String single = firstText(item, "description_text", "description_html");
    if (single == null) {
      for (JsonNode description : item.path("descriptions")) {
        return text(description, "value");
      }
    }
    return single;
  }

  private static List<Person> authors(JsonNode item) {
    String byline = text(item, "byline");
    if (byline != null) {
      Person person = Person.of(byline.replaceFirst("(?i)^by\\s+", ""));
      return person == null ? List.of() : List.of(person);
    }
    List<String> names = names(item.path("people"), new ArrayList<>(), "author");
    return names.stream().map(name -> new Person(name, null)).toList();
  }

  private static @Nullable String provider(JsonNode item) {
    for (String field : List.of("infosources", "infosource")) {
      for (JsonNode source : item.path(field)) {
        if (text(source, "name") != null) {
          return text(source, "name");
        }
      }
    }
    for (String field : List.of("provider", "copyrightholder")) {
      String name =
          item.path(field).isObject() ? text(item.path(field), "name") : text(item, field);
      if (name != null) {
        return name;
      }
    }
    return null;
  }

  private static @Nullable String link(JsonNode item) {
    String canonical = firstText(item, "url", "canonicalurl", "canonicalUrl");
    if (canonical != null) {
      return canonical;
    }
    String uri = item.path("uri").asText();
    return uri.startsWith("http") ? uri : null;
  }

  private static List<String> names(JsonNode list, List<String> names) {
    return names(list, names, "");
  }

  private static List<String> names(JsonNode list, List<String> names, String role) {
    for (JsonNode each : list) {
      String name = text(each, "name");
      if (name != null && (role.isEmpty() || each.toString().contains(role))) {
        names.add(name);
      }
    }
    return names;
  }

  private static void add(
      List<FeedText> texts, @Nullable String value, boolean html, @Nullable String language) {
    if (value != null && !value.isBlank()) {
      texts.add(new FeedText(value, html ? TextForm.HTML : TextForm.PLAIN, language));
    }
  }

  private static @Nullable FeedText plain(@Nullable String value, @Nullable String language) {
    return value == null ? null : new FeedText(value, TextForm.UNSAID, language);
  }

  private static @Nullable String firstText(JsonNode node, String... fields) {
    for (String field : fields) {
      String text = text(node, field);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() && !value.asText().isBlank() ? value.asText() : null;
  }
}
