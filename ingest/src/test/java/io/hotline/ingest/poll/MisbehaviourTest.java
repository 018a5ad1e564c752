package io.hotline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.ingest.Normalized;
import io.hotline.ingest.Outcome;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.fetch.FetchPolicy;
import io.hotline.ingest.fetch.FetchRequest;
import io.hotline.ingest.fetch.FetchResult;
import io.hotline.ingest.fetch.Fetcher;
import io.hotline.ingest.normalize.Normalizer;
import io.hotline.schemas.record.HealthStatus;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.PollState;
import io.hotline.schemas.record.PolledSource;
import io.hotline.schemas.record.PubStatus;
import io.hotline.schemas.record.SourceHealth;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class MisbehaviourTest {

  private static final Instant MORNING = Instant.parse("2025-01-21T08:00:00Z");
  private static final int LIMIT = 4 * 1024 * 1024;
  private static final int POLLS = 4;

  private static MisbehavingServer server;

  private final Poll poll = new Poll(Normalizer.load());
  private final Fetcher fetcher =
      new Fetcher(
          new FetchPolicy(LIMIT, Duration.ofSeconds(2), 5, true), InstantSource.fixed(MORNING));

  @BeforeAll
  static void open() throws IOException {
    server = new MisbehavingServer();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static PolledSource source(String path) {
    return PolledSource.newBuilder().setId(path).setUrl(server.address(path)).build();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "misbehaviour.csv", delimiter = '|', numLinesToSkip = 1)
  void publishesWhatIsNewAndNothingElse(
      String path,
      @Nullable String published,
      @Nullable String deadLetters,
      HealthStatus status,
      @Nullable String told) {
    PolledSource source = source(path);
    PollState state = Poll.unknown(source, MORNING);
    List<String> items = new ArrayList<>();
    List<String> letters = new ArrayList<>();
    List<SourceHealth> health = new ArrayList<>();
    for (int i = 0; i < POLLS && !state.getGone(); i++) {
      Poll.Step step =
          poll.step(source, state, fetcher.fetch(Poll.request(state)), state.getNextPoll());
      state = step.state();
      health.add(step.health());
      step.outcomes().forEach(outcome -> add(outcome, items, letters));
    }
    assertThat(String.join("; ", items)).isEqualTo(published == null ? "" : published);
    assertThat(String.join("; ", letters)).isEqualTo(deadLetters == null ? "" : deadLetters);
    SourceHealth last = health.get(health.size() - 1);
    assertThat(last.getStatus()).isEqualTo(status);
    assertThat(last.getLastError() + " " + last.getProblems())
        .contains(told == null ? "null []" : told);
    assertThat(state.getSeen().size()).isLessThanOrEqualTo(2 * Fingerprints.MOST);
  }

  private static void add(Outcome outcome, List<String> items, List<String> letters) {
    if (outcome instanceof Normalized normalized) {
      NewsItem item = normalized.item();
      items.add(item.getPubStatus() == PubStatus.CANCELED ? "CANCELED" : item.getHeadline());
    } else {
      letters.add(((Rejected) outcome).errorType());
    }
  }

  @Test
  void unpacksABombWithinBounds() {
    System.gc();
    long before = used();
    FetchResult result = fetcher.fetch(FetchRequest.of(URI.create(server.address("bomb"))));
    assertThat(result).isInstanceOf(FetchResult.Failed.class);
    assertThat(used() - before).isLessThan(100L * 1024 * 1024);
  }

  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void staysWhereItHasMovedForGoodAndComesBackFromWhereItWasLent() {
    PolledSource moved = source("moved");
    PollState after =
        poll.step(
                moved,
                Poll.unknown(moved, MORNING),
                fetcher.fetch(FetchRequest.of(URI.create(moved.getUrl()))),
                MORNING)
            .state();
    assertThat(after.getUrl()).isEqualTo(server.address("steady"));
    PolledSource lent = source("lent");
    after =
        poll.step(
                lent,
                Poll.unknown(lent, MORNING),
                fetcher.fetch(FetchRequest.of(URI.create(lent.getUrl()))),
                MORNING)
            .state();
    assertThat(after.getUrl()).isEqualTo(lent.getUrl());
  }

  @Test
  void waitsAsLongAsTheServerAsks() {
    PolledSource down = source("down");
    Poll.Step step =
        poll.step(
            down,
            Poll.unknown(down, MORNING),
            fetcher.fetch(FetchRequest.of(URI.create(down.getUrl()))),
            MORNING);
    assertThat(step.state().getNextPoll()).isEqualTo(MORNING.plus(Duration.ofHours(2)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "http://127.0.0.1/feed",
    "http://localhost/feed",
    "http://[::1]/feed",
    "http://[::ffff:127.0.0.1]/feed",
    "http://10.1.2.3/feed",
    "http://172.16.0.1/feed",
    "http://192.168.1.1/feed",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/feed",
    "http://0.0.0.0/feed",
    "http://[fd00::1]/feed",
    "http://[64:ff9b::7f00:1]/feed",
    "http://2130706433/feed",
    "http://user:secret@93.184.216.34/feed",
    "ftp://93.184.216.34/feed",
  })
  void asksNothingInsideItsOwnNetwork(String address) {
    Fetcher guarded = new Fetcher(FetchPolicy.DEFAULT, InstantSource.fixed(MORNING));
    assertThat(guarded.fetch(FetchRequest.of(URI.create(address))))
        .isInstanceOfSatisfying(
            FetchResult.Failed.class,
            failed -> assertThat(failed.message()).contains(": not asked: it is "));
  }

  @Test
  void noticesThatASourceHasFallenSilent() {
    PolledSource source = source("not-modified");
    PollState before =
        PollState.newBuilder(Poll.unknown(source, MORNING))
            .setEtag("\"v1\"")
            .setLastItem(MORNING)
            .setHabitSeconds(3600)
            .build();
    FetchResult same = fetcher.fetch(Poll.request(before));
    assertThat(
            poll.step(source, before, same, MORNING.plus(Duration.ofHours(4))).health().getStatus())
        .isEqualTo(HealthStatus.FINE);
    assertThat(
            poll.step(source, before, same, MORNING.plus(Duration.ofHours(7))).health().getStatus())
        .isEqualTo(HealthStatus.SILENT);
  }

  @Test
  void asksSoonerWhereMuchIsNewAndLaterWhereNothingIs() {
    PollState rolling = afterDay(source("rolling-all-day"));
    PollState steady = afterDay(source("steady-all-day"));
    assertThat(rolling.getIntervalSeconds()).isEqualTo(300);
    assertThat(steady.getIntervalSeconds()).isEqualTo((int) Schedule.LONGEST.toSeconds());
    assertThat(rolling.getPolls()).isBetween(240L, 290L);
    assertThat(steady.getPolls()).isBetween(10L, 20L);
  }

  /** The state after a day of polls, as they fall due. */
  private PollState afterDay(PolledSource source) {
    PollState state = Poll.unknown(source, MORNING);
    Instant evening = MORNING.plus(Duration.ofDays(1));
    while (state.getNextPoll().isBefore(evening)) {
      state =
          poll.step(source, state, fetcher.fetch(Poll.request(state)), state.getNextPoll()).state();
    }
    return state;
  }
}
