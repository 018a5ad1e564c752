package io.hotline.gateway.webhooks;

import io.hotline.gateway.log.Catalogue;
import io.hotline.gateway.log.GroupReader;
import io.hotline.gateway.log.LogEntry;
import io.hotline.gateway.log.LogUnavailableException;
import io.hotline.gateway.log.Partition;
import io.hotline.gateway.log.TopicLog;
import io.hotline.schemas.record.Webhook;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one receiver everything that it asked for, in order and one at a time, until it is taken.
 * How far it has come is committed to Kafka every second, and so told again for at most that time
 * after a crash; the ids are the same then.
 *
 * <p>All its state belongs to the thread in {@link #run}, but for the {@link Webhook}, which others
 * may change at any time.
 */
final class Subscriber implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);
  private static final Duration WAIT = Duration.ofMillis(250);
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(1);
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(20);
  private static final int MOST_REJECTIONS = 5;

  /** Hears what becomes of deliveries, and keeps what was given up. */
  interface Desk {
    void delivered(Webhook webhook, LogEntry entry);

    void failed(Webhook webhook, String why);

    /** Keeps a record that was given up; throws LogUnavailableException if it cannot. */
    void giveUp(Webhook webhook, LogEntry entry, String why);

    /** The receiver does not want to be called any more. */
    void gone(Webhook webhook, String why);
  }

  private final TopicLog log;
  private final Catalogue catalogue;
  private final Sender sender;
  private final Desk desk;
  private final Duration keepTrying;
  private final InstantSource clock;
  private final String group;
  private final Health health;
  private final Merge merge = new Merge();

  private final Map<Partition, Long> done = new HashMap<>();
  private boolean uncommitted;
  private int generation = -1;
  private int replayed;
  private int rejections;
  private Instant lastRead = Instant.MIN;
  private Instant lastCommit = Instant.MIN;

  private volatile Webhook webhook;
  private volatile boolean stopped;

  Subscriber(
      Webhook webhook,
      String group,
      TopicLog log,
      Catalogue catalogue,
      Sender sender,
      Desk desk,
      Health health,
      Duration keepTrying,
      InstantSource clock) {
    this.webhook = webhook;
    this.group = group;
    this.log = log;
    this.catalogue = catalogue;
    this.sender = sender;
    this.desk = desk;
    this.health = health;
    this.keepTrying = keepTrying;
    this.clock = clock;
  }

  Health health() {
    return health;
  }

  /** Goes on with a subscription that was changed. */
  void change(Webhook changed) {
    if (webhook.getPaused() && !changed.getPaused()) {
      health.tryAtOnce();
    }
    webhook = changed;
  }

  void stop() {
    stopped = true;
  }

  @Override
  public void run() {
    while (!stopped) {
      try (GroupReader reader = log.member(group)) {
        generation = -1;
        while (!stopped) {
          step(reader);
        }
        commit(reader);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (LogUnavailableException e) {
        LOG.warn("webhook {}: {}; trying again", webhook.getId(), e.reason());
        pause();
      } catch (RuntimeException e) {
        // One subscriber's fault is no other's; it goes on from what was committed.
        LOG.error("webhook {} broke; it begins again from its last commit", webhook.getId(), e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = true;
    }
  }

  private void step(GroupReader reader) throws InterruptedException {
    Webhook now = webhook;
    Set<String> topics = Wish.topics(now, catalogue.topics());
    if (topics.isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(WAIT.toMillis());
      return;
    }
    reader.follow(topics);
    if (reader.generation() != generation) {
      begin(reader);
    }
    if (now.getReplayId() > replayed && !reader.partitions().isEmpty()) {
      replay(reader, now);
    }
    Instant at = clock.instant();
    if (now.getPaused() || !health.allows(at)) {
      commitNowAndThen(reader);
      Duration left = now.getPaused() ? WAIT : health.wait(at);
      read(reader, Set.of(), left.compareTo(WAIT) < 0 ? left : WAIT);
      return;
    }
    Set<Partition> partitions = reader.partitions();
    Optional<LogEntry> next = merge.next(partitions, reader::isBehind);
    if (next.isEmpty()) {
      commitNowAndThen(reader);
      read(reader, merge.hungry(partitions), WAIT);
      return;
    }
    LogEntry entry = next.get();
    if (!Wish.filter(now).wants(entry)) {
      passed(entry);
    } else {
      tell(now, entry);
    }
    commitNowAndThen(reader);
    Set<Partition> hungry = merge.hungry(partitions);
    if (!hungry.isEmpty() || Duration.between(lastRead, at).compareTo(SIGN_OF_LIFE) > 0) {
      read(reader, hungry, Duration.ZERO);
    }
  }

  private void begin(GroupReader reader) {
    merge.clear();
    done.clear();
    uncommitted = false;
    rejections = 0;
    generation = reader.generation();
    String note = reader.committedNote();
    replayed = note.isEmpty() ? 0 : Integer.parseInt(note);
  }

  private void replay(GroupReader reader, Webhook now) {
    Map<Partition, Long> starts = reader.goTo(now.getSince());
    merge.clear();
    done.clear();
    done.putAll(starts);
    replayed = now.getReplayId();
    uncommitted = true;
    commit(reader);
    LOG.info("webhook {} goes back to {}", now.getId(), now.getSince());
  }

  private void read(GroupReader reader, Set<Partition> wanted, Duration wait)
      throws InterruptedException {
    int before = generation;
    List<LogEntry> entries = reader.read(wanted, wait);
    lastRead = clock.instant();
    if (reader.generation() == before) {
      merge.add(entries);
    } else {
      // What was just read may be of the partitions as they are now, and begins with them.
      begin(reader);
      merge.add(entries);
    }
  }

  private void tell(Webhook now, LogEntry entry) throws InterruptedException {
    Instant at = clock.instant();
    String id = Signature.idOf(entry.event(), entry.json());
    Optional<Bodies.Body> body;
    try {
      body = Bodies.of(now, id, entry, at);
    } catch (UncheckedIOException e) {
      // Text that JSON cannot say: the record's fault, and it will not get better.
      giveUp(now, entry, String.valueOf(e.getMessage()));
      return;
    }
    if (body.isEmpty()) {
      passed(entry);
      return;
    }
    Attempt attempt = sender.send(message(now, id, body.get(), at));
    Instant after = clock.instant();
    if (attempt instanceof Attempt.Delivered) {
      health.succeeded(after);
      desk.delivered(now, entry);
      passed(entry);
    } else if (attempt instanceof Attempt.Failed failed) {
      health.failed(after, failed.why(), failed.retryAfter());
      desk.failed(now, failed.why());
      if (health.isFailingFor(keepTrying, after)) {
        giveUp(now, entry, failed.why());
      }
    } else if (attempt instanceof Attempt.Rejected rejected) {
      health.failed(after, rejected.why(), null);
      desk.failed(now, rejected.why());
      rejections++;
      if (rejections >= MOST_REJECTIONS || health.isFailingFor(keepTrying, after)) {
        giveUp(now, entry, rejected.why() + " " + rejections + " times");
        health.tryAtOnce();
      }
    } else if (attempt instanceof Attempt.Gone gone) {
      health.failed(after, gone.why(), null);
      desk.failed(now, gone.why());
      desk.gone(now, gone.why());
    }
  }

  private static Sender.Message message(Webhook webhook, String id, Bodies.Body body, Instant now) {
    long seconds = now.getEpochSecond();
    return new Sender.Message(
        body.url(),
        body.contentType(),
        body.bytes(),
        Map.of(
            "webhook-id", id,
            "webhook-timestamp", Long.toString(seconds),
            "webhook-signature", Signature.of(webhook.getSecret(), id, seconds, body.bytes())));
  }

  private void giveUp(Webhook now, LogEntry entry, String why) {
    desk.giveUp(now, entry, why);
    health.gaveUp();
    passed(entry);
  }

  private void passed(LogEntry entry) {
    merge.remove(entry);
    done.put(entry.partition(), entry.offset() + 1);
    rejections = 0;
    uncommitted = true;
  }

  private void commitNowAndThen(GroupReader reader) {
    Instant now = clock.instant();
    if (uncommitted
        && (lastCommit.equals(Instant.MIN)
            || Duration.between(lastCommit, now).compareTo(COMMIT_EVERY) >= 0)) {
      commit(reader);
    }
  }

  private void commit(GroupReader reader) {
    if (uncommitted) {
      reader.commit(done, "%010d".formatted(replayed));
      lastCommit = clock.instant();
      uncommitted = false;
    }
  }
}
