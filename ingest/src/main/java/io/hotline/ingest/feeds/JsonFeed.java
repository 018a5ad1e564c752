package io.hotline.ingest.feeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotline.ingest.TextForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.0 and 1.1, see jsonfeed.org; and ninjs, one item or a list of them. */
final class JsonFeed {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonFeed() {}

  static FeedParse parse(String text, String encoding, Transport transport) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return new FeedParse.NotAFeed("not-json", "not JSON: " + e.getOriginalMessage());
    }
    List<Entry> ninjs = new ArrayList<>();
    (root.isArray() ? root : root.path("items")).forEach(item -> addNinjs(ninjs, item));
    addNinjs(ninjs, root);
    if (!ninjs.isEmpty()) {
      return new Feed(
          encoding, null, null, null, null, null, null, null, List.of(), null, Set.of(), ninjs);
    }
    if (!root.path("items").isArray()) {
      return new FeedParse.NotAFeed(
          "not-a-feed", "JSON that is neither a JSON Feed, which has a list of items, nor ninjs");
    }
    String said = text(root, "language");
    String language = said == null ? transport.language() : said;
    String base = transport.location() == null ? null : transport.location().toString();
    String home = text(root, "home_page_url");
    List<Entry> entries = new ArrayList<>();
    for (JsonNode item : root.path("items")) {
      entries.add(entry(item, base == null ? home : base, language, people(root)));
    }
    return new Feed(
        encoding,
        feedText(text(root, "title"), TextForm.PLAIN, language),
        feedText(text(root, "description"), TextForm.PLAIN, language),
        text(root, "feed_url"),
        home,
        null,
        null,
        language,
        people(root),
        null,
        Set.of(),
        entries);
  }

  private static void addNinjs(List<Entry> entries, JsonNode item) {
    if (Ninjs.is(item)) {
      entries.add(Ninjs.entry(item));
    }
  }

  private static Entry entry(
      JsonNode item,
      @Nullable String base,
      @Nullable String feedLanguage,
      List<Person> feedAuthors) {
    String own = text(item, "language");
    String language = own == null ? feedLanguage : own;
    String url = text(item, "url");
    String link = url == null ? text(item, "external_url") : url;
    List<FeedText> contents = new ArrayList<>();
    addText(contents, text(item, "content_html"), TextForm.HTML, language);
    if (contents.isEmpty()) {
      addText(contents, text(item, "content_text"), TextForm.PLAIN, language);
    }
    List<Person> authors = people(item);
    List<String> tags = new ArrayList<>();
    item.path("tags").forEach(tag -> tags.add(tag.asText()));
    return new Entry(
        0,
        item.toString(),
        feedText(text(item, "title"), TextForm.PLAIN, language),
        text(item, "id"),
        link == null ? null : Inherited.resolve(base, link),
        feedText(text(item, "summary"), TextForm.PLAIN, language),
        contents,
        text(item, "date_published"),
        text(item, "date_modified"),
        authors.isEmpty() ? feedAuthors : authors,
        tags,
        language,
        null,
        null,
        false);
  }

  private static List<Person> people(JsonNode node) {
    List<Person> people = new ArrayList<>();
    node.path("authors").forEach(author -> addPerson(people, author));
    if (people.isEmpty()) {
      addPerson(people, node.path("author"));
    }
    return people;
  }

  private static void addPerson(List<Person> people, JsonNode author) {
    String name = author.isTextual() ? author.asText() : text(author, "name");
    if (name != null && !name.isBlank()) {
      people.add(new Person(name.strip(), null));
    }
  }

  private static void addText(
      List<FeedText> texts, @Nullable String value, TextForm form, @Nullable String language) {
    FeedText text = feedText(value, form, language);
    if (text != null) {
      texts.add(text);
    }
  }

  private static @Nullable FeedText feedText(
      @Nullable String value, TextForm form, @Nullable String language) {
    return value == null || value.isBlank() ? null : new FeedText(value, form, language);
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() || value.isNumber() ? value.asText() : null;
  }
}
