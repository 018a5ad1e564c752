package io.hotline.ingest.sources;

import static io.hotline.ingest.sources.Readings.CLOCK;
import static io.hotline.ingest.sources.Readings.told;
import static io.hotline.ingest.sources.Readings.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.hotline.ingest.Normalized;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.SourceException;
import io.hotline.ingest.normalize.Normalizer;
import io.hotline.schemas.record.DateBasis;
import io.hotline.schemas.record.NewsItem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedSourceTest {

  @TempDir Path folder;

  private final Normalizer normalizer = Normalizer.load();

  private NewsItem item(Reading reading) {
    return ((Normalized) normalizer.normalize((RawDocument) reading)).item();
  }

  private List<Reading> feed(String name) {
    return Readings.ofPath(write(folder, name, Readings.resource(name)));
  }

  @Test
  void readsRss() {
    List<Reading> readings = feed("agency.rss");
    NewsItem full = item(readings.get(0));
    assertThat(full.getText())
        .isEqualTo(
            "Ministers to meet & talk in Geneva\n\nThe two ministers will meet in Geneva.\n\nNo date was given.");
    assertThat(full.getSource()).isEqualTo("example.org");
    assertThat(full.getSourceItemId()).isEqualTo("ea-1001");
    assertThat(full.getUrl()).isEqualTo("https://www.example.org/2025/01/20/geneva");
    assertThat(full.getPublished()).isEqualTo(Instant.parse("2025-01-20T07:15:30Z"));
    assertThat(full.getPublishedBasis()).isEqualTo(DateBasis.FEED);
    assertThat(full.getLanguage()).isEqualTo("en-US");
    assertThat(full.getAuthors()).containsExactly("A. Writer");
    assertThat(full.getTags()).containsExactly("Diplomacy", "Europe");
    assertThat(readings.get(0).origin()).hasToString(folder.resolve("agency.rss") + ":8");

    NewsItem bare = item(readings.get(1));
    assertThat(bare.getText()).isEqualTo("Shares of Example <EXM> rise\n\nThey rose by a tenth.");
    assertThat(bare.getUrl()).as("the address of the whole site is not the item's").isNull();
    assertThat(bare.getPublishedBasis()).isEqualTo(DateBasis.ARRIVAL);

    Rejected empty = (Rejected) normalizer.normalize((RawDocument) readings.get(2));
    assertThat(empty.errorType()).isEqualTo("empty-text");
    assertThat(StandardCharsets.UTF_8.decode(empty.raw()).toString())
        .contains("<pubDate>soon</pubDate>");
  }

  @Test
  void readsAtom() {
    List<Reading> readings = feed("site.atom");
    NewsItem first = item(readings.get(0));
    assertThat(first.getText()).isEqualTo("A call & a letter\n\nThey spoke.\n\nThey wrote.");
    assertThat(first.getSource()).isEqualTo("Another Paper");
    assertThat(first.getSourceItemId()).isEqualTo("tag:example.org,2025:1");
    assertThat(first.getUrl()).isEqualTo("https://example.org/1");
    assertThat(first.getPublished()).isEqualTo(Instant.parse("2025-01-20T10:00:00Z"));
    assertThat(first.getLanguage()).isEqualTo("en");
    assertThat(first.getAuthors()).containsExactly("B. Writer");

    NewsItem second = item(readings.get(1));
    assertThat(second.getText()).isEqualTo("Plain <b> title\n\nOne.\n\nTwo.");
    assertThat(second.getLanguage()).isEqualTo("de");
    assertThat(second.getPublished()).isEqualTo(Instant.parse("2025-01-19T10:00:00Z"));
    assertThat(second.getSource()).isEqualTo("Site");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "cut off before the first entry|<rss version=\"2.0\"><channel>|cut-off feed.xml: the feed ends before its first entry; it was not sent whole, so read it again",
        "cut off inside an entry|<rss version=\"2.0\"><channel><item><title>Half a|cut-off feed.xml:1: the feed ends inside this entry; it was not sent whole, so read the feed again",
        "another kind of XML|<svg/>|not-a-feed feed.xml: a document with the root <svg>, which is no feed known here (RSS, RDF, Atom, CDF, NewsML-G2, JSON Feed or ninjs)",
        "no XML|hello|not-xml feed.xml: there is no element in it; is this a feed?",
      })
  void saysWhatIsWrongWithAFeed(String name, String xml, String expected) {
    List<Reading> readings = Readings.ofPath(write(folder, "feed.xml", xml));
    assertThat(told(readings, folder)).containsExactly(expected);
    assertThat(xml).endsWith(StandardCharsets.UTF_8.decode(((Rejected) readings.get(0)).raw()));
  }

  @Test
  void refusesTreesThatAreTooDeep() {
    String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
    assertThat(told(Readings.ofPath(write(folder, "feed.xml", deep)), folder).get(0))
        .startsWith("too-deep feed.xml: ");
  }

  @Test
  void fetchesAFeedInTheCharsetOfItsHeader() throws IOException {
    byte[] body =
        "\n<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>t</title><link>http://e.org/</link><description/><item><title>\u041C\u0438\u0440</title></item></channel></rss>"
            .getBytes(Charset.forName("KOI8-R"));
    try (Server server = new Server()) {
      server.answer("/feed", 200, "application/rss+xml; charset=koi8-r", body);
      server.redirect("/old", "/feed");
      assertThat(told(server.read("/feed", SourceOptions.DEFAULT).get(0)))
          .isEqualTo("\u041C\u0438\u0440 | ");
      assertThat(told(server.read("/old", SourceOptions.DEFAULT).get(0)))
          .isEqualTo("\u041C\u0438\u0440 | ");
    }
  }

  @Test
  void boundsTimeAndSizeOfWhatItFetches() throws IOException {
    try (Server server = new Server()) {
      server.answer("/gone", 410, "text/plain", new byte[0]);
      server.answer("/large", 200, "text/xml", new byte[200_000]);
      server.hang("/slow");
      SourceOptions options = new SourceOptions(null, 100_000, Duration.ofSeconds(1));
      assertThatThrownBy(() -> server.read("/gone", options))
          .isInstanceOf(SourceException.class)
          .hasMessage(server.address("/gone") + ": the server answers 410: it is gone for good");
      assertThatThrownBy(() -> server.read("/large", options))
          .hasMessage(
              server.address("/large")
                  + ": cannot be fetched: the answer is larger than 100000 bytes; is this a feed?");
      assertThatThrownBy(() -> server.read("/slow", options))
          .hasMessage(
              server.address("/slow") + ": not there after 1 s; try again, or allow more time");
    }
  }

  @Test
  void saysThatNobodyAnswers() throws IOException {
    String address;
    try (Server server = new Server()) {
      address = server.address("/feed");
    }
    assertThatThrownBy(() -> Readings.all(Sources.open(address, CLOCK, SourceOptions.DEFAULT)))
        .isInstanceOf(SourceException.class)
        .hasMessageStartingWith(address + ": cannot be fetched: ");
  }

  /** A server on a port of its own that does as it is told. */
  private static final class Server implements AutoCloseable {
    private final HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final CountDownLatch closing = new CountDownLatch(1);

    Server() throws IOException {
      http.setExecutor(
          Executors.newCachedThreadPool(
              task -> {
                Thread thread = new Thread(task);
                thread.setDaemon(true);
                return thread;
              }));
      http.start();
    }

    String address(String path) {
      return "http://localhost:" + http.getAddress().getPort() + path;
    }

    List<Reading> read(String path, SourceOptions options) {
      return Readings.all(Sources.open(address(path), CLOCK, options));
    }

    void answer(String path, int status, String type, byte[] body) {
      http.createContext(
          path,
          exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
    }

    void redirect(String path, String to) {
      http.createContext(
          path,
          exchange -> {
            exchange.getResponseHeaders().add("Location", address(to));
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
          });
    }

    /** Sends the beginning of an answer, and then nothing. */
    void hang(String path) {
      http.createContext(
          path,
          exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('<');
            exchange.getResponseBody().flush();
            try {
              closing.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }

    @Override
    public void close() {
      closing.countDown();
      http.stop(0);
    }
  }
}
