package io.hotline.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.ingest.Normalized;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.Reading;
import io.hotline.ingest.TextForm;
import io.hotline.ingest.normalize.Normalizer;
import io.hotline.ingest.sources.FeedReader;
import io.hotline.ingest.sources.SourceOptions;
import io.hotline.schemas.record.NewsItem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class FeedTablesTest {

  private static final Instant SEEN = Instant.parse("2025-01-21T08:00:00Z");

  private final Normalizer normalizer = Normalizer.load();

  /** Without a root, the feed is what stands in the one item of an RSS feed of http://e.org/. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "feeds.csv", delimiter = '|', numLinesToSkip = 1, quoteCharacter = '`')
  void reads(String phenomenon, String feed, String field, @Nullable String expected) {
    boolean whole =
        feed.startsWith("{")
            || feed.startsWith("[")
            || feed.matches("(?is).*<(rss|rdf:rdf|a:feed|feed|channel|newsitem|newsmessage)[ >].*");
    String document =
        whole
            ? feed
            : "<rss version=\"2.0\"><channel><link>http://e.org/</link><item>%s</item></channel></rss>"
                .formatted(feed);
    List<Reading> readings = read(document.getBytes(StandardCharsets.UTF_8));
    String found = field.equals("count") ? count(readings) : value(readings.get(0), field);
    assertThat(found == null ? null : found.replace('\n', '¶')).isEqualTo(expected);
  }

  private List<Reading> read(byte[] bytes) {
    return new FeedReader(SourceOptions.DEFAULT).read(bytes, Transport.NONE, "feed", "feed", SEEN);
  }

  private String count(List<Reading> readings) {
    return String.valueOf(
        readings.stream()
            .filter(reading -> normalizer.normalize((RawDocument) reading) instanceof Normalized)
            .count());
  }

  private @Nullable String value(Reading reading, String field) {
    RawDocument document = (RawDocument) reading;
    if (field.equals("url") && document.headline() == null) {
      document = withText(document);
    }
    NewsItem item = ((Normalized) normalizer.normalize(document)).item();
    return switch (field) {
      case "headline" -> item.getHeadline();
      case "text" -> item.getText();
      case "url" -> item.getUrl();
      case "id" -> item.getSourceItemId();
      case "published" -> item.getPublished().toString();
      case "language" -> item.getLanguage();
      case "authors" -> item.getAuthors().toString();
      case "source" -> item.getSource();
      case "status" -> item.getPubStatus().toString();
      default -> throw new IllegalArgumentException("field '" + field + "'");
    };
  }

  private static RawDocument withText(RawDocument document) {
    return RawDocument.at(document.origin(), SEEN, document.raw(), "feed")
        .url(document.url())
        .body("text", TextForm.PLAIN)
        .build();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "what the document says            | windows-1251 |              | windows-1251 | windows-1251",
        "the header before the document    | koi8-r       | koi8-r       | windows-1251 | koi8-r",
        "a header that cannot be           | utf-8        | us-ascii-x   | utf-8        | utf-8",
        "a document that lies              | windows-1251 |              | utf-8        | windows-1251",
        "a document that says nothing      | utf-8        |              |              | utf-8",
        "a document that cannot be named   | utf-8        |              | bogus        | utf-8",
        "two bytes a character, no mark    | utf-16le     |              | utf-16       | utf-16le",
        "two bytes a character, with mark  | utf-16       |              | utf-8        | utf-16be",
        "Latin-1 that means Windows        | windows-1252 |              | iso-8859-1   | iso-8859-1",
      })
  void findsTheEncoding(
      String phenomenon,
      String written,
      @Nullable String header,
      @Nullable String declared,
      String expected) {
    String title =
        written.equals("windows-1252")
            ? "It\u2019s on"
            : "\u041C\u0438\u043D\u0438\u0441\u0442\u0440\u044B \u0432\u0441\u0442\u0440\u0435\u0442\u044F\u0442\u0441\u044F \u0432 \u0416\u0435\u043D\u0435\u0432\u0435";
    String declaration =
        declared == null ? "" : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>";
    byte[] bytes =
        (declaration + "<rss><channel><item><title>" + title + "</title></item></channel></rss>")
            .getBytes(Charset.forName(written));
    Feed feed = (Feed) FeedParser.parse(bytes, new Transport(null, null, header, null));
    assertThat(feed.entries().get(0).title()).isEqualTo(new FeedText(title, TextForm.UNSAID, null));
    assertThat(feed.encoding()).isEqualToIgnoringCase(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ASCII sent as text is named so         | text/xml            |         | iso-8859-1  | Talks     | us-ascii",
        "so is the text of a format of its own  | text/atom+xml       |         |             | Talks     | us-ascii",
        "not where the header says otherwise    | text/xml            | utf-8   |             | Talks     | utf-8",
        "not where it is an application's       | application/rss+xml |         |             | Talks     | utf-8",
        "the document's own, where a byte is no | text/xml            |         | iso-8859-2  | Łódź      | iso-8859-2",
        "ASCII that is only a wrapping          | text/xml            |         | iso-2022-jp | 会談      | iso-2022-jp",
      })
  void readsTextWithoutCharset(
      String phenomenon,
      String mediaType,
      @Nullable String header,
      @Nullable String declared,
      String title,
      String expected) {
    String declaration =
        declared == null ? "" : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>";
    byte[] bytes =
        (declaration + "<rss><channel><item><title>" + title + "</title></item></channel></rss>")
            .getBytes(Charset.forName(declared == null ? "utf-8" : declared));
    Feed feed = (Feed) FeedParser.parse(bytes, new Transport(null, mediaType, header, null));
    assertThat(feed.entries().get(0).title()).isEqualTo(new FeedText(title, TextForm.UNSAID, null));
    assertThat(feed.encoding()).isEqualToIgnoringCase(expected);
  }

  @Test
  void missesOnlyTheLastBracket() {
    byte[] bytes =
        "<rss><channel><title>News</title></channel></rss".getBytes(StandardCharsets.UTF_8);
    assertThat(FeedParser.parse(bytes, Transport.NONE)).isInstanceOf(Feed.class);
    assertThat(FeedParser.parse(Arrays.copyOf(bytes, bytes.length - 12), Transport.NONE))
        .isInstanceOf(FeedParse.NotAFeed.class);
  }

  @Test
  void keepsForeignBytesInUtf8Readable() {
    byte[] bytes =
        "<rss><channel><item><title>\u00C3\u00A9t\u00C3\u00A9 \u00C3\u00A0 \u0092 midi</title></item></channel></rss>"
            .getBytes(StandardCharsets.ISO_8859_1);
    Feed feed = (Feed) FeedParser.parse(bytes, Transport.NONE);
    assertThat(feed.entries().get(0).title())
        .isEqualTo(new FeedText("\u00E9t\u00E9 \u00E0 \u2019 midi", TextForm.UNSAID, null));
  }

  @Test
  void keepsTheEntryAsItWasWritten() {
    Feed feed =
        (Feed)
            FeedParser.parse(
                "<rss><channel>\n\n<item><title>A & B</title></item></channel></rss>"
                    .getBytes(StandardCharsets.UTF_8),
                Transport.NONE);
    assertThat(feed.entries().get(0).raw()).isEqualTo("<item><title>A & B</title></item>");
    assertThat(feed.entries().get(0).line()).isEqualTo(3);
  }

  @Test
  void knowsWhenNotToAsk() {
    Feed feed =
        (Feed)
            FeedParser.parse(
                "<rss><channel><ttl>90</ttl><skipHours><hour>3</hour><hour>24</hour></skipHours></channel></rss>"
                    .getBytes(StandardCharsets.UTF_8),
                Transport.NONE);
    assertThat(feed.ttl()).isEqualTo(Duration.ofMinutes(90));
    assertThat(feed.skipHours()).containsExactlyInAnyOrder(0, 3);
  }

  @Test
  void doesNotGrow() {
    String entity = "x".repeat(100);
    String bomb =
        "<!DOCTYPE rss [<!ENTITY a \""
            + entity
            + "\"><!ENTITY b \"&a;&a;\">]><rss><channel><item><title>"
            + "&a;&b;".repeat(200_000)
            + "</title></item></channel></rss>";
    Feed feed = (Feed) FeedParser.parse(bomb.getBytes(StandardCharsets.UTF_8), Transport.NONE);
    assertThat(feed.entries().get(0).raw().length()).isLessThan(3_000_000);
  }
}
