package io.hotline.ingest.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.ingest.Normalized;
import io.hotline.ingest.Origin;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.TextForm;
import io.hotline.schemas.record.DateBasis;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.PubStatus;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizerTest {

  private static final Instant SEEN = Instant.parse("2025-01-21T08:00:00Z");
  private static final ByteBuffer RAW = ByteBuffer.wrap("raw".getBytes(StandardCharsets.UTF_8));

  private final Normalizer normalizer = Normalizer.load();

  private static RawDocument document(UnaryOperator<RawDocument.Builder> claims) {
    return claims
        .apply(
            RawDocument.at(new Origin("news.jsonl", 7), SEEN, RAW, "news")
                .headline("Talks begin", TextForm.PLAIN)
                .body("The two sides met in Geneva.", TextForm.PLAIN))
        .build();
  }

  private Normalized normalized(UnaryOperator<RawDocument.Builder> claims) {
    return (Normalized) normalizer.normalize(document(claims));
  }

  private NewsItem item(UnaryOperator<RawDocument.Builder> claims) {
    return normalized(claims).item();
  }

  private String id(UnaryOperator<RawDocument.Builder> claims) {
    return item(claims).getId();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "withdrawals.csv", numLinesToSkip = 1)
  void knowsABodyThatWithdraws(String name, String body, PubStatus expected) {
    assertThat(item(d -> d.itemId("a-1").body(body, TextForm.PLAIN)).getPubStatus())
        .isEqualTo(expected);
    assertThat(item(d -> d.body(body, TextForm.PLAIN)).getPubStatus())
        .as("without a name, nothing says what is withdrawn")
        .isEqualTo(PubStatus.USABLE);
  }

  @Test
  void carriesEveryClaim() {
    NewsItem item =
        item(
            d ->
                d.source(" Example\u00A0Agency ")
                    .itemId("a-1")
                    .url("https://Example.org/a?utm_source=rss")
                    .published("2025-01-20T10:00:00+03:00")
                    .language("en_GB")
                    .authors(List.of("A. Writer", "A. Writer", " "))
                    .tags(List.of("usa", "ussr")));
    assertThat(item)
        .isEqualTo(
            new NewsItem(
                item.getId(),
                "Example Agency",
                "a-1",
                "https://example.org/a",
                "Talks begin",
                "Talks begin\n\nThe two sides met in Geneva.",
                "en-GB",
                Instant.parse("2025-01-20T07:00:00Z"),
                DateBasis.FEED,
                SEEN,
                PubStatus.USABLE,
                List.of("A. Writer"),
                List.of("usa", "ussr")));
    assertThat(item.getId()).matches("[0-9a-f]{32}");
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "moments.csv", numLinesToSkip = 1)
  void decidesWhenItWasPublished(
      String name,
      @Nullable String feed,
      @Nullable String inDocument,
      @Nullable String url,
      @Nullable String fileName,
      String published,
      DateBasis basis,
      @Nullable String notice) {
    Normalized normalized =
        normalized(
            d -> {
              d.published(feed).documentDate(inDocument).url(url);
              return fileName == null ? d : d.fileName(fileName);
            });
    assertThat(normalized.item().getPublished()).isEqualTo(Instant.parse(published));
    assertThat(normalized.item().getPublishedBasis()).isEqualTo(basis);
    assertThat(normalized.notices())
        .isEqualTo(notice == null ? List.of() : List.of("news.jsonl:7: " + notice));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "an edit of the text, id and a, id and b, same",
    "an edit without any name, nothing and a, nothing and b, other",
    "an edit at the same address, url and a, url and b, same",
  })
  void keepsTheIdWhereTheSourceNamesTheItem(
      String name, String before, String after, String expected) {
    boolean same = idOf(before).equals(idOf(after));
    assertThat(same ? "same" : "other").isEqualTo(expected);
  }

  private String idOf(String what) {
    String text = what.endsWith("and a") ? "The first text." : "Quite another text of it.";
    return id(
        d -> {
          d.body(text, TextForm.PLAIN).headline(null, TextForm.PLAIN);
          if (what.startsWith("id")) {
            d.itemId("7");
          }
          return what.startsWith("url") ? d.url("https://example.org/7") : d;
        });
  }

  @Test
  void tellsItemsOfDifferentSourcesApartUnlessTheirNamesAreUniqueInTheWorld() {
    assertThat(id(d -> d.itemId("7").source("One")))
        .isNotEqualTo(id(d -> d.itemId("7").source("Two")))
        .isEqualTo(id(d -> d.itemId("7").source("ONE")));
    assertThat(id(d -> d.itemId("tag:example.org,2025:7").source("One")))
        .isEqualTo(id(d -> d.itemId("tag:example.org,2025:7").source("Two")));
    assertThat(id(d -> d.itemId("https://example.org/7#1").source("One")))
        .isEqualTo(id(d -> d.url("http://example.org/7?utm_campaign=x").source("Two")));
  }

  @Test
  void namesWhatHasNoNameByItsDayAndBeginning() {
    String id = id(d -> d.published("2025-01-20T10:00:00Z"));
    assertThat(id(d -> d.published("2025-01-20T18:00:00Z"))).isEqualTo(id);
    assertThat(id(d -> d.published("2025-01-21T01:00:00Z"))).isNotEqualTo(id);
    assertThat(id(d -> d.published("2025-01-20").source("Other"))).isNotEqualTo(id);
    String twentyWords =
        "one two three four five six seven eight nine ten eleven twelve ".repeat(2);
    assertThat(id(d -> d.body(twentyWords + "first end", TextForm.PLAIN)))
        .isEqualTo(id(d -> d.body(twentyWords + "another end", TextForm.PLAIN)));
  }

  @Test
  void givesTheSameIdWhateverTheTimeOfArrival() {
    RawDocument now = document(d -> d);
    RawDocument later =
        RawDocument.at(now.origin(), SEEN.plusSeconds(86400), RAW, "news")
            .headline("Talks begin", TextForm.PLAIN)
            .body(now.body(), TextForm.PLAIN)
            .build();
    NewsItem first = ((Normalized) normalizer.normalize(now)).item();
    NewsItem second = ((Normalized) normalizer.normalize(later)).item();
    assertThat(second.getId()).isEqualTo(first.getId());
    assertThat(second.getPublished()).isNotEqualTo(first.getPublished());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "usable, USABLE",
    "stat:usable, USABLE",
    "Canceled, CANCELED",
    "stat:canceled, CANCELED",
    "cancelled, CANCELED",
    "withdrawn, CANCELED",
    "withheld, UNKNOWN",
    "'', USABLE",
  })
  void readsThePublishingStatus(String written, PubStatus expected) {
    assertThat(item(d -> d.pubStatus(written)).getPubStatus()).isEqualTo(expected);
  }

  @Test
  void namesTheSourceByItsSiteWhereNobodyElseDoes() {
    assertThat(item(d -> d.url("https://www.example.org:8080/a")).getSource())
        .isEqualTo("example.org");
    assertThat(item(d -> d).getSource()).isEqualTo("news");
    RawDocument nameless =
        RawDocument.at(Origin.of("-"), SEEN, RAW, "").body("Text.", TextForm.PLAIN).build();
    assertThat(((Normalized) normalizer.normalize(nameless)).item().getSource())
        .isEqualTo("unknown");
  }

  @Test
  void takesAWithdrawalWithoutTextIfItNamesTheItem() {
    UnaryOperator<RawDocument.Builder> withdrawal =
        d -> d.headline(null, TextForm.PLAIN).body("", TextForm.PLAIN).pubStatus("canceled");
    NewsItem item = item(d -> withdrawal.apply(d).itemId("7"));
    assertThat(item.getText()).isEmpty();
    assertThat(item.getId()).isEqualTo(id(d -> d.itemId("7")));
    assertThat(normalizer.normalize(document(withdrawal))).isInstanceOf(Rejected.class);
  }

  @Test
  void rejectsADocumentWithoutText() {
    Rejected rejected =
        (Rejected)
            normalizer.normalize(
                document(
                    d -> d.headline(" ", TextForm.PLAIN).body("<p> </p>&nbsp;", TextForm.HTML)));
    assertThat(rejected)
        .isEqualTo(
            new Rejected(
                new Origin("news.jsonl", 7),
                "normalize-item",
                "empty-text",
                "news.jsonl:7: there is neither a headline nor a text; give it one, or leave the"
                    + " document out",
                RAW));
  }

  @Test
  void rejectsATextThatIsTooLong() {
    Rejected rejected =
        (Rejected)
            normalizer.normalize(
                document(d -> d.body("x".repeat(Normalizer.MAX_TEXT + 1), TextForm.PLAIN)));
    assertThat(rejected.errorType()).isEqualTo("text-too-long");
    assertThat(rejected.message())
        .isEqualTo(
            "news.jsonl:7: the text has 4194318 characters, more than 4194304; is this one"
                + " document?");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "language | en-simple-yes-this-is-too-long-a-subtag | language: 'en-simple-yes-this-is-too-long-a-subtag' is not a BCP 47 tag such as en or en-GB; ignored",
        "language | English | language: 'English' is not a BCP 47 tag such as en or en-GB; ignored",
        "url | /a | url: '/a' is not an http(s) address; ignored",
        "pubStatus | maybe | pubStatus: 'maybe' is not one of usable, canceled, withdrawn; keeping it as unknown",
      })
  void saysWhatItCouldNotUse(String field, String value, String notice) {
    Normalized normalized =
        normalized(
            d ->
                switch (field) {
                  case "language" -> d.language(value);
                  case "url" -> d.url(value);
                  default -> d.pubStatus(value);
                });
    assertThat(normalized.notices()).containsExactly("news.jsonl:7: " + notice);
  }
}
