package io.hotline.ingest.poll;

import io.hotline.ingest.Normalized;
import io.hotline.ingest.Outcome;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.feeds.Feed;
import io.hotline.ingest.feeds.FeedParse;
import io.hotline.ingest.feeds.FeedParser;
import io.hotline.ingest.fetch.FetchRequest;
import io.hotline.ingest.fetch.FetchResult;
import io.hotline.ingest.fetch.FetchResult.Hints;
import io.hotline.ingest.normalize.Normalizer;
import io.hotline.ingest.sources.FeedReader;
import io.hotline.ingest.sources.SourceOptions;
import io.hotline.schemas.record.DateBasis;
import io.hotline.schemas.record.FullText;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.PollState;
import io.hotline.schemas.record.PolledSource;
import io.hotline.schemas.record.SourceHealth;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One poll, without its effects: from what was known of a source and what its server said to what
 * is to be published, what is known now, and how the source is doing.
 */
final class Poll {

  /** How much the newest pause counts for the habit. */
  private static final double NEWEST = 0.2;

  /** A page a second: more would keep a source from being asked again in time. */
  private static final int MOST_PAGES = 200;

  private final Normalizer normalizer;

  Poll(Normalizer normalizer) {
    this.normalizer = normalizer;
  }

  /**
   * What comes of a poll.
   *
   * @param outcomes new and changed items, and what can be none
   * @param summaries new and changed entries whose pages are to be read first
   * @param repeats items that were there before, with the same content
   */
  record Step(
      PollState state,
      List<Outcome> outcomes,
      List<Summary> summaries,
      int repeats,
      SourceHealth health) {

    Step {
      outcomes = List.copyOf(outcomes);
      summaries = List.copyOf(summaries);
    }

    /** Of a poll that brought nothing. */
    static Step nothing(PollState state, SourceHealth health) {
      return new Step(state, List.of(), List.of(), 0, health);
    }
  }

  /** What is known of a source that was never asked. */
  static PollState unknown(PolledSource source, Instant now) {
    return PollState.newBuilder()
        .setSource(source.getId())
        .setUrl(source.getUrl())
        .setGivenUrl(source.getUrl())
        .setNextPoll(now)
        .setIntervalSeconds(source.getMinIntervalSeconds())
        .build();
  }

  /** What to ask the server for. */
  static FetchRequest request(PollState state) {
    return FetchRequest.changed(
        URI.create(state.getUrl()), state.getEtag(), state.getLastModified());
  }

  /** Goes on from an answer. */
  Step step(PolledSource source, PollState before, FetchResult result, Instant now) {
    if (result instanceof FetchResult.Fetched fetched) {
      FeedParse parse = FeedParser.parse(fetched.bytes(), fetched.transport());
      if (parse instanceof Feed feed) {
        return read(source, before, feed, fetched, now);
      }
      FeedParse.NotAFeed no = (FeedParse.NotAFeed) parse;
      return failed(source, before, before.getUrl() + ": " + no.problem(), null, now);
    }
    if (result instanceof FetchResult.NotModified same) {
      PollState after =
          answered(source, before, same.hints(), same.movedTo(), null, 0, now).build();
      return Step.nothing(after, health(source, after, Checkup.Counts.NONE, List.of(), now));
    }
    if (result instanceof FetchResult.Gone gone) {
      PollState after =
          PollState.newBuilder(before)
              .setPolls(before.getPolls() + 1)
              .setPolled(now)
              .setGone(true)
              .setFailures(before.getFailures() + 1)
              .setError(gone.message())
              .build();
      return Step.nothing(after, health(source, after, Checkup.Counts.NONE, List.of(), now));
    }
    FetchResult.Failed failed = (FetchResult.Failed) result;
    return failed(source, before, failed.message(), failed.retryAfter(), now);
  }

  private Step failed(
      PolledSource source,
      PollState before,
      String message,
      @Nullable Duration retryAfter,
      Instant now) {
    int failures = before.getFailures() + 1;
    PollState after =
        PollState.newBuilder(before)
            .setPolls(before.getPolls() + 1)
            .setPolled(now)
            .setFailures(failures)
            .setError(message)
            .setNextPoll(
                Schedule.afterFailure(now, least(source), failures, retryAfter, seed(before)))
            .build();
    return Step.nothing(after, health(source, after, Checkup.Counts.NONE, List.of(), now));
  }

