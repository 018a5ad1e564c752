package io.hotline.gateway.log;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The topics that may be read, kept up to date, so that a new rule's topic is served without a
 * restart. Thread-safe.
 */
public final class Catalogue implements AutoCloseable {

  private record Listing(
      List<ListedTopic> topics, @Nullable Instant at, @Nullable String trouble) {}

  private final TopicLister lister;
  private final Duration every;
  private final InstantSource clock;
  private final Thread thread;
  private volatile Listing listing = new Listing(List.of(), null, null);
  private volatile @Nullable Throwable failure;

  /**
   * @param every how often to look
   */
  public Catalogue(TopicLister lister, Duration every, InstantSource clock) {
    this.lister = lister;
    this.every = every;
    this.clock = clock;
    this.thread = new Thread(this::run, "gateway-catalogue");
    thread.setDaemon(true);
  }

  /** Begins to look, in a thread of its own. */
  public void start() {
    thread.start();
  }

  /** Those that anybody may listen to, as last seen: signals first, by name. */
  public List<ListedTopic> topics() {
    return listing.topics().stream().filter(topic -> topic.kind().isListed()).toList();
  }

  /** Also those that the gateway reads for itself. */
  public List<ListedTopic> all() {
    return listing.topics();
  }

  /** Whether the topics were ever seen. */
  public boolean isRead() {
    return listing.at() != null;
  }

  /** Looks once. */
  public void refresh() throws InterruptedException {
    try {
      listing = new Listing(sorted(lister.list()), clock.instant(), null);
    } catch (LogUnavailableException e) {
      listing = new Listing(listing.topics(), listing.at(), e.reason());
    }
  }

  /** What keeps the gateway from serving; empty if nothing does. */
  public List<String> reasonsNotReady() {
    Listing latest = listing;
    List<String> reasons = new ArrayList<>();
    if (latest.trouble() != null) {
      reasons.add(latest.trouble());
    }
    if (latest.at() == null) {
      reasons.add("topics and rules have not been read yet");
    } else if (Duration.between(latest.at(), clock.instant()).compareTo(stale()) > 0) {
      reasons.add("topics and rules were last read at " + latest.at());
    }
    if (latest.at() != null) {
      for (TopicKind kind : List.of(TopicKind.ALERT, TopicKind.ENRICHED)) {
        if (latest.topics().stream().noneMatch(topic -> topic.kind() == kind)) {
          reasons.add("there is no topic of " + kind.label() + " records; are the topics created?");
        }
      }
    }
    return reasons;
  }

  /** Why it no longer looks, if it broke. */
  public @Nullable Throwable failure() {
    return failure;
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  /** An answer may take its time, and one may fail. */
  private Duration stale() {
    return every.plus(KafkaTopicLog.ANSWER_WITHIN).multipliedBy(2);
  }

  private static List<ListedTopic> sorted(List<ListedTopic> topics) {
    return topics.stream()
        .sorted(Comparator.comparing(ListedTopic::kind).thenComparing(ListedTopic::name))
        .toList();
  }

  private void run() {
    try (lister) {
      while (true) {
        refresh();
        TimeUnit.MILLISECONDS.sleep(every.toMillis());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error broken) {
      // Told by the health check.
      failure = broken;
      throw broken;
    }
  }
}
