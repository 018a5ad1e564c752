package io.hotline.ingest.sources;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import io.hotline.ingest.Origin;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.TextForm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.located.Located;
import org.jdom2.output.XMLOutputter;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed to a document. What ROME reads well comes from it; dates and identities come
 * from the elements, because ROME drops a date it cannot read and invents an identity where there
 * is none.
 */
final class FeedEntry {

  /** Elements with the time of first publication, the best first, then those of changes. */
  private static final List<String> DATES =
      List.of("published", "pubDate", "issued", "date", "created", "updated", "modified");

  private static final List<String> IDENTITIES = List.of("guid", "id");

  private final SyndFeed feed;
  private final Element root;
  private final boolean atom;
  private final String name;
  private final String collection;
  private final Instant seen;
  private final SourceOptions options;
  private final XMLOutputter xml = new XMLOutputter();

  FeedEntry(
      SyndFeed feed,
      Element root,
      String name,
      String collection,
      Instant seen,
      SourceOptions options) {
    this.feed = feed;
    this.root = root;
    this.atom = root.getName().equals("feed");
    this.name = name;
    this.collection = collection;
    this.seen = seen;
    this.options = options;
  }

  RawDocument read(SyndEntry entry, Element element) {
    long line = element instanceof Located located ? Math.max(located.getLine(), 0) : 0;
    ByteBuffer raw = ByteBuffer.wrap(xml.outputString(element).getBytes(StandardCharsets.UTF_8));
    RawDocument.Builder document =
        RawDocument.at(new Origin(name, line), seen, raw, feedName())
            .source(options.sourceOr(sourceOf(entry)))
            .itemId(firstText(element, IDENTITIES))
            .url(address(entry, element))
            .published(firstText(element, DATES))
            .language(language(element))
            .pubStatus(firstText(element, List.of("pubStatus", "pubstatus")))
            .authors(authors(entry))
            .tags(tags(entry));
    SyndContent title = entry.getTitleEx();
    if (title != null) {
      document.headline(title.getValue(), form(title));
    }
    SyndContent text = longest(entry);
    if (text != null && text.getValue() != null) {
      document.body(text.getValue(), form(text));
    }
    return document.build();
  }

  private String feedName() {
    String title = feed.getTitle();
    return title == null || title.isBlank() ? collection : title;
  }

  /** An aggregator's feed names the source of each entry. */
  private static @Nullable String sourceOf(SyndEntry entry) {
    return entry.getSource() == null ? null : entry.getSource().getTitle();
  }

  /** The entry's own address; not the one of the whole site, which says nothing about the entry. */
  private @Nullable String address(SyndEntry entry, Element element) {
    String original = firstText(element, List.of("origLink"));
    String link = original == null ? entry.getLink() : original;
    return link == null || link.isBlank() || link.equals(feed.getLink()) ? null : link;
  }

  private static @Nullable String firstText(Element element, List<String> names) {
    for (String wanted : names) {
      for (Element child : element.getChildren()) {
        if (child.getName().equals(wanted) && !child.getTextTrim().isEmpty()) {
          return child.getTextTrim();
        }
      }
    }
    return null;
  }

  private @Nullable String language(Element element) {
    for (Element at = element; at != null; at = at.getParentElement()) {
      String language = at.getAttributeValue("lang", Namespace.XML_NAMESPACE);
      if (language != null && !language.isBlank()) {
        return language;
      }
    }
    String own = firstText(element, List.of("language"));
    if (own != null || feed.getLanguage() != null) {
      return own == null ? feed.getLanguage() : own;
    }
    return root.getAttributeValue("lang");
  }

  private static List<String> authors(SyndEntry entry) {
    List<String> authors = new ArrayList<>();
    for (SyndPerson person : entry.getAuthors()) {
      if (person.getName() != null) {
        authors.add(person.getName());
      }
    }
    if (authors.isEmpty() && entry.getAuthor() != null) {
      authors.add(entry.getAuthor());
    }
    return authors;
  }

  private static List<String> tags(SyndEntry entry) {
    List<String> tags = new ArrayList<>();
    for (SyndCategory category : entry.getCategories()) {
      if (category.getName() != null) {
        tags.add(category.getName());
      }
    }
    return tags;
  }

  /** Full content rather than a summary: the longest of what there is. */
  private static @Nullable SyndContent longest(SyndEntry entry) {
    SyndContent longest = entry.getDescription();
    for (SyndContent content : entry.getContents()) {
      if (content.getValue() != null
          && (longest == null
              || longest.getValue() == null
              || content.getValue().length() >= longest.getValue().length())) {
        longest = content;
      }
    }
    return longest;
  }

  /** Atom says how text is written; RSS has never decided it. */
  private TextForm form(SyndContent content) {
    String type = content.getType();
    if (!atom || type == null) {
      return TextForm.UNSAID;
    }
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "text", "text/plain" -> TextForm.PLAIN;
      default -> TextForm.HTML;
    };
  }
}
