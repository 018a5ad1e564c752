package io.hotline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.hotline.gateway.log.LogInMemory;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.record.EventStatus;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.SignalState;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Feeds as a feed reader takes them, and as RFC 4287 wants them. */
class FeedTest {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String DAY = "2025-01-20T10:00:00Z";

  private final LogInMemory log = LogInMemory.house();
  private Gateway gateway;
  private Requests requests;

  @BeforeEach
  void start() throws Exception {
    gateway =
        Gateway.start(
            GatewayConfig.of(
                    ClusterConfig.plain("localhost:9", "http://localhost:9"), Namespace.LIVE)
                .listeningOn("127.0.0.1", 0)
                .refreshing(Duration.ofMillis(100)),
            log,
            new TestClock("2025-02-01T00:00:00Z"));
    requests = new Requests(gateway.address());
    requests.await(200, "feeds/alerts.atom");
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void readersFindWhatWasTold() throws Exception {
    signal(Records.signal("s1", DAY), DAY);
    signal(Records.signal("s2", "2025-01-20T11:00:00Z"), "2025-01-20T11:00:00Z");
    SyndFeed feed = rome(requests.awaitText("s2", "feeds/us-russia-contact.atom"));
    assertThat(feed.getTitle()).isEqualTo("Hotline: Title of us-russia-contact");
    assertThat(feed.getEntries()).hasSize(2);
    SyndEntry newest = feed.getEntries().get(0);
    assertThat(newest.getLink()).isEqualTo("https://example.org/s2");
    assertThat(newest.getTitle())
        .isEqualTo("[SIGNAL] RUS–USA PHONE_CALL PLANNED: Moscow and Washington plan a call");
    assertThat(newest.getPublishedDate().toInstant()).isEqualTo("2025-01-20T11:00:00Z");
    assertThat(newest.getAuthor()).isEqualTo("Example Wire");
  }

  @Test
  void anUpdateKeepsItsIdAndIsLater() throws Exception {
    signal(Records.signal("s1", DAY), DAY);
    SyndEntry before = rome(requests.awaitText("s1", "feeds/signals.atom")).getEntries().get(0);
    signal(
        Signal.newBuilder(Records.signal("s1", DAY)).setState(SignalState.RETRACTED).build(), DAY);
    SyndFeed feed = rome(requests.awaitText("RETRACTED", "feeds/signals.atom"));
    assertThat(feed.getEntries()).hasSize(1);
    SyndEntry after = feed.getEntries().get(0);
    assertThat(after.getUri()).isEqualTo(before.getUri());
    assertThat(after.getUpdatedDate()).isAfter(before.getUpdatedDate());
    assertThat(after.getContents().get(0).getValue()).contains("no longer holds");
  }

  @Test
  void isNotSentAgainToThoseWhoHaveIt() throws Exception {
    HttpResponse<String> first = requests.get("feeds/alerts.atom");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = requests.get("feeds/alerts.atom", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    log.append(
        "alerts", 0, Instant.parse(DAY), "a1", Records.alert("a1", "s1", DAY, EventStatus.PLANNED));
    requests.awaitText("a call", "feeds/alerts.atom");
    assertThat(requests.get("feeds/alerts.atom", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void holdsTheFiftyLatestOnly() throws Exception {
    for (int i = 0; i < 60; i++) {
      signal(Records.signal("s" + i, DAY), DAY);
    }
    assertThat(rome(requests.awaitText("/s59\"", "feeds/signals.atom")).getEntries()).hasSize(50);
  }

  @Test
  void hasWhatTheStandardRequires() throws Exception {
    signal(Records.signal("s1", DAY, Records.HOSTILE, Records.HOSTILE), DAY);
    log.append(
        "alerts",
        0,
        Instant.parse(DAY),
        "a1",
        Records.alert("a1", "s1", DAY, EventStatus.DENIED, Records.HOSTILE));
    for (String name : List.of("signals", "us-russia-contact", "alerts")) {
      assertIsAtom(requests.awaitText("<entry", "feeds/" + name + ".atom").body());
    }
  }

  /** RFC 4287: sections 3.3 (dates), 4.1.1 and 4.1.2 (required elements), 4.2.6 (ids). */
  private static void assertIsAtom(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    Element feed = document.getDocumentElement();
    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    assertThat(feed.getLocalName()).isEqualTo("feed");
    assertPerson(feed);
    assertHasOnce(feed, "id", "title", "updated");
    assertThat(children(feed, "link"))
        .anySatisfy(link -> assertThat(link.getAttribute("rel")).isEqualTo("self"));
    Set<String> ids = new HashSet<>();
    List<Element> entries = children(feed, "entry");
    assertThat(entries).isNotEmpty();
    for (Element entry : entries) {
      assertHasOnce(entry, "id", "title", "updated", "published", "content");
      assertPerson(entry);
      assertThat(ids.add(text(entry, "id"))).as("ids are unique").isTrue();
      assertThat(URI.create(text(entry, "id")).isAbsolute()).isTrue();
      OffsetDateTime published = OffsetDateTime.parse(text(entry, "published"));
      assertThat(OffsetDateTime.parse(text(entry, "updated"))).isAfterOrEqualTo(published);
      for (Element category : children(entry, "category")) {
        assertThat(category.getAttribute("term")).isNotBlank();
      }
      for (Element link : children(entry, "link")) {
        assertThat(URI.create(link.getAttribute("href")).getScheme()).startsWith("http");
      }
      Element content = children(entry, "content").get(0);
      assertThat(content.hasAttribute("type") && !content.getAttribute("type").equals("text"))
          .as("content is text")
          .isFalse();
      assertThat(content.getElementsByTagName("*").getLength()).as("no markup").isZero();
    }
  }

  private static void assertPerson(Element parent) {
    assertThat(text(children(parent, "author").get(0), "name")).isNotBlank();
  }

  private static void assertHasOnce(Element parent, String... names) {
    for (String name : names) {
      assertThat(children(parent, name)).as(name).hasSize(1);
      assertThat(children(parent, name).get(0).getTextContent()).as(name).isNotBlank();
    }
  }

  private static String text(Element parent, String name) {
    return children(parent, name).get(0).getTextContent();
  }

  private static List<Element> children(Element parent, String name) {
    NodeList nodes = parent.getChildNodes();
    List<Element> found = new java.util.ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element element
          && ATOM.equals(element.getNamespaceURI())
          && element.getLocalName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  private void signal(Signal signal, String timestamp) {
    log.append("us-russia-contact", 0, Instant.parse(timestamp), signal.getItemId(), signal);
  }

  private static SyndFeed rome(HttpResponse<String> answer) throws Exception {
    return new SyndFeedInput().build(new StringReader(answer.body()));
  }
}
