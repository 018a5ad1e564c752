package io.hotline.ingest.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.ingest.Normalized;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.feeds.Transport;
import io.hotline.ingest.normalize.Normalizer;
import io.hotline.ingest.sources.FeedReader;
import io.hotline.ingest.sources.SourceOptions;
import io.hotline.schemas.record.NewsItem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PagesTest {

  private static final Instant SEEN = Instant.parse("2025-01-21T08:00:00Z");
  private static final URI LOCATION = URI.create("https://site.example/x/page");

  private final Normalizer normalizer = Normalizer.load();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(
      resources = "expected.csv",
      delimiter = '|',
      numLinesToSkip = 1,
      quoteCharacter = '`',
      maxCharsPerColumn = 10_000)
  void reads(String page, String field, String expected) throws IOException {
    String found = value(read(bytes(page)), field);
    assertThat(found == null ? null : found.replace('\n', '¶')).isEqualTo(expected);
  }

  private Reading read(byte[] bytes) {
    return new FeedReader(SourceOptions.DEFAULT)
        .read(bytes, new Transport(LOCATION, null, null, null), "page", "site.example", SEEN)
        .get(0);
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = PagesTest.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return in.readAllBytes();
    }
  }

  private @Nullable String value(Reading reading, String field) {
    if (field.equals("rejected")) {
      return ((Rejected) reading).errorType();
    }
    NewsItem item = ((Normalized) normalizer.normalize((RawDocument) reading)).item();
    return switch (field) {
      case "headline" -> item.getHeadline();
      case "text" -> item.getText();
      case "url" -> item.getUrl();
      case "published" -> item.getPublished() + " " + item.getPublishedBasis();
      case "language" -> item.getLanguage();
      case "authors" -> item.getAuthors().toString();
      case "source" -> item.getSource();
      default -> throw new IllegalArgumentException("field '" + field + "'");
    };
  }

  @Test
  void findsTheEncodingInThePage() {
    String sentence =
        "\u041C\u0438\u043D\u0438\u0441\u0442\u0440\u044B \u0432\u0441\u0442\u0440\u0435\u0442\u044F\u0442\u0441\u044F \u0432 \u0416\u0435\u043D\u0435\u0432\u0435, \u0441\u043E\u043E\u0431\u0449\u0438\u043B\u0438 \u0432 \u043F\u043E\u043D\u0435\u0434\u0435\u043B\u044C\u043D\u0438\u043A.";
    byte[] page =
        ("<html><head><meta charset=\"windows-1251\"></head><body><p>"
                + sentence
                + "</p></body></html>")
            .getBytes(Charset.forName("windows-1251"));
    assertThat(value(read(page), "text")).isEqualTo(sentence);
  }

  @Test
  void isNotExhaustedByDepth() {
    byte[] page = ("<html><body>" + "<div>a ".repeat(200_000)).getBytes(StandardCharsets.UTF_8);
    assertThat(((Rejected) read(page)).errorType()).isEqualTo("no-article");
  }

  @Test
  void readsTagsOfNoName() {
    String text = "The envoys, said to be in town, met twice. ".repeat(12);
    String block = "<b\u00a1x><p>" + text + "</p></b\u00a1x>";
    byte[] page =
        ("<html><title>Envoys meet</title><body>" + block + "<hr>" + block + "</body></html>")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(read(page)).isNotInstanceOf(Rejected.class);
  }
}
