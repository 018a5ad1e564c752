package io.hotline.ingest.poll;

import io.hotline.ingest.Outcome;
import io.hotline.ingest.fetch.FetchPolicy;
import io.hotline.ingest.fetch.FetchResult;
import io.hotline.ingest.fetch.Fetcher;
import io.hotline.ingest.fetch.PageFetcher;
import io.hotline.ingest.normalize.Normalizer;
import io.hotline.ingest.pages.FullText;
import io.hotline.ingest.publish.ItemPublisher;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.record.PollState;
import io.hotline.schemas.record.PolledSource;
import io.hotline.schemas.record.SourceHealth;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Polls the sources of the partitions that this instance has, each when it is due, one at a time of
 * each host. One thread reads topics, publishes and keeps the account; others only fetch.
 *
 * <p>What was published is acknowledged before the state that says so is written: an instance that
 * is killed in between leaves items that will be sent again, and the enrichment drops.
 */
public final class Poller implements AutoCloseable {

  private static final Duration TICK = Duration.ofMillis(100);

  private record Done(PolledSource source, PollState before, FetchResult result) {}

  private record PageDone(Unfinished poll, String host, Articles.Article article) {}

  private final OwnedSources owned;
  private final ItemPublisher publisher;
  private final Fetcher fetcher;
  private final Articles articles;
  private final Poll poll;
  private final InstantSource clock;
  private final ExecutorService fetchers;
  private final Queue<Done> done = new ConcurrentLinkedQueue<>();
  private final Queue<PageDone> pagesDone = new ConcurrentLinkedQueue<>();
  private final List<Unfinished> unfinished = new ArrayList<>();
  private final Set<String> inFlight = new HashSet<>();
  private final Hosts hosts = new Hosts();

  private Poller(
      OwnedSources owned,
      ItemPublisher publisher,
      FetchPolicy policy,
      InstantSource clock,
      ExecutorService fetchers) {
    Normalizer normalizer = Normalizer.load();
    this.owned = owned;
    this.publisher = publisher;
    this.fetcher = new Fetcher(policy, clock);
    this.articles = new Articles(new PageFetcher(policy, clock), new FullText(normalizer));
    this.poll = new Poll(normalizer);
    this.clock = clock;
    this.fetchers = fetchers;
  }

  /**
   * One that shares the sources of a namespace with all others of it.
   *
   * @param atOnce most sources that are asked at the same time
   * @param clock tells when a source is due, and when items were seen
   */
  public static Poller connect(
      ClusterConfig cluster,
      Namespace namespace,
      FetchPolicy policy,
      int atOnce,
      InstantSource clock) {
    ExecutorService fetchers =
        Executors.newFixedThreadPool(
            atOnce,
            task -> {
              Thread thread = new Thread(task, "hotline-fetcher");
              thread.setDaemon(true);
              return thread;
            });
    return new Poller(
        new OwnedSources(cluster, namespace),
        ItemPublisher.connect(cluster, namespace, clock),
        policy,
        clock,
        fetchers);
  }

  /**
   * Polls until told to stop.
   *
   * @param notices told what went wrong with a source, and what is odd about it
   */
  public void run(BooleanSupplier stopped, Consumer<String> notices) {
    while (!stopped.getAsBoolean()) {
      owned.refresh(TICK);
      finish(notices);
      finishPages(notices);
      Instant now = clock.instant();
      unfinished.forEach(each -> startPages(each, now));
      owned.each((source, state) -> startIfDue(source, state, now));
    }
  }

  private void startIfDue(PolledSource source, @Nullable PollState known, Instant now) {
    PollState state =
        known == null || !known.getGivenUrl().equals(source.getUrl())
            ? Poll.unknown(source, now)
            : known;
    if (state.getGone() || state.getNextPoll().isAfter(now) || inFlight.contains(source.getId())) {
      return;
    }
    if (hosts.ask(Hosts.of(state.getUrl()), now)) {
      inFlight.add(source.getId());
      fetchers.execute(() -> done.add(new Done(source, state, fetcher.fetch(Poll.request(state)))));
    }
  }

  private void startPages(Unfinished waiting, Instant now) {
    for (Summary summary : waiting.left()) {
      String host = Hosts.of(String.valueOf(summary.item().item().getUrl()));
      if (hosts.ask(host, now)) {
        waiting.started(summary);
        fetchers.execute(() -> pagesDone.add(new PageDone(waiting, host, articles.read(summary))));
      }
    }
  }

  private void finish(Consumer<String> notices) {
    for (Done each = done.poll(); each != null; each = done.poll()) {
      Instant now = clock.instant();
      hosts.answered(Hosts.of(each.before.getUrl()), Duration.ZERO, now);
      // Another instance may have it by now, and asks for itself.
      if (!owned.isStill(each.before)) {
        inFlight.remove(each.source.getId());
        continue;
      }
      Poll.Step step = poll.step(each.source, each.before, each.result, now);
      if (step.summaries().isEmpty()) {
        conclude(each.source, step.outcomes(), step.health(), step.state(), notices);
      } else {
        publisher.publish(each.source.getId(), step.outcomes());
        unfinished.add(new Unfinished(each.source, each.before, step));
      }
    }
  }

  /** Each item is published when its page is there; the state, when all of them are. */
  private void finishPages(Consumer<String> notices) {
    for (PageDone each = pagesDone.poll(); each != null; each = pagesDone.poll()) {
      hosts.answered(each.host, each.article.pause(), clock.instant());
      each.poll.finished(each.article);
      if (owned.isStill(each.poll.before())) {
        publisher.publish(each.poll.source().getId(), List.of(each.article.item()));
      }
    }
    for (Unfinished each : List.copyOf(unfinished)) {
      if (!owned.isStill(each.before())) {
        each.abandon();
      }
      if (each.isDone()) {
        unfinished.remove(each);
        inFlight.remove(each.source().getId());
        if (owned.isStill(each.before())) {
          conclude(each.source(), List.of(), each.health(), each.state(), notices);
        }
      }
    }
  }

  private void conclude(
      PolledSource source,
      List<Outcome> outcomes,
      SourceHealth health,
      PollState state,
      Consumer<String> notices) {
    publisher.publish(outcomes, health, state);
    owned.keep(state);
    inFlight.remove(source.getId());
    if (state.getError() != null) {
      notices.accept(source.getId() + ": " + state.getError());
    }
    for (String problem : health.getProblems()) {
      notices.accept(source.getId() + ": " + problem);
    }
  }

  /** Lets the fetches go, and leaves the group, so that others take over at once. */
  @Override
  public void close() {
    fetchers.shutdownNow();
    owned.close();
    publisher.close();
    try {
      boolean unused = fetchers.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
