package io.hotline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.ingest.feeds.Transport;
import io.hotline.ingest.fetch.FetchPolicy;
import io.hotline.ingest.fetch.FetchResult;
import io.hotline.ingest.fetch.PageFetcher;
import io.hotline.ingest.normalize.Normalizer;
import io.hotline.schemas.record.FullText;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.PolledSource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries that are only summaries, and the pages they lead to. */
class ArticlesTest {

  private static final Instant MORNING = Instant.parse("2025-01-21T08:00:00Z");
  private static final FetchPolicy POLICY =
      new FetchPolicy(4 * 1024 * 1024, Duration.ofSeconds(5), 5, true);
  private static final String SUMMARY =
      "The two ministers agreed to meet in Geneva, their offices said.";
  private static final String KEPT = "Talks agreed|" + SUMMARY;
  private static final String WHOLE =
      "Talks agreed|" + NewsSite.STORY.replaceAll("^<p>|</p>$", "").replaceAll("</p><p>", "|");

  private static NewsSite site;

  private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
  private final InstantSource clock = now::get;
  private final Normalizer normalizer = Normalizer.load();

  @BeforeAll
  static void open() throws IOException {
    site = new NewsSite(200, NewsSite.ROBOTS);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private Articles articles() {
    return new Articles(
        new PageFetcher(POLICY, clock), new io.hotline.ingest.pages.FullText(normalizer));
  }

  private Poll.Step poll(FullText fullText, String items) {
    PolledSource source =
        PolledSource.newBuilder()
            .setId("paper")
            .setName("The Paper")
            .setUrl(site.address("feed"))
            .setFullText(fullText)
            .build();
    byte[] feed =
        ("<rss version='2.0'><channel><title>t</title>" + items + "</channel></rss>")
            .getBytes(StandardCharsets.UTF_8);
    FetchResult fetched =
        new FetchResult.Fetched(
            feed,
            Transport.NONE,
            "application/rss+xml",
            new FetchResult.Hints(null, null, null),
            null);
    return new Poll(normalizer).step(source, Poll.unknown(source, MORNING), fetched, MORNING);
  }

  private static String item(String link, String more) {
    return "<item><guid isPermaLink='false'>7</guid><title>Talks agreed</title><link>%s</link>%s</item>"
        .formatted(link, more);
  }

  private static String described(String text) {
    return "<description>" + text + "</description>";
  }

  private Summary summary(NewsSite of, String path, String more) {
    Poll.Step step = poll(FullText.PAGE, item(of.address(path), more));
    assertThat(step.outcomes()).isEmpty();
    assertThat(step.summaries()).hasSize(1);
    return step.summaries().get(0);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "a page with an article;                          plain;        whole; ",
        "one that has moved;                              moved;        whole; ",
        "one that robots are asked to leave alone;        private/page; kept;  not asked: it is not for robots, says the robots.txt of its site",
        "one that leads there;                            moved-inside; kept;  not asked: it is not for robots",
        "one that is not there;                           missing;      kept;  the server answers 404",
        "one that is gone;                                gone;         kept;  it is gone for good",
        "one whose server is down;                        down;         kept;  the server answers 503",
        "one that asks for consent first;                 notice;       kept;  is about something else",
        "one that says less;                              brief;        kept; ",
        "one that is only a list;                         list;         kept;  has no text of an article",
      })
  void takesTheTextFromThePageOrKeepsTheSummary(
      String phenomenon, String path, String what, @Nullable String told) {
    Articles.Article article = articles().read(summary(site, path, described(SUMMARY)));
    assertThat(article.item().item().getText().replaceAll("\n+", "|"))
        .isEqualTo(what.equals("whole") ? WHOLE : KEPT);
    assertThat(String.valueOf(article.problem())).contains(told == null ? "null" : told);
  }

  @Test
  void staysTheSameItem() {
    Summary summary = summary(site, "described", described(SUMMARY));
    NewsItem before = summary.item().item();
    NewsItem after = articles().read(summary).item().item();
    assertThat(after.getId()).isEqualTo(before.getId());
    assertThat(after.getSource()).isEqualTo("The Paper");
    assertThat(after.getHeadline()).isEqualTo("Talks agreed");
    assertThat(after.getUrl()).isEqualTo(site.address("2025/01/20/talks"));
    assertThat(after.getAuthors()).containsExactly("A. Writer");
    assertThat(after.getLanguage()).isEqualTo("en");
    assertThat(after.getPublished() + " " + after.getPublishedBasis())
        .isEqualTo("2025-01-20T09:00:00Z DOCUMENT");
    NewsItem dated =
        articles()
            .read(
                summary(
                    site,
                    "described",
                    described(SUMMARY)
                        + "<pubDate>Mon, 20 Jan 2025 10:00:00 GMT</pubDate><author>B. Writer</author>"))
            .item()
            .item();
    assertThat(dated.getPublished() + " " + dated.getPublishedBasis() + " " + dated.getAuthors())
        .isEqualTo("2025-01-20T10:00:00Z FEED [B. Writer]");
  }

