package io.hotline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotline.cli.browser.Chromium;
import io.hotline.cli.browser.Tab;
import io.hotline.schemas.record.DateBasis;
import io.hotline.schemas.record.NewsItem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The dashboard as somebody at a desk meets it: a real house, the demo's news, a real browser, one
 * night told in order. What the pages look like is kept in target/screenshots.
 */
@Tag("browser")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DashboardBrowserTest {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String DAY = "2025-01-20";
  private static final String CALL =
      "Russian President Vladimir Putin spoke by phone with U.S. President Donald Trump on"
          + " Saturday, Kremlin spokesman Dmitry Peskov said.";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static DemoHouse house;
  private static Chromium chromium;
  private static Tab tab;

  @BeforeAll
  static void open() throws Exception {
    Path program =
        Chromium.find()
            .orElseThrow(() -> new AssertionError("no Chromium on the path; see .ci/browser"));
    house = DemoHouse.open(folder.resolve("data"));
    chromium = Chromium.start(program, folder.resolve("profile"));
    tab = chromium.open();
    tab.size(1440, 900);
    tab.colours("light");
  }

  @AfterAll
  static void close() throws Exception {
    if (tab != null) {
      tab.close();
    }
    if (chromium != null) {
      chromium.close();
    }
    if (house != null) {
      house.close();
    }
  }

  @AfterEach
  void consoleIsQuiet() {
    assertThat(tab.errors()).isEmpty();
  }

  @Test
  @Order(1)
  void anEmptyDeskSaysWhatToDo() {
    tab.go(house.page());
    tab.await("document.getElementById('connection').dataset.state === 'live'");
    tab.await("document.getElementById('wire-notice').innerText.includes('No signals yet')");
    assertThat(tab.text("#alerts-notice")).contains("No alerts yet");
    assertThat(tab.text("#wire-notice")).contains("hotline ingest");
    tab.await("document.querySelectorAll('#topics button').length > 1");
    tab.screenshot(SCREENSHOTS.resolve("empty.png"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.hotline.cli.browser.PagePromises#all")
  @Order(2)
  void modulesKeepTheirPromises(String name, String module, String body, String expected)
      throws Exception {
    String answer =
        tab.eval(
                "import('/page/%s').then((m) => { %s }).then(JSON.stringify)"
                    .formatted(module, body))
            .asText();
    assertThat(JSON.readTree(answer)).as(name).isEqualTo(JSON.readTree(expected));
  }

  @Test
  @Order(3)
  void signalsArriveLive() throws Exception {
    tab.eval("window.isTheSamePage = true");
    house.ingestSamples(folder);
    tab.await("document.querySelectorAll('.row').length > 0");
    house.settle();
    int findings =
        DemoHouse.findings(house.records("signals", "since=2025-01-01&until=2025-02-01"));
    tab.await("document.querySelectorAll('.row').length === " + findings);

    assertThat(tab.eval("window.isTheSamePage").asBoolean()).as("without a reload").isTrue();
    assertThat(tab.count(".row .status svg")).as("a shape and a word").isEqualTo(findings);
    assertThat(tab.text(".row .status")).isNotBlank();
    assertThat(times(".row time")).as("newest first").isSortedAccordingTo((a, b) -> b.compareTo(a));
    tab.await("document.querySelector('#chart canvas') !== null");
    tab.await("document.querySelectorAll('.matrix .cell').length > 0");
    assertThat(tab.count("#topics button")).isGreaterThanOrEqualTo(8);
    assertThat(tab.eval("document.title").asText()).startsWith("(");
    Tab.pause(3000);
    tab.screenshot(SCREENSHOTS.resolve("desk-light.png"));
    tab.colours("dark");
    Tab.pause(500);
    tab.screenshot(SCREENSHOTS.resolve("desk-dark.png"));
    tab.colours("light");
  }

  @Test
  @Order(4)
  void theWireIsNarrowedByTopicStatusAndWords() {
    int all = tab.count(".row");
    tab.click("[data-topic=us-russia-contact]");
    tab.await("document.querySelectorAll('.row').length < " + all);
    tab.click("[data-toggle=DENIED]");
    tab.await("[...document.querySelectorAll('.row')].every(r => r.dataset.status === 'DENIED')");
    assertThat(tab.count(".row")).isPositive();
    tab.press("/");
    tab.write("no such words anywhere");
    tab.await("document.getElementById('wire-notice').innerText.includes('Nothing matches')");
    tab.click("#wire-notice button");
    tab.await("document.querySelectorAll('.row').length === " + all);
  }

  @Test
  @Order(5)
  void aStoryOpensWithItsEvidenceInTheArticle() {
    tab.eval("document.activeElement.blur()");
    tab.press("l");
    tab.await("document.activeElement.classList.contains('story-card')");
    tab.press("Enter");
    tab.await("document.querySelectorAll('.story-step').length > 1");
    tab.await("document.querySelector('.article mark.main') !== null");

    assertThat(times(".story-step time")).as("the way it went").isSorted();
    for (int step = 0; step < tab.count(".story-step"); step++) {
      String said = ".story-step.chosen .said";
      tab.eval("document.querySelectorAll('.story-step .choose')[%d].click()".formatted(step));
      tab.await(
          "[...document.querySelectorAll('.article mark.main')].map(m => m.textContent).join('')"
              + " === document.querySelector('"
              + said
              + "').textContent");
      assertThat(tab.text(said)).isNotBlank();
      assertThat(tab.text(".story-step.chosen .chain .outlet")).isNotBlank();
    }
    assertThat(tab.count(".article .note")).as("quotes with speakers").isPositive();
    assertThat(tab.text(".article .note")).isNotBlank();
    tab.screenshot(SCREENSHOTS.resolve("story-light.png"));
    tab.press("Escape");
    tab.await("!document.getElementById('desk').hidden");
  }

  @Test
  @Order(6)
  void aDayIsReplayedWithTheSlider() throws Exception {
    List<JsonNode> signals = house.records("signals", "since=2025-01-20&until=2025-01-21");
    long number = DemoHouse.publishedUpTo(signals, DAY, "24:00");
    String all = " of " + number + " signals";
    tab.eval("location.hash = '#/replay/" + DAY + "'");
    tab.await("document.getElementById('replay-told').textContent === '0" + all + "'");
    tab.await(
        "document.getElementById('wire-notice').textContent.includes('Nothing published yet')");

    tab.click("#replay-slider");
    String clock = tab.text("#replay-clock");
    assertThat(clock).as("the middle of the slider").startsWith("1");
    tab.await(
        "document.getElementById('replay-told').textContent === '%d%s'"
            .formatted(DemoHouse.publishedUpTo(signals, DAY, clock), all));
    tab.await("document.querySelector('.row time') !== null"); // the wire is drawn after the clock
    assertThat(times(".row time"))
        .isNotEmpty()
        .allSatisfy(time -> assertThat(time).isLessThanOrEqualTo(DAY + "T" + clock + ":00Z"));
    assertThat(tab.count("#desk [data-act=acknowledge]")).as("nothing to do in the past").isZero();
    tab.screenshot(SCREENSHOTS.resolve("replay-light.png"));

    tab.eval("document.activeElement.blur()");
    tab.press("ArrowRight");
    String next = tab.text("#replay-clock");
    assertThat(next).isGreaterThan(clock);
    tab.await(
        "document.getElementById('replay-told').textContent === '%d%s'"
            .formatted(DemoHouse.publishedUpTo(signals, DAY, next), all));

    tab.press("Space");
    tab.await("document.getElementById('replay-clock').textContent > '" + next + "'");
    tab.press("Space");
    tab.await("document.getElementById('replay-play').innerText.includes('Play')");

    tab.eval("document.getElementById('replay-slider').focus()");
    tab.press("End");
    tab.await(
        "document.getElementById('replay-told').textContent === '%d%s'".formatted(number, all));
    tab.click(".replay a.quiet");
    tab.await("document.getElementById('replay').hidden");
  }

  @Test
  @Order(7)
  void anAlertIsAcknowledgedForEverybody() throws Exception {
    String story = "#alerts .story-card.open";
    tab.await("document.querySelector('" + story + "') !== null"); // the live desk is drawn again
    int open = tab.count(story);
    String id = tab.eval("document.querySelector('" + story + "').dataset.story").asText();
    String card = "[data-story='" + id + "']";
    tab.click(card + " [data-act=acknowledge]");
    tab.await("document.activeElement.name === 'by'");
    tab.write("A. Keller");
    tab.eval("document.querySelector('[name=note]').focus()");
    tab.write("Seen; the desk in Geneva is asking.");
    tab.press("Enter");
    tab.await("document.querySelector(\"" + card + " .taken\") !== null");

    assertThat(tab.text(card + " .taken")).contains("A. Keller", "Geneva");
    assertThat(tab.count(story)).isEqualTo(open - 1);
    assertThat(JSON.readTree(house.get("acknowledgements")).findValuesAsText("by"))
        .containsExactly("A. Keller");
    tab.screenshot(SCREENSHOTS.resolve("acknowledged-light.png"));
    tab.reload();
    tab.await("document.querySelector(\"" + card + " .taken\") !== null");
    tab.await("document.querySelectorAll('%s').length === %d".formatted(story, open - 1));
  }

  @Test
  @Order(8)
  void hostileNewsIsText() {
    String evil = "<img src=x onerror=window.evil=1><script>window.evil=1</script>";
    String headline = evil + " data: x\rid: 1\u202Eevil";
    house.send(
        NewsItem.newBuilder()
            .setId("hostile")
            .setSource("Mallory <b>News</b> \u202Eevil")
            .setUrl("javascript:window.evil=1")
            .setHeadline(headline)
            .setText(headline + "\n\n" + CALL + "\n\n\u2066\u202E" + evil)
            .setPublished(Instant.parse("2025-01-25T10:00:00Z"))
            .setPublishedBasis(DateBasis.FEED)
            .setSeen(Instant.parse("2025-01-25T10:01:00Z"))
            .build());
    tab.await("document.querySelector('.row .outlet')?.textContent.includes('Mallory')");
    String row = ".row";
    assertThat(tab.text(row)).contains("<script>", "<b>News</b>");
    assertThat(tab.eval("document.querySelector('.row').textContent").asText())
        .doesNotContain("\u202E");
    assertThat(tab.count(".row img, .row script, .row b")).isZero();
    assertThat(tab.count("a[href^=javascript]")).isZero();
    tab.click(".row .sentence", "document.querySelector('.article') !== null");
    assertThat(tab.text(".article")).contains("onerror", "</script>");
    assertThat(tab.eval("document.querySelector('.article').textContent").asText())
        .doesNotContain("\u202E", "\u2066");
    assertThat(tab.count(".article img, .article script")).isZero();
    assertThat(tab.eval("typeof window.evil").asText()).isEqualTo("undefined");
    tab.press("Escape");
  }

  @Test
  @Order(9)
  void aRuleIsTriedOnATextAndOnTheArchive() {
    tab.eval("location.hash = '#/rules/us-russia-contact'");
    tab.await("document.querySelector('textarea[name=text]') !== null");
    assertThat(tab.eval("document.querySelector('.yaml').value").asText())
        .contains("between: [USA, RUS]");
    tab.eval("document.querySelector('textarea[name=text]').focus()");
    tab.write(
        "U.S. Secretary of State Marco Rubio met Russian Foreign Minister Sergei Lavrov in Riyadh"
            + " on Tuesday, the State Department said.");
    tab.click(".panel:nth-of-type(2) [type=submit]");
    tab.await("document.querySelector('.verdict[data-matches=true]') !== null");
    assertThat(tab.count(".verdict .clauses li")).isGreaterThan(1);
    assertThat(tab.count(".panel-article mark.evidence")).isPositive();

    tab.click(".panel:nth-of-type(3) [type=submit]");
    tab.await("document.querySelector('.panel:nth-of-type(3) canvas') !== null");
    assertThat(tab.count(".samples li")).isPositive();
    tab.eval("scrollTo(0, 0)");
    tab.screenshot(SCREENSHOTS.resolve("rules-light.png"));
  }

  @Test
  @Order(10)
  void itIsReadableOnAPhone() {
    tab.size(390, 844);
    tab.eval("location.hash = '#/'");
    tab.await("document.querySelectorAll('.row').length > 20");
    Tab.pause(500);
    assertThat(tab.eval("document.documentElement.scrollWidth").asInt())
        .as("nothing is cut off at the side")
        .isLessThanOrEqualTo(390);
    tab.screenshot(SCREENSHOTS.resolve("phone-light.png"));
    tab.click("#tabs [data-show=alerts]");
    tab.await("document.querySelector('.story-card').getBoundingClientRect().width > 300");
    tab.screenshot(SCREENSHOTS.resolve("phone-alerts.png"));
    tab.click(".story-card .sentence", "document.querySelector('.article') !== null");
    assertThat(tab.eval("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(390);
    tab.colours("dark");
    Tab.pause(500);
    tab.screenshot(SCREENSHOTS.resolve("phone-story-dark.png"));
  }

  private static List<String> times(String selector) {
    List<String> times = new ArrayList<>();
    tab.eval("[...document.querySelectorAll('%s')].map(t => t.dateTime)".formatted(selector))
        .forEach(time -> times.add(time.asText()));
    return times;
  }
}
