package io.hotline.cli;

import static java.util.Collections.disjoint;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hotline.cli.flow.Accounting;
import io.hotline.cli.flow.Drain;
import io.hotline.cli.flow.Foundations;
import io.hotline.cli.reading.TopicReader;
import io.hotline.ingest.fetch.FetchPolicy;
import io.hotline.ingest.poll.Poller;
import io.hotline.ingest.poll.SourceLists;
import io.hotline.ingest.poll.SourceRegistry;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.HealthStatus;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.PollState;
import io.hotline.schemas.record.PolledSource;
import io.hotline.schemas.record.SourceHealth;
import io.hotline.schemas.wire.MalformedRecordException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day of polls in a minute: feeds whose stories come and are edited, two instances that share
 * them, and one of the two, a process of its own, that is killed in the morning while a feed is on
 * its way. The clock of the test is the day's.
 */
class PollingTest {

  private static final Instant MIDNIGHT = Instant.parse("2025-01-20T00:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int FEEDS = 4;

  /** A story an hour; each is edited once, seven hours on: no feed is ever asked less often. */
  private static final int STORIES = 4;

  private static final Duration EDIT = Duration.ofHours(7);

  @TempDir static Path folder;
  private static House house;

  private final AtomicReference<Instant> now = new AtomicReference<>(MIDNIGHT);
  private final InstantSource clock = now::get;

  /** What is done when a feed is asked for the next time, before the answer. */
  private final AtomicReference<Runnable> atNextPoll = new AtomicReference<>(() -> {});

  @BeforeAll
  static void open() throws Exception {
    Map<Setting, String> flags = new HashMap<>();
    flags.put(Setting.KAFKA_PORT, "0");
    flags.put(Setting.REGISTRY_PORT, "0");
    flags.put(Setting.HTTP_PORT, "0");
    house = House.open(Settings.resolve(flags, Map.of(), null), folder.resolve("data"));
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private HttpServer site() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::feed);
    server.createContext("/now", exchange -> answer(exchange, clock.instant().toString()));
    server.createContext("/robots.txt", exchange -> answer(exchange, "User-agent: *\nAllow: /\n"));
    server.createContext("/story", exchange -> answer(exchange, PAGE));
    server.createContext("/summaries", exchange -> answer(exchange, SUMMARIES));
    server.createContext("/elsewhere", exchange -> answer(exchange, ELSEWHERE));
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "site");
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
    return server;
  }

  private static String address(HttpServer server) {
    return "http://localhost:" + server.getAddress().getPort();
  }

  @Test
  void losesNothingAndDoublesNothing() throws Exception {
    HttpServer server = site();
    ClusterConfig cluster = house.cluster();
    SourceRegistry registry = new SourceRegistry(cluster, Namespace.LIVE);
    registry.add(sources(address(server)));
    Process killed = PollerProcess.start(cluster, address(server) + "/now");
    Instance second = new Instance(cluster);
    try {
      awaitBothHaveSources(cluster);
      pass(Duration.ofHours(6), cluster);
      assertThat(killed.isAlive()).as("it works until it is killed").isTrue();
      atNextPoll.set(killed::destroyForcibly);
      pass(Duration.ofHours(12), cluster);
      assertThat(killed.waitFor()).as("killed by signal 9").isEqualTo(128 + 9);
      second.stop();
      settle(cluster);

      Map<String, List<String>> revisions = new TreeMap<>();
      for (SpecificRecord each : read(cluster, Topics.enriched(Namespace.LIVE))) {
        EnrichedItem enriched = (EnrichedItem) each;
        revisions
            .computeIfAbsent(
                String.valueOf(enriched.getItem().getSourceItemId()), id -> new ArrayList<>())
            .add(enriched.getRevision() + " " + enriched.getItem().getHeadline());
      }
      assertThat(revisions).hasSize(FEEDS * STORIES);
      revisions.forEach(
          (id, seen) ->
              assertThat(seen).as(id).containsExactly("1 " + id + " begins", "2 " + id + " ends"));
      int edits = FEEDS * STORIES;
      assertThat(revisions.values().stream().mapToInt(List::size).sum() - revisions.size())
          .as("revisions are edits")
          .isEqualTo(edits);
      Map<String, PollState> states = registry.states();
      assertThat(states).hasSize(FEEDS);
      assertThat(states.values()).allSatisfy(state -> assertThat(state.getFailures()).isZero());
      assertThat(read(cluster, Topics.sourceHealth(Namespace.LIVE)))
          .map(SourceHealth.class::cast)
          .extracting(SourceHealth::getStatus)
          .containsOnly(HealthStatus.FINE);
      assertThat(second.stoppedWell).isTrue();
    } finally {
      killed.destroyForcibly();
      second.stop();
      server.stop(0);
    }
  }

  /** Until then one of them would have everything, and the other nothing to lose. */
  private static void awaitBothHaveSources(ClusterConfig cluster) throws Exception {
    Set<Integer> used = new HashSet<>();
    for (int i = 0; i < FEEDS; i++) {
      byte[] key = ("feed-" + i).getBytes(StandardCharsets.UTF_8);
      used.add(Utils.toPositive(Utils.murmur2(key)) % Topics.sources(Namespace.LIVE).partitions());
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String group = Namespace.LIVE + "-poll";
    try (Admin admin = Admin.create(cluster.toClientProperties())) {
      List<Set<Integer>> shares = List.of();
      while (shares.size() < 2 || shares.stream().anyMatch(share -> disjoint(share, used))) {
        assertThat(System.nanoTime()).as("two that share, now %s", shares).isLessThan(deadline);
        Thread.sleep(50);
        shares =
            admin
                .describeConsumerGroups(List.of(group))
                .all()
                .get()
                .values()
                .iterator()
                .next()
                .members()
                .stream()
                .map(
                    member ->
                        member.assignment().topicPartitions().stream()
                            .map(TopicPartition::partition)
                            .collect(Collectors.toSet()))
                .toList();
      }
    }
  }

  @Test
  void theHousePollsAListAndTakesItems() throws Exception {
    HttpServer server = site();
    Namespace namespace = new Namespace("doors");
    ClusterConfig cluster = house.cluster();
    Foundations.lay(cluster, namespace, 1);
    Path list = folder.resolve("feeds.yaml");
    Files.writeString(
        list,
        "- {id: paper, url: '"
            + address(server)
            + "/summaries', name: The Paper, fulltext: page}\n");
    String token = "a-token-of-some-length";
    Map<Setting, String> flags = new HashMap<>();
    flags.put(Setting.SOURCES, list.toString());
    flags.put(Setting.LISTEN_PORT, "0");
    flags.put(Setting.INGEST_TOKEN, token);
    List<String> told = new CopyOnWriteArrayList<>();
    try (Doors doors =
        Doors.open(
            Doors.plan(Settings.resolve(flags, Map.of(), null)),
            FetchPolicy.DEFAULT.withPrivateAddresses(true),
            cluster,
            namespace,
            () -> told.add("a door has fallen"),
            told::add)) {
      StringWriter said = new StringWriter();
      doors.describe(new PrintWriter(said, true));
      assertThat(said.toString()).contains("polling   1 sources", "items     POST http://127");
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(String.valueOf(doors.items())))
                      .header("Authorization", "Bearer " + token)
                      .POST(
                          HttpRequest.BodyPublishers.ofString(
                              "{\"id\": \"7\", \"headline\": \"Pushed\", \"text\": \"Text.\"}"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
      List<String> texts = awaitTexts(cluster, namespace, 2, told);
      assertThat(texts).hasSize(2).anyMatch(text -> text.endsWith(": Pushed|Text."));
      assertThat(texts)
          .anyMatch(
              text ->
                  text.startsWith("The Paper: Talks agreed|The two ministers agreed on Monday")
                      && text.endsWith("before he went into the building by the back door."));
      new SourceRegistry(cluster, namespace)
          .add(List.of(SourceLists.source("paper", address(server) + "/elsewhere", "P", null, 60)));
      assertThat(awaitTexts(cluster, namespace, 3, told))
          .as("a source with another address begins anew")
          .contains("P: Moved|Text.");
      doors.check();
    } finally {
      server.stop(0);
    }
    assertThat(told).isEmpty();
  }

  private static List<String> awaitTexts(
      ClusterConfig cluster, Namespace namespace, int count, List<String> told) throws Exception {
    List<String> texts = List.of();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (texts.size() < count) {
      assertThat(System.nanoTime()).as("%s %s", texts, told).isLessThan(deadline);
      Thread.sleep(100);
      texts =
          read(cluster, Topics.items(namespace)).stream()
              .map(NewsItem.class::cast)
              .map(item -> item.getSource() + ": " + item.getText().replaceAll("\\n+", "|"))
              .sorted()
              .toList();
    }
    return texts;
  }

  private static List<PolledSource> sources(String site) {
    List<PolledSource> sources = new ArrayList<>();
    for (int i = 0; i < FEEDS; i++) {
      sources.add(SourceLists.source("feed-" + i, site + "/" + i, "Paper " + i, null, 3600));
    }
    return sources;
  }

  private static final String PAGE =
      "<html><body><article><p>The two ministers agreed on Monday to meet in Geneva, their offices said in separate statements.</p><p>\u201CWe will see,\u201D one official said, before he went into the building by the back door.</p></article></body></html>";

  private static final String SUMMARIES =
      "<rss version='2.0'><channel><title>t</title><item><title>Talks agreed</title><link>/story</link><description>The two ministers agreed to meet in Geneva.</description><pubDate>Mon, 20 Jan 2025 10:00:00 GMT</pubDate></item></channel></rss>";

  private static final String ELSEWHERE =
      "<rss version='2.0'><channel><title>t</title><item><title>Moved</title><description>Text.</description><pubDate>Mon, 20 Jan 2025 10:00:00 GMT</pubDate></item></channel></rss>";

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** What is in a feed at this time of the day. */
  private void feed(HttpExchange exchange) throws IOException {
    atNextPoll.getAndSet(() -> {}).run();
    String name = exchange.getRequestURI().getPath().substring(1);
    StringBuilder items = new StringBuilder();
    for (int story = 0; story < STORIES; story++) {
      Instant begins = MIDNIGHT.plus(Duration.ofHours(story)).plus(Duration.ofMinutes(1));
      if (!clock.instant().isBefore(begins)) {
        boolean edited = !clock.instant().isBefore(begins.plus(EDIT));
        items.append(
            "<item><guid isPermaLink='false'>urn:%s:%d</guid><title>urn:%s:%d %s</title><description>Text.</description><pubDate>%s</pubDate></item>"
                .formatted(name, story, name, story, edited ? "ends" : "begins", begins));
      }
    }
    answer(exchange, "<rss version='2.0'><channel><title>t</title>" + items + "</channel></rss>");
  }

  /**
   * Lets time pass, a step at a time, and waits after each until every feed that was due was asked.
   */
  private void pass(Duration time, ClusterConfig cluster) throws InterruptedException {
    Instant end = clock.instant().plus(time);
    SourceRegistry registry = new SourceRegistry(cluster, Namespace.LIVE);
    while (clock.instant().isBefore(end)) {
      Instant next = clock.instant().plus(STEP);
      Instant due = end;
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      now.set(next);
      while (due.equals(end) || !due.isAfter(clock.instant())) {
        assertThat(System.nanoTime()).as("asked in time").isLessThan(deadline);
        Map<String, PollState> states = registry.states();
        due =
            states.size() < FEEDS
                ? clock.instant()
                : states.values().stream()
                    .map(PollState::getNextPoll)
                    .min(Instant::compareTo)
                    .orElse(end);
        if (!due.isAfter(clock.instant())) {
          // The pause of a host is measured by the day's clock too.
          now.set(clock.instant().plusSeconds(2));
          Thread.sleep(20);
        }
      }
      now.set(due.isAfter(end) ? end : due);
    }
  }

  private static void settle(ClusterConfig cluster) {
    try (Drain drain = new Drain(cluster, Namespace.LIVE);
        Accounting accounting = new Accounting(cluster, Namespace.LIVE)) {
      assertThat(drain.await(PATIENCE, left -> {})).as("everything came out").isTrue();
      assertThat(accounting.await(PATIENCE, left -> {})).as("everything is counted").isTrue();
    }
  }

  private static <V extends SpecificRecord> List<SpecificRecord> read(
      ClusterConfig cluster, TopicSpec<V> topic) {
    List<SpecificRecord> values = new ArrayList<>();
    try (TopicReader<V> reader = new TopicReader<>(cluster, List.of(topic))) {
      reader.read(
          TopicReader.Window.ALL,
          new TopicReader.Receiver<SpecificRecord>() {
            @Override
            public boolean receive(
                ConsumerRecord<byte[], byte[]> raw, String key, @Nullable SpecificRecord value) {
              if (value != null) {
                values.add(value);
              }
              return true;
            }

            @Override
            public void malformed(
                ConsumerRecord<byte[], byte[]> raw, MalformedRecordException why) {
              throw why;
            }
          });
    }
    return values;
  }

  /** One of those that share the feeds. */
  private final class Instance {
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean stoppedWell;

    Instance(ClusterConfig cluster) {
      thread =
          new Thread(
              () -> {
                try (Poller poller =
                    Poller.connect(
                        cluster,
                        Namespace.LIVE,
                        FetchPolicy.DEFAULT.withPrivateAddresses(true),
                        4,
                        clock)) {
                  poller.run(stop::get, notice -> {});
                }
                stoppedWell = true;
              });
      thread.start();
    }

    void stop() throws InterruptedException {
      stop.set(true);
      thread.join(PATIENCE.toMillis());
    }
  }
}
