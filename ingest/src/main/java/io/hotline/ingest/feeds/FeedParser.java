package io.hotline.ingest.feeds;

import io.hotline.ingest.TextForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads a feed of any format and in any state. Never throws for what is in it; opens nothing.
 *
 * <p>Elements that were never closed, ampersands that stand alone, names of characters that only
 * HTML knows, prefixes that nobody declared: each costs at most the entry it is in.
 */
public final class FeedParser {

  /** Deeper trees are made to exhaust whoever reads them. */
  private static final int MAX_DEPTH = 1000;

  private static final Duration LONGEST_TTL = Duration.ofDays(7);

  private FeedParser() {}

  /** Reads bytes. */
  public static FeedParse parse(byte[] bytes, Transport transport) {
    FeedCharacters characters = FeedCharacters.of(bytes, transport);
    String written = characters.text();
    String start = written.stripLeading();
    if (start.startsWith("{") || start.startsWith("[")) {
      return JsonFeed.parse(written, characters.encoding(), transport);
    }
    String text = Prolog.withoutDoctype(ended(written));
    if (Depth.of(text) > MAX_DEPTH) {
      return new FeedParse.NotAFeed(
          "too-deep",
          "elements are nested more than %d deep; is this a feed?".formatted(MAX_DEPTH));
    }
    Parser parser = Parser.xmlParser().setTrackPosition(true);
    Document document = parser.parseInput(text, "");
    Element root = root(document);
    if (root == null) {
      return notAFeed(document);
    }
    Feed feed =
        NewsMl.isRoot(Vocabulary.name(root))
            ? NewsMl.read(root, text, characters.encoding())
            : read(root, text, characters.encoding(), transport);
    return feed.entries().isEmpty()
            && root.endSourceRange().isImplicit()
            && !isEmptyElement(root, text)
            && !lacksLastBracket(root, text)
        ? new FeedParse.NotAFeed(
            "cut-off",
            "the feed ends before its first entry; it was not sent whole, so read it again")
        : feed;
  }

  /** {@code <rss/>} ends where it begins. */
  private static boolean isEmptyElement(Element root, String text) {
    int end = root.sourceRange().endPos();
    return end > 1 && end <= text.length() && text.charAt(end - 2) == '/';
  }

  /** Nothing of {@code <rss>...</rss} is missing but its last character. */
  private static boolean lacksLastBracket(Element root, String text) {
    return text.stripTrailing().endsWith("</" + root.tagName());
  }

  /** A CDATA section without an end would swallow the rest of the feed; it ends at the next tag. */
  private static String ended(String text) {
    int open = text.lastIndexOf("<![CDATA[");
    if (open < 0 || text.indexOf("]]>", open) >= 0) {
      return text;
    }
    int end = text.indexOf("</", open);
    return end < 0 ? text : text.substring(0, end) + "]]>" + text.substring(end);
  }

  private static @Nullable Element root(Document document) {
    for (Element element : document.children()) {
      switch (Vocabulary.name(element)) {
        case "rss", "rdf:rdf", "rdf", "feed", "channel" -> {
          return element;
        }
        default -> {
          if (NewsMl.isRoot(Vocabulary.name(element))) {
            return element;
          }
        }
      }
    }
    return null;
  }

  private static FeedParse notAFeed(Document document) {
    Element first = document.firstElementChild();
    return new FeedParse.NotAFeed(
        first == null ? "not-xml" : "not-a-feed",
        first == null
            ? "there is no element in it; is this a feed?"
            : "a document with the root <%s>, which is no feed known here (RSS, RDF, Atom, CDF, NewsML-G2, JSON Feed or ninjs)"
                .formatted(first.tagName()));
  }

  private static Feed read(Element root, String text, String encoding, Transport transport) {
    Element channel = channel(root);
    Fields fields = Fields.of(channel);
    String lang = Inherited.language(channel);
    String said = fields.text("language", "dc:language");
    String first = lang != null ? lang : said != null ? said : root.attr("lang");
    String language = first.isBlank() ? transport.language() : first;
    EntryReader reader = new EntryReader(text, transport, null, language, List.of());
    String link = reader.link(fields, channel);
    List<Person> authors = EntryReader.people(fields);
    List<Person> inherited = Vocabulary.name(root).equals("feed") ? authors : List.of();
    EntryReader entries = new EntryReader(text, transport, link, language, inherited);
    return new Feed(
        encoding,
        EntryReader.title(fields, language),
        EntryReader.subtitle(fields, language),
        reader.id(fields, channel),
        link,
        EntryReader.published(fields),
        EntryReader.updated(fields, channel),
        language,
        authors,
        ttl(fields),
        skipHours(fields),
        entries(root, entries, link));
  }

  private static Element channel(Element root) {
    for (Element child : root.children()) {
      if (Vocabulary.name(child).equals("channel")) {
        return child;
      }
    }
    return root;
  }

  private static List<Entry> entries(Element root, EntryReader reader, @Nullable String site) {
    List<Entry> entries = new ArrayList<>();
    root.stream()
        .filter(element -> element != root)
        .forEach(
            element -> {
              switch (Vocabulary.name(element)) {
                case "item", "entry" -> entries.add(reader.read(element));
                case "at:deleted-entry" -> entries.add(tombstone(element, reader));
                default -> {}
              }
            });
    return entries;
  }

  private static Entry tombstone(Element element, EntryReader reader) {
    Entry entry = reader.read(element);
    String when = Fields.attribute(element, "when");
    return new Entry(
        entry.line(),
        entry.raw(),
        null,
        Fields.attribute(element, "ref"),
        entry.link(),
        new FeedText("", TextForm.PLAIN, null),
        List.of(),
        when,
        when,
        List.of(),
        List.of(),
        null,
        entry.source(),
        "canceled",
        false);
  }

  private static @Nullable Duration ttl(Fields fields) {
    Long minutes = number(fields.text("ttl"));
    if (minutes != null && minutes > 0) {
      return shortest(Duration.ofMinutes(Math.min(minutes, 1_000_000)));
    }
    String period = fields.text("sy:updateperiod");
    if (period == null) {
      return null;
    }
    long hours =
        switch (period) {
          case "hourly" -> 1;
          case "daily" -> 24;
          case "weekly", "monthly", "yearly" -> 24 * 7;
          default -> 0;
        };
    Long frequency = number(fields.text("sy:updatefrequency"));
    long times = frequency == null || frequency < 1 ? 1 : frequency;
    return hours == 0 ? null : Duration.ofHours(hours).dividedBy(times);
  }

  private static Duration shortest(Duration wanted) {
    return wanted.compareTo(LONGEST_TTL) > 0 ? LONGEST_TTL : wanted;
  }

  private static Set<Integer> skipHours(Fields fields) {
    Set<Integer> hours = new HashSet<>();
    Element skip = fields.first("skiphours");
    if (skip != null) {
      for (Element hour : skip.children()) {
        Long number = number(Fields.plain(hour));
        if (number != null && number >= 0 && number <= 24) {
          hours.add(number.intValue() % 24);
        }
      }
    }
    return hours;
  }

  private static @Nullable Long number(@Nullable String text) {
    return text == null || !text.matches("\\d{1,9}") ? null : Long.valueOf(text);
  }
}
