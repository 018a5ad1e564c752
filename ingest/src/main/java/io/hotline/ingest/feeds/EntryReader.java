package io.hotline.ingest.feeds;

import io.hotline.ingest.TextForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jspecify.annotations.Nullable;

/** Reads what a channel and its entries have in common, and the entries. */
final class EntryReader {

  private final String text;
  private final @Nullable String location;
  private final Transport transport;
  private final @Nullable String feedLanguage;
  private final List<Person> feedAuthors;

  /**
   * @param text the whole feed
   * @param site address of the feed's site, from where links lead if nothing better is known
   * @param feedLanguage the language the channel says; null if none
   * @param feedAuthors who wrote the entries that do not say it (RFC 4287, 4.2.1)
   */
  EntryReader(
      String text,
      Transport transport,
      @Nullable String site,
      @Nullable String feedLanguage,
      List<Person> feedAuthors) {
    this.text = text;
    this.transport = transport;
    this.location = transport.location() == null ? site : null;
    this.feedLanguage = feedLanguage;
    this.feedAuthors = List.copyOf(feedAuthors);
  }

  Entry read(Element element) {
    Fields fields = Fields.of(element);
    Element source = fields.first("source");
    Range start = element.sourceRange();
    Range end = element.endSourceRange();
    int from = Math.min(Math.max(start.startPos(), 0), text.length());
    int to = Math.min(Math.max(end.endPos(), from), text.length());
    String link = link(fields, element);
    String language = language(fields, element);
    return new Entry(
        Math.max(start.start().lineNumber(), 0),
        text.substring(from, to),
        title(fields, language),
        id(fields, element),
        link,
        summary(fields, language),
        contents(fields, language),
        published(fields),
        updated(fields, element),
        authors(fields, source),
        tags(fields),
        language,
        sourceName(source),
        status(fields, element),
        end.isImplicit() && to >= text.stripTrailing().length());
  }

  static @Nullable FeedText title(Fields fields, @Nullable String language) {
    return firstText(fields, language, "title", "dc:title", "media:title", "itunes:title");
  }

  static @Nullable FeedText summary(Fields fields, @Nullable String language) {
    return firstText(
        fields,
        language,
        "description",
        "summary",
        "abstract",
        "dcterms:abstract",
        "dc:description",
        "itunes:summary",
        "media:description",
        "itunes:subtitle");
  }

  static @Nullable FeedText subtitle(Fields fields, @Nullable String language) {
    return firstText(
        fields,
        language,
        "subtitle",
        "tagline",
        "description",
        "abstract",
        "dc:description",
        "itunes:subtitle",
        "itunes:summary");
  }

  static @Nullable String published(Fields fields) {
    return fields.text(
        "published",
        "pubdate",
        "issued",
        "dcterms:issued",
        "dcterms:available",
        "prism:publicationdate");
  }

  static @Nullable String updated(Fields fields, Element element) {
    String text =
        fields.text(
            "updated",
            "modified",
            "dcterms:modified",
            "dc:date",
            "date",
            "lastbuilddate",
            "created",
            "dcterms:created");
    return text == null ? Fields.attribute(element, "lastmod") : text;
  }

  @Nullable String id(Fields fields, Element element) {
    String id = fields.text("guid", "id", "dc:identifier");
    if (id != null) {
      return id.startsWith("/") ? absolute(element, id) : id;
    }
    return blankToNull(Fields.attribute(element, "rdf:about"));
  }

  /** The address of a reader's page: not of a picture, a comment or the feed itself. */
  @Nullable String link(Fields fields, Element element) {
    String original = fields.text("feedburner:origlink");
    if (original != null) {
      return original;
    }
    Element best = null;
    int rank = 0;
    for (Element link : fields.all("link")) {
      int here = rank(link);
      if (here > rank) {
        best = link;
        rank = here;
      }
    }
    if (best != null) {
      String href = Fields.attribute(best, "href");
      return absolute(best, href == null || href.isEmpty() ? Fields.plain(best) : href);
    }
    Element guid = fields.first("guid");
    if (guid != null && isAddress(guid)) {
      return absolute(guid, Fields.plain(guid));
    }
    String href = Fields.attribute(element, "href");
    String about = href == null ? Fields.attribute(element, "rdf:about") : href;
    return about == null || about.isEmpty() ? null : absolute(element, about);
  }