  @Test
  void readsThePageInItsEncoding() {
    Articles.Article article = articles().read(summary(site, "windows", ""));
    assertThat(article.item().item().getText())
        .contains(
            "\u0434\u043E\u0433\u043E\u0432\u043E\u0440\u0438\u043B\u0438\u0441\u044C \u0432\u0441\u0442\u0440\u0435\u0442\u0438\u0442\u044C\u0441\u044F \u0432 \u0416\u0435\u043D\u0435\u0432\u0435");
  }

  @Test
  void readsNoPageWhereTheFeedSaysItAll() {
    String whole = described("The two ministers agreed to meet in Geneva on Monday. ".repeat(20));
    assertThat(poll(FullText.PAGE, item(site.address("plain"), whole)).outcomes()).hasSize(1);
    assertThat(poll(FullText.FEED, item(site.address("plain"), "")).outcomes()).hasSize(1);
    String cut =
        described("The two ministers agreed to meet in Geneva on Monday. ".repeat(20) + "[...]");
    assertThat(poll(FullText.PAGE, item(site.address("plain"), cut)).summaries()).hasSize(1);
  }

  @Test
  void asksForRobotsOnceADay() throws IOException {
    try (NewsSite own = new NewsSite(200, NewsSite.ROBOTS)) {
      Articles articles = articles();
      Summary summary = summary(own, "plain", described(SUMMARY));
      assertThat(articles.read(summary).pause()).isEqualTo(Duration.ofSeconds(3));
      now.set(MORNING.plus(Duration.ofHours(23)));
      articles.read(summary);
      assertThat(own.asked()).containsExactly("robots.txt", "plain", "plain");
      now.set(MORNING.plus(Duration.ofHours(25)));
      articles.read(summary);
      assertThat(own.asked())
          .containsExactly("robots.txt", "plain", "plain", "robots.txt", "plain");
    }
  }

  @ParameterizedTest(name = "robots.txt answers {0}")
  @CsvSource({"404, true", "410, true", "403, true", "429, false", "503, false"})
  void takesASiteThatCannotTellForOneThatSaysNo(int status, boolean read) throws IOException {
    try (NewsSite own = new NewsSite(status, "")) {
      Articles.Article article = articles().read(summary(own, "plain", described(SUMMARY)));
      assertThat(own.asked())
          .isEqualTo(read ? List.of("robots.txt", "plain") : List.of("robots.txt"));
      assertThat(article.problem() == null).isEqualTo(read);
    }
  }

  @Test
  void keepsRequestsToOneHostApart() {
    Hosts hosts = new Hosts();
    String host = Hosts.of("https://E.org/a");
    assertThat(hosts.ask(host, MORNING)).isTrue();
    assertThat(hosts.ask("e.org", MORNING.plusSeconds(9))).as("still busy").isFalse();
    assertThat(hosts.ask("f.org", MORNING)).as("another host").isTrue();
    hosts.answered(host, Duration.ZERO, MORNING);
    assertThat(hosts.ask(host, MORNING.plusMillis(900))).isFalse();
    assertThat(hosts.ask(host, MORNING.plusMillis(1000))).isTrue();
    hosts.answered(host, Duration.ofSeconds(3), MORNING.plusSeconds(2));
    assertThat(hosts.ask(host, MORNING.plusSeconds(4))).as("asked to wait").isFalse();
    assertThat(hosts.ask(host, MORNING.plusSeconds(5))).isTrue();
  }

  @Test
  void saysWhichPagesAreMissing() {
    Poll.Step step = poll(FullText.PAGE, item(site.address("missing"), ""));
    Unfinished unfinished =
        new Unfinished(
            PolledSource.newBuilder().setId("paper").setUrl("http://e.org/").build(),
            step.state(),
            step);
    Summary summary = step.summaries().get(0);
    unfinished.started(summary);
    assertThat(unfinished.isDone()).isFalse();
    unfinished.finished(articles().read(summary));
    assertThat(unfinished.isDone()).isTrue();
    assertThat(unfinished.health().getProblems())
        .anyMatch(
            problem -> problem.startsWith("1 of 1 pages give no text: " + site.address("missing")));
  }

  @Test
  void knowsAnAddressThatIsNone() {
    assertThat(URI.create("http://e.org/a").getHost()).isEqualTo(Hosts.of("http://e.org/a"));
    assertThat(Hosts.of("http://e.org/a b")).isEmpty();
  }
}
