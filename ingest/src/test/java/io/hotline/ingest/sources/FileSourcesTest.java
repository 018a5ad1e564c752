package io.hotline.ingest.sources;

import static io.hotline.ingest.sources.Readings.CLOCK;
import static io.hotline.ingest.sources.Readings.SEEN;
import static io.hotline.ingest.sources.Readings.gzip;
import static io.hotline.ingest.sources.Readings.ofPath;
import static io.hotline.ingest.sources.Readings.ofStdin;
import static io.hotline.ingest.sources.Readings.told;
import static io.hotline.ingest.sources.Readings.utf8;
import static io.hotline.ingest.sources.Readings.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotline.ingest.NewsSource;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.SourceException;
import io.hotline.ingest.TextForm;
import io.hotline.ingest.normalize.Normalizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSourcesTest {

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "a first sentence is no headline;' date 2025-01-20 They met on Monday.~~Talks begin~~He said so.';2025-01-20;;They met on Monday.~~Talks begin~~He said so.",
        "a headline after the date;' date 2025-01-20 Talks begin~~They met on Monday.';2025-01-20;Talks begin;They met on Monday.",
        "a headline on the next line;'date: 2025-01-20~Talks begin~~They met.';2025-01-20;Talks begin;They met.",
        "a question as headline;'date 2025-01-20 Will they meet?~~They met.';2025-01-20;Will they meet?;They met.",
        "a quoted sentence is no headline;'He said: \"They met.\"~~They met.';;;'He said: \"They met.\"~~They met.'",
        "no date;'Talks begin~~They met.';;Talks begin;They met.",
        "nothing but a line;'Talks begin';;;Talks begin",
        "the word date begins the text;'Date of the meeting is set~~They met.';;Date of the meeting is set;They met.",
        "a time with the date;'date 2025-01-20T10:00:00Z Talks begin~~They met.';2025-01-20T10:00:00Z;Talks begin;They met.",
        "wrapped lines are no headline;'They met~on Monday~~He said so.';;;They met~on Monday~~He said so.",
        "nothing after the date;'date 2025-01-20';2025-01-20;;''",
      })
  void readsThePlainForm(
      String name, String text, @Nullable String date, @Nullable String headline, String body) {
    RawDocument document =
        (RawDocument) ofPath(write(folder, "talks.txt", text.replace('~', '\n'))).get(0);
    assertThat(document.documentDate()).isEqualTo(date);
    assertThat(document.headline()).isEqualTo(headline);
    assertThat(document.body()).isEqualTo(body.replace('~', '\n'));
    assertThat(document.fileName()).isEqualTo("talks.txt");
    assertThat(document.seen()).isEqualTo(SEEN);
    assertThat(document.raw()).isEqualTo(java.nio.ByteBuffer.wrap(utf8(text.replace('~', '\n'))));
  }

  @Test
  void readsTheMessagesOfAnAgency() throws IOException {
    String one =
        "\u0016\u0001apa0123 4 pl 120  apa 0119\r\nPolitics/Talks/\r\n \r\n\u0002Talks begin in Geneva\r\n\r\n   The ministers met on Monday, their\r\noffices said.\r\n\u0003\r\n201234 Jan 25\r\n\u0004";
    String undated = "\u0001apa0124 4 pl 9\r\n\u0002They will meet again.\u0003\u0004";
    String cut = "\u0001apa0125 4 pl 9\r\n\u0002They will";
    Path file = write(folder, "wire.txt", utf8(one + undated + cut));
    for (List<Reading> readings :
        List.of(Readings.ofPath(file), Readings.ofStdin(utf8(one + undated + cut)))) {
      RawDocument first = (RawDocument) readings.get(0);
      assertThat(first.headline()).isEqualTo("Talks begin in Geneva");
      assertThat(first.body().strip())
          .isEqualTo("The ministers met on Monday, their\r\noffices said.");
      assertThat(first.itemId()).isEqualTo("apa0123 20-Jan-2025");
      assertThat(first.source()).isEqualTo("apa");
      assertThat(first.tags()).containsExactly("Politics", "Talks");
      assertThat(first.published()).isEqualTo("20-Jan-2025 12:34");
      RawDocument second = (RawDocument) readings.get(1);
      assertThat(second.itemId()).as("its number is used every day").isNull();
      assertThat(second.body()).isEqualTo("They will meet again.");
      assertThat(((Rejected) readings.get(2)).errorType()).isEqualTo("cut-off");
      assertThat(readings).hasSize(3);
      var normalized = (io.hotline.ingest.Normalized) Normalizer.load().normalize(first);
      assertThat(normalized.item().getPublished() + " " + normalized.item().getPublishedBasis())
          .isEqualTo("2025-01-20T12:34:00Z FEED");
    }
  }

  @Test
  void readsThePagesOfAWebArchive() throws IOException {
    String page =
        "<html><head><meta property='og:title' content='Talks begin'></head><body><p>They met on Monday, the two offices said.</p></body></html>";
    String archive =
        record("warcinfo", "", "")
            + record(
                "response",
                "https://e.org/a",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page)
            + record("request", "https://e.org/a", "GET /a HTTP/1.1\r\n\r\n")
            + record(
                "response",
                "https://e.org/b.png",
                "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx");
    Path plain = write(folder, "day.warc", utf8(archive));
    Path packed = write(folder, "day.warc.gz", Readings.gzip(utf8(archive)));
    for (Path path : List.of(plain, packed)) {
      List<Reading> readings = Readings.ofPath(path);
      assertThat(told(readings, folder))
          .containsExactly(
              "Talks begin | <p>They met on Monday, the two offices said.</p>",
              path.getFileName()
                  + "#https://e.org/b.png: skipped, an answer 200 of type image/png");
      RawDocument document = (RawDocument) readings.get(0);
      assertThat(document.url()).isEqualTo("https://e.org/a");
      assertThat(document.seen()).isEqualTo(java.time.Instant.parse("2025-01-20T10:00:00Z"));
    }
    assertThat(told(Readings.ofStdin(utf8(archive)), folder))
        .as("found out from its first bytes")
        .isEqualTo(told(Readings.ofStdin(Readings.gzip(utf8(archive))), folder))
        .first()
        .asString()
        .startsWith("Talks begin | ");
    String undated = archive.replace("WARC-Date", "X-Date");
    assertThat(told(Readings.ofStdin(utf8(undated)), folder))
        .allMatch(told -> told.startsWith("no-crawl-date -#https://e.org/"))
        .hasSize(2);
    assertThat(
            told(Readings.ofPath(write(folder, "bad.warc", "WARC/1.0\r\nnonsense")), folder).get(0))
        .startsWith("not-warc bad.warc: ");
  }

  private static String record(String type, String target, String block) {
    return "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nWARC-Date: 2025-01-20T10:00:00Z\r\n%sContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
        .formatted(
            type,
            target.isEmpty() ? "" : "WARC-Target-URI: " + target + "\r\n",
            type.equals("warcinfo")
                ? "application/warc-fields"
                : "application/http; msgtype=" + type,
            utf8(block).length,
            block);
  }

  @Test
  void readsTextInWhatTheByteOrderMarkSaysAndGuessesNothing() {
    assertThat(told(ofStdin("\uFEFFÉté.".getBytes(StandardCharsets.UTF_8)).get(0)))
        .isEqualTo("Été.");
    assertThat(told(ofStdin("\uFEFFÉté.".getBytes(StandardCharsets.UTF_16LE)).get(0)))
        .isEqualTo("Été.");
    assertThat(told(ofStdin("\uFEFFÉté.".getBytes(StandardCharsets.UTF_16BE)).get(0)))
        .isEqualTo("Été.");
    assertThat(told(ofStdin("L'été.".getBytes(StandardCharsets.ISO_8859_1)).get(0)))
        .isEqualTo("undecodable-text -: byte 2 is not UTF-8; save the file as UTF-8");
  }

  @Test
  void readsEveryFieldOfAJsonLine() {
    Path path =
        write(
            folder,
            "news.jsonl",
            """
            {"id": 17, "headline": "H", "title": "T", "text": "X", "body": "B", "published": 1737368130, "date": "no", "source": "S", "url": "https://example.org/1", "language": "en", "pubStatus": "usable", "authors": ["A", {"name": "B", "role": "x"}, {"role": "y"}, null], "tags": "one", "places": ["two"], "other": {"deep": [1, {"x": 2}]}}
            {"title": "T", "body": "B", "date": "2025-01-20", "authors": null, "pubstatus": "canceled"}
            """);
    List<Reading> readings = ofPath(path);
    assertThat(readings).hasSize(2);
    RawDocument all = (RawDocument) readings.get(0);
    assertThat(all)
        .isEqualTo(
            RawDocument.at(all.origin(), SEEN, all.raw(), "news")
                .itemId("17")
                .headline("H", TextForm.UNSAID)
                .body("X", TextForm.UNSAID)
                .published("1737368130")
                .source("S")
                .url("https://example.org/1")
                .language("en")
                .pubStatus("usable")
                .authors(List.of("A", "B"))
                .tags(List.of("one", "two"))
                .build());
    RawDocument aliases = (RawDocument) readings.get(1);
    assertThat(aliases.origin()).hasToString(path + ":2");
    assertThat(told(aliases)).isEqualTo("T | B");
    assertThat(aliases.published()).isEqualTo("2025-01-20");
    assertThat(aliases.pubStatus()).isEqualTo("canceled");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "no JSON|oops|not-json news.jsonl:2: not JSON at column 1: Unrecognized token 'oops': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
        "cut off|{\"id\": \"1\", \"text\": \"ab|not-json news.jsonl:2: not JSON at column 24: Unexpected end-of-input in VALUE_STRING",
        "an array|[1]|not-an-object news.jsonl:2: expected one JSON object a line, found an array",
        "two objects|{\"text\":\"a\"} {\"text\":\"b\"}|trailing-content news.jsonl:2: there is more after the JSON object; put each object on a line of its own",
        "text is an object|{\"text\":{\"a\":1}}|bad-field news.jsonl:2:text: expected a string, found an object",
        "headline is a number|{\"headline\":3}|bad-field news.jsonl:2:headline: expected a string, found a number",
        "date is true|{\"published\":true}|bad-field news.jsonl:2:published: expected a string or a number, found true or false",
        "id is an array|{\"id\":[1]}|bad-field news.jsonl:2:id: expected a string or a number, found an array",
        "an author is a number|{\"authors\":[\"A\",2]}|bad-field news.jsonl:2:authors: expected a string, found a number",
        "an author's name is a number|{\"authors\":[{\"name\":2}]}|bad-field news.jsonl:2:authors.name: expected a string, found a number",
      })
  void saysWhatIsWrongInAJsonLineAndGoesOn(String name, String line, String expected) {
    Path path =
        write(folder, "news.jsonl", "{\"text\":\"before\"}\n" + line + "\n\n{\"text\":\"after\"}");
    List<Reading> readings = ofPath(path);
    assertThat(told(readings, folder)).containsExactly("before", expected, "after");
    assertThat(((Rejected) readings.get(1)).raw()).isEqualTo(java.nio.ByteBuffer.wrap(utf8(line)));
    assertThat(((Rejected) readings.get(1)).stage()).isEqualTo("read-document");
    assertThat(readings.get(2).origin().line()).isEqualTo(4);
  }

  @Test
  void keepsOnlyTheBeginningOfALineThatIsTooLong() {
    Path path =
        write(
            folder,
            "news.jsonl",
            "{\"text\":\"" + "x".repeat(300_000) + "\"}\n{\"text\":\"after\"}\n");
    SourceOptions options = new SourceOptions(null, 100_000, SourceOptions.DEFAULT.fetchTimeout());
    List<Reading> readings = Readings.all(Sources.open(path.toString(), CLOCK, options));
    assertThat(told(readings, folder))
        .containsExactly(
            "document-too-large news.jsonl:1: larger than 100000 bytes; is this one document?",
            "after");
    assertThat(((Rejected) readings.get(0)).raw().remaining()).isEqualTo(100_000);
  }

  @Test
  void readsPackedLinesAndSaysWhereThePackageIsBroken() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      lines.append("{\"text\":\"item ").append(i * 7919L).append("\"}\n");
    }
    byte[] packed = gzip(utf8(lines.toString()));
    assertThat(ofPath(write(folder, "all.jsonl.gz", packed))).hasSize(20_000);
    List<Reading> cut =
        ofPath(write(folder, "cut.jsonl.gz", Arrays.copyOf(packed, packed.length / 2)));
    Reading last = cut.get(cut.size() - 1);
    assertThat(cut.size()).isBetween(2, 20_000);
    assertThat(cut.subList(0, cut.size() - 1)).allMatch(r -> r instanceof RawDocument);
    assertThat(told(List.of(last), folder))
        .containsExactly(
            "broken-gzip cut.jsonl.gz:%d: the packed file is broken here (Unexpected end of ZLIB input stream); what came before was read; fetch it again"
                .formatted(cut.size()));
    assertThat(told(ofPath(write(folder, "not.jsonl.gz", "{\"text\":\"a\"}")), folder))
        .containsExactly(
            "broken-gzip not.jsonl.gz:1: the packed file is broken here (Not in GZIP format); what came before was read; fetch it again");
  }

  @Test
  @SuppressWarnings("InputStreamSlowMultibyteRead") // speed is not what is tested
  void readsLazily() throws Exception {
    byte[] line = utf8("{\"text\":\"x\"}\n");
    InputStream endless =
        new InputStream() {
          private int at;

          @Override
          public int read() {
            return line[at++ % line.length];
          }
        };
    try (NewsSource source = Sources.open("-", CLOCK, SourceOptions.DEFAULT, endless)) {
      for (int i = 0; i < 1000; i++) {
        assertThat(told(source.next())).isEqualTo("x");
      }
      assertThat(source.bytesTotal()).isEqualTo(NewsSource.UNKNOWN);
      assertThat(source.bytesRead()).isLessThan(1_000_000);
    }
  }

  @Test
  void readsAFolderInOrderAndSaysWhatItPassesOver() throws Exception {
    write(folder, "b/2.txt", "Two.");
    write(folder, "b/1.jsonl", "{\"text\":\"one\"}\nnope\n");
    write(folder, "a.txt", "A.");
    write(folder, "c.png", "x");
    write(folder, "d.txt", new byte[] {'a', (byte) 0xFF});
    Files.createSymbolicLink(folder.resolve("e"), folder);
    assertThat(told(ofPath(folder), folder))
        .containsExactly(
            "A.",
            "one",
            "not-json b/1.jsonl:2: not JSON at column 1: Unrecognized token 'nope': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
            "Two.",
            "c.png: skipped, not a kind of news known here (.txt, .jsonl, .ndjson (also .gz of these two), .xml, .rss, .atom, .rdf, .json, .html, .htm, .warc, .warc.gz)",
            "undecodable-text d.txt: byte 1 is not UTF-8; save the file as UTF-8",
            "e: skipped, links to folders are not followed");
    NewsSource source = Sources.open(folder.toString(), CLOCK, SourceOptions.DEFAULT);
    source.forEachRemaining(reading -> {});
    assertThat(source.bytesRead()).isPositive().isLessThanOrEqualTo(source.bytesTotal());
    assertThatThrownBy(source::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void findsTheKindOfStandardInput() {
    assertThat(ofStdin(utf8("\n {\"text\":\"one\"}\n{\"text\":\"two\"}"))).hasSize(2);
    assertThat(ofStdin(gzip(utf8("{\"text\":\"one\"}\n{\"text\":\"two\"}")))).hasSize(2);
    assertThat(ofStdin(Readings.resource("agency.rss"))).hasSize(3);
    assertThat(told(ofStdin(utf8(" date 2025-01-20 Text.")).get(0))).isEqualTo("Text.");
    assertThat(told(ofStdin(new byte[0]).get(0))).isEmpty();
  }

  @Test
  void saysWhatCannotBeOpened() {
    Path unknown = write(folder, "news.doc", "x");
    assertThatThrownBy(() -> ofPath(folder.resolve("no.txt")))
        .isInstanceOf(SourceException.class)
        .hasMessage(folder.resolve("no.txt") + ": no such file or folder");
    assertThatThrownBy(() -> ofPath(unknown))
        .hasMessage(
            unknown
                + ": cannot tell what kind of file this is; known are .txt, .jsonl, .ndjson (also"
                + " .gz of these two), .xml, .rss, .atom, .rdf, .json, .html, .htm, .warc, .warc.gz; standard input (-) finds out for"
                + " itself");
    assertThatThrownBy(() -> Sources.open("https://a b/", CLOCK, SourceOptions.DEFAULT))
        .hasMessage(
            "https://a b/: not an address: Illegal character in authority; look for blanks and"
                + " brackets in it");
  }

  @Test
  void givesThePublisherOfTheOptionsToWhatNamesNone() {
    Path path =
        write(folder, "news.jsonl", "{\"text\":\"a\"}\n{\"text\":\"b\",\"source\":\"Own\"}");
    assertThat(
            Readings.all(
                Sources.open(path.toString(), CLOCK, SourceOptions.DEFAULT.withSource("Given"))))
        .extracting(r -> ((RawDocument) r).source())
        .containsExactly("Given", "Own");
  }
}