  private static int rank(Element link) {
    String rel = Fields.attribute(link, "rel");
    String href = Fields.attribute(link, "href");
    String type = Fields.attribute(link, "type");
    if (href == null || href.isEmpty()) {
      return Fields.plain(link).isEmpty() ? 0 : 4;
    }
    if (rel != null && !rel.isEmpty() && !rel.equalsIgnoreCase("alternate")) {
      return 0;
    }
    return type == null || type.toLowerCase(Locale.ROOT).contains("html") ? 3 : 2;
  }

  private static boolean isAddress(Element guid) {
    String permanent = Fields.attribute(guid, "ispermalink");
    return (permanent == null || !permanent.equalsIgnoreCase("false"))
        && (Fields.plain(guid).matches("(?i)https?://\\S+") || "true".equalsIgnoreCase(permanent));
  }

  private String absolute(Element at, String link) {
    String base = Inherited.base(at, transport.location());
    return Inherited.resolve(
        base == null ? location : base, link.replaceAll("\\s*[\\r\\n]\\s*", ""));
  }

  private @Nullable String language(Fields fields, Element element) {
    String own = Inherited.language(element);
    if (own != null) {
      return blankToNull(own);
    }
    String said = fields.text("language", "dc:language");
    return said == null ? feedLanguage : said;
  }

  private static List<FeedText> contents(Fields fields, @Nullable String language) {
    List<FeedText> contents = new ArrayList<>();
    for (String name :
        List.of("content", "content:encoded", "xhtml:body", "xhtml:div", "body", "fullitem")) {
      for (Element element : fields.all(name)) {
        FeedText content = Contents.of(element, language);
        if (content != null) {
          contents.add(content);
        }
      }
    }
    return contents;
  }

  private static @Nullable FeedText firstText(
      Fields fields, @Nullable String language, String... names) {
    for (String name : names) {
      for (Element element : fields.all(name)) {
        FeedText text = Contents.of(element, language);
        if (text != null) {
          return text;
        }
      }
    }
    return null;
  }

  private List<Person> authors(Fields fields, @Nullable Element source) {
    List<Person> authors = people(fields);
    if (authors.isEmpty() && source != null) {
      authors = people(Fields.of(source));
    }
    return authors.isEmpty() ? feedAuthors : authors;
  }

  /** Authors of an entry or a channel; of several elements that name the same one, the first. */
  static List<Person> people(Fields fields) {
    for (String name :
        List.of("author", "dc:creator", "dc:author", "itunes:author", "managingeditor")) {
      List<Person> people = new ArrayList<>();
      for (Element element : fields.all(name)) {
        Person person = person(element);
        if (person != null) {
          people.add(person);
        }
      }
      if (!people.isEmpty()) {
        return people;
      }
    }
    return List.of();
  }

  private static @Nullable Person person(Element element) {
    Fields parts = Fields.of(element);
    String name = parts.text("name");
    String email = parts.text("email");
    if (name == null && email == null) {
      return Person.of(Fields.plain(element));
    }
    return new Person(name, email);
  }

  private static List<String> tags(Fields fields) {
    List<String> tags = new ArrayList<>();
    for (String name : List.of("category", "dc:subject", "itunes:keywords", "media:keywords")) {
      for (Element element : fields.all(name)) {
        String label = Fields.attribute(element, "label");
        String term = label == null || label.isEmpty() ? Fields.attribute(element, "term") : label;
        String tag = term == null || term.isEmpty() ? Fields.plain(element) : term;
        if (!tag.isEmpty()) {
          tags.add(tag);
        }
      }
    }
    return tags;
  }

  private static @Nullable String sourceName(@Nullable Element source) {
    if (source == null) {
      return null;
    }
    FeedText title = title(Fields.of(source), null);
    if (title == null) {
      return blankToNull(Fields.plain(source));
    }
    return title.form() == TextForm.PLAIN || title.value().indexOf('<') < 0
        ? title.value()
        : Jsoup.parseBodyFragment(title.value()).text();
  }

  private static @Nullable String status(Fields fields, Element element) {
    return Vocabulary.name(element).equals("at:deleted-entry")
        ? "canceled"
        : fields.text("pubstatus", "prism:pubstatus");
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