  private Step read(
      PolledSource source, PollState before, Feed feed, FetchResult.Fetched fetched, Instant now) {
    String host = URI.create(before.getUrl()).getHost();
    List<Reading> readings =
        new FeedReader(SourceOptions.DEFAULT.withSource(source.getName()))
            .documents(feed, source.getId(), host == null ? source.getId() : host, now);
    Fingerprints seen = new Fingerprints(before.getSeen());
    List<Outcome> outcomes = new ArrayList<>();
    List<Summary> summaries = new ArrayList<>();
    Set<Instant> dates = new HashSet<>();
    int repeats = 0;
    int fresh = 0;
    int lost = 0;
    int clamped = 0;
    int undated = 0;
    for (Reading reading : readings) {
      Outcome outcome =
          reading instanceof RawDocument document
              ? normalizer.normalize(document)
              : (Rejected) reading;
      if (outcome instanceof Normalized normalized) {
        NewsItem item = normalized.item();
        clamped += item.getPublishedBasis() == DateBasis.CLAMPED ? 1 : 0;
        undated += item.getPublishedBasis() == DateBasis.ARRIVAL ? 1 : 0;
        dates.add(item.getPublished());
        if (seen.changes(item)) {
          fresh++;
          if (reading instanceof RawDocument entry
              && source.getFullText() == FullText.PAGE
              && io.hotline.ingest.pages.FullText.isSummary(item)
              && summaries.size() < MOST_PAGES) {
            summaries.add(new Summary(entry, normalized));
          } else {
            outcomes.add(outcome);
          }
        } else {
          repeats++;
        }
      } else {
        lost++;
        if (outcome instanceof Rejected rejected && seen.changes(rejected)) {
          outcomes.add(rejected);
        }
      }
    }
    boolean sameDate = readings.size() > 2 && undated == 0 && clamped == 0 && dates.size() == 1;
    Checkup.Counts counts =
        new Checkup.Counts(readings.size(), fresh, lost, clamped, undated, sameDate);
    PollState after =
        answered(source, before, fetched.hints(), fetched.movedTo(), feed, fresh, now)
            .setSeen(seen.pairs())
            .build();
    return new Step(
        after,
        outcomes,
        summaries,
        repeats,
        health(source, after, counts, Checkup.problems(before, counts), now));
  }

  private static PollState.Builder answered(
      PolledSource source,
      PollState before,
      Hints hints,
      @Nullable URI movedTo,
      @Nullable Feed feed,
      int fresh,
      Instant now) {
    Duration interval =
        Schedule.learn(Duration.ofSeconds(before.getIntervalSeconds()), least(source), fresh > 0);
    PollState.Builder after =
        PollState.newBuilder(before)
            .setUrl(movedTo == null ? before.getUrl() : movedTo.toString())
            .setEtag(hints.etag() == null && feed == null ? before.getEtag() : hints.etag())
            .setLastModified(
                hints.lastModified() == null && feed == null
                    ? before.getLastModified()
                    : hints.lastModified())
            .setPolls(before.getPolls() + 1)
            .setPolled(now)
            .setFailures(0)
            .setError(null)
            .setIntervalSeconds((int) interval.toSeconds())
            .setNextPoll(Schedule.afterAnswer(now, interval, feed, hints.maxAge(), seed(before)));
    if (fresh == 0) {
      return after;
    }
    Instant last = before.getLastItem();
    if (last != null) {
      long pause = Math.max(1, Duration.between(last, now).toSeconds());
      long habit = before.getHabitSeconds();
      after.setHabitSeconds(habit == 0 ? pause : Math.round(habit + NEWEST * (pause - habit)));
      // What is in a feed when it is first read says nothing about its habits.
      double usual = before.getUsualItems();
      after.setUsualItems(usual == 0 ? fresh : usual + NEWEST * (fresh - usual));
    }
    return after.setLastItem(now);
  }

  private static Duration least(PolledSource source) {
    return Duration.ofSeconds(Math.max(1, source.getMinIntervalSeconds()));
  }

  private static long seed(PollState state) {
    return state.getSource().hashCode() * 1_000_003L + state.getPolls();
  }

  private static SourceHealth health(
      PolledSource source,
      PollState after,
      Checkup.Counts counts,
      List<String> problems,
      Instant now) {
    return SourceHealth.newBuilder()
        .setSource(source.getId())
        .setChecked(now)
        .setLastItemSeen(after.getLastItem())
        .setItemsRead(counts.read())
        .setItemsPublished(counts.fresh())
        .setItemsFailed(counts.lost())
        .setDatesClamped(counts.clamped())
        .setDatesMissing(counts.undated())
        .setLastError(after.getError())
        .setStatus(Checkup.status(after, problems, now))
        .setProblems(problems)
        .setFailures(after.getFailures())
        .setHabitSeconds(after.getHabitSeconds())
        .setNextCheck(after.getNextPoll())
        .build();
  }
}
