package io.hotline.ingest.feeds;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The elements directly inside a channel or an entry, by their names in {@link Vocabulary}. */
final class Fields {

  private record Field(String name, Element element) {}

  private final List<Field> fields = new ArrayList<>();

  private Fields() {}

  static Fields of(Element parent) {
    Fields fields = new Fields();
    for (Element child : parent.children()) {
      fields.add(child);
    }
    return fields;
  }

  private void add(Element element) {
    String name = Vocabulary.name(element);
    fields.add(new Field(name, element));
    if (name.equals("media:group") || neverClosed(element)) {
      // What stands in a group, or after an end tag that was forgotten, belongs to the entry.
      element.children().forEach(this::add);
    }
  }

  /** Elements of one line in which another begins were never closed. */
  static boolean neverClosed(Element element) {
    return switch (Vocabulary.name(element)) {
      case "title", "link", "guid", "pubdate", "category", "language" ->
          element.children().stream().map(Vocabulary::name).anyMatch(Fields::isOfFeeds);
      default -> false;
    };
  }

  private static boolean isOfFeeds(String name) {
    return switch (name) {
      case "title",
          "link",
          "guid",
          "pubdate",
          "description",
          "category",
          "item",
          "content:encoded" ->
          true;
      default -> false;
    };
  }

  List<Element> all(String name) {
    List<Element> found = new ArrayList<>();
    for (Field field : fields) {
      if (field.name.equals(name)) {
        found.add(field.element);
      }
    }
    return found;
  }

  /** The first element of the first of the names that has any. */
  @Nullable Element first(String... names) {
    for (String name : names) {
      for (Field field : fields) {
        if (field.name.equals(name)) {
          return field.element;
        }
      }
    }
    return null;
  }

  /** The text of the first element that has some; the first of the names is the best. */
  @Nullable String text(String... names) {
    for (String name : names) {
      for (Field field : fields) {
        if (field.name.equals(name)) {
          String text = plain(field.element);
          if (!text.isEmpty()) {
            return text;
          }
        }
      }
    }
    return null;
  }

  /** An element's own characters, without those of elements inside. */
  static String plain(Element element) {
    StringBuilder text = new StringBuilder();
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode node) {
        text.append(node.getWholeText());
      }
    }
    return text.toString().strip();
  }

  /** An attribute's value, whatever the case of its name; null if it is not there. */
  static @Nullable String attribute(Element element, String name) {
    for (Attribute attribute : element.attributes()) {
      if (attribute.getKey().equalsIgnoreCase(name)) {
        return attribute.getValue().strip();
      }
    }
    return null;
  }
}
