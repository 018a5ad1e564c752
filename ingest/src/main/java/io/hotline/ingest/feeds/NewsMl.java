package io.hotline.ingest.feeds;

import io.hotline.ingest.TextForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * NewsML-G2 of the IPTC: a news item, or a message of several, with its text in NITF, XHTML or
 * plain. An item's {@code guid} is its id, {@code firstCreated} its publication, {@code pubStatus}
 * its status.
 */
final class NewsMl {

  private NewsMl() {}

  /** Whether an element is the root of NewsML-G2; called by its name in {@link Vocabulary}. */
  static boolean isRoot(String name) {
    return name.endsWith("newsitem") || name.endsWith("newsmessage");
  }

  static Feed read(Element root, String text, String encoding) {
    List<Entry> entries = new ArrayList<>();
    root.stream()
        .filter(element -> local(element).equals("newsitem"))
        .forEach(item -> entries.add(entry(item, text)));
    return new Feed(
        encoding, null, null, null, null, null, null, null, List.of(), null, Set.of(), entries);
  }

  private static Entry entry(Element item, String text) {
    String language = language(item);
    int from = Math.max(item.sourceRange().startPos(), 0);
    int to = Math.max(Math.min(item.endSourceRange().endPos(), text.length()), from);
    return new Entry(
        Math.max(item.sourceRange().start().lineNumber(), 0),
        text.substring(from, to),
        content(first(item, "contentmeta", "headline"), language),
        attribute(item, "guid"),
        link(item),
        content(first(item, "contentmeta", "description"), language),
        contents(item, language),
        said(item, "firstcreated", "contentcreated"),
        said(item, "versioncreated", "contentmodified"),
        authors(item),
        names(item, "subject"),
        language,
        provider(item),
        status(item),
        item.endSourceRange().isImplicit() && to >= text.stripTrailing().length());
  }

  private static List<FeedText> contents(Element item, @Nullable String language) {
    List<FeedText> contents = new ArrayList<>();
    for (Element set : children(item, "contentset")) {
      for (Element part : set.children()) {
        switch (local(part)) {
          case "inlinexml" -> add(contents, markup(part, language));
          case "inlinedata" -> add(contents, Contents.of(part, language));
          default -> {}
        }
      }
    }
    return contents;
  }

  /** The text without NITF's head and headline, which are told apart already. */
  private static @Nullable FeedText markup(Element part, @Nullable String language) {
    for (String wanted : List.of("body.content", "body")) {
      for (Element element : part.getAllElements()) {
        if (local(element).equals(wanted)) {
          return Contents.of(element, language);
        }
      }
    }
    return Contents.of(part, language);
  }

  private static void add(List<FeedText> contents, @Nullable FeedText text) {
    if (text != null) {
      contents.add(text);
    }
  }

  private static @Nullable FeedText content(@Nullable Element element, @Nullable String language) {
    FeedText text = Contents.of(element, language);
    return text == null || text.form() == TextForm.HTML
        ? text
        : new FeedText(text.value(), TextForm.UNSAID, text.language());
  }

  private static @Nullable String said(Element item, String inItem, String inContent) {
    Element said = first(item, "itemmeta", inItem);
    Element other = said == null ? first(item, "contentmeta", inContent) : said;
    return other == null ? null : Fields.plain(other);
  }

  private static List<Person> authors(Element item) {
    List<Person> authors = new ArrayList<>();
    for (String creator : names(item, "creator")) {
      authors.add(new Person(creator, null));
    }
    Element by = first(item, "contentmeta", "by");
    if (authors.isEmpty() && by != null) {
      Person person = Person.of(Fields.plain(by).replaceFirst("(?i)^by\\s+", ""));
      return person == null ? authors : List.of(person);
    }
    return authors;
  }

  /** The names of things in the content's metadata; without a name, what they are called by. */
  private static List<String> names(Element item, String wanted) {
    List<String> names = new ArrayList<>();
    for (Element meta : children(item, "contentmeta")) {
      for (Element element : children(meta, wanted)) {
        String name = name(element);
        if (name != null) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static @Nullable String name(Element element) {
    for (Element name : children(element, "name")) {
      return Fields.plain(name);
    }
    return attribute(element, "literal");
  }

  private static @Nullable String provider(Element item) {
    for (String wanted : List.of("provider", "infosource")) {
      for (String meta : List.of("itemmeta", "contentmeta")) {
        Element element = first(item, meta, wanted);
        if (element != null) {
          String name = name(element);
          String code = name == null ? attribute(element, "qcode") : name;
          if (code != null && !code.isBlank()) {
            return code.substring(code.indexOf(':') + 1);
          }
        }
      }
    }
    return null;
  }

  private static @Nullable String status(Element item) {
    Element status = first(item, "itemmeta", "pubstatus");
    return status == null ? null : attribute(status, "qcode");
  }

  private static @Nullable String language(Element item) {
    Element language = first(item, "contentmeta", "language");
    String tag = language == null ? null : attribute(language, "tag");
    return tag == null ? Inherited.language(item) : tag;
  }

  private static @Nullable String link(Element item) {
    for (Element meta : children(item, "itemmeta")) {
      for (Element link : children(meta, "link")) {
        String href = attribute(link, "href");
        if (href != null && href.startsWith("http")) {
          return href;
        }
      }
    }
    return null;
  }

  private static @Nullable Element first(Element item, String parent, String child) {
    for (Element meta : children(item, parent)) {
      for (Element element : children(meta, child)) {
        return element;
      }
    }
    return null;
  }

  private static List<Element> children(Element parent, String name) {
    return parent.children().stream().filter(child -> local(child).equals(name)).toList();
  }

  private static @Nullable String attribute(Element element, String name) {
    return Fields.attribute(element, name);
  }

  private static String local(Element element) {
    return element.tag().localName().toLowerCase(Locale.ROOT);
  }
}
