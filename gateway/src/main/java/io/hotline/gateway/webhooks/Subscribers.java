package io.hotline.gateway.webhooks;

import io.hotline.gateway.log.Catalogue;
import io.hotline.gateway.log.LogEntry;
import io.hotline.gateway.log.LogUnavailableException;
import io.hotline.gateway.log.LogWriter;
import io.hotline.gateway.log.TopicKind;
import io.hotline.gateway.log.TopicLog;
import io.hotline.gateway.recent.Recent;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.Webhook;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everybody who wants to be called. The list is the topic of webhooks: what is changed here is
 * written there, and takes effect when it is read back, here and in every other gateway of the
 * cluster. Thread-safe.
 */
public final class Subscribers implements Recent.Observer, Subscriber.Desk, AutoCloseable {

  /** Hears of deliveries, for metrics. */
  public interface Observer {
    void delivered(String webhookId, LogEntry entry);

    void failed(String webhookId);

    void gaveUp(String webhookId);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);
  private static final String STAGE = "deliver-webhook";
  private static final int MOST = 200;

  private record Running(Subscriber subscriber, Thread thread, Health health) {}

  private final TopicLog log;
  private final LogWriter writer;
  private final Catalogue catalogue;
  private final Namespace namespace;
  private final WebhookConfig config;
  private final Admission admission;
  private final Sender sender;
  private final Observer observer;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Running> running = new LinkedHashMap<>();
  private boolean closed;

  public Subscribers(
      TopicLog log,
      LogWriter writer,
      Catalogue catalogue,
      Namespace namespace,
      WebhookConfig config,
      Observer observer,
      InstantSource clock) {
    this.log = log;
    this.writer = writer;
    this.catalogue = catalogue;
    this.namespace = namespace;
    this.config = config;
    Targets targets = new Targets(config.allowedTargets());
    this.admission = new Admission(log, catalogue, targets);
    this.sender = new HttpSender(targets, config.timeout());
    this.observer = observer;
    this.clock = clock;
  }

  /**
   * Adds a subscriber, who is told what comes from now on.
   *
   * @param wanted its id and its secret may be empty, and are made up then
   * @return with id and secret
   * @throws IllegalArgumentException if something about it is wrong, or it cannot be called
   * @throws LogUnavailableException if the cluster cannot be reached
   */
  public Webhook add(Webhook wanted) {
    Webhook made =
        Webhook.newBuilder(wanted)
            .setId(wanted.getId().isEmpty() ? madeUpId() : wanted.getId())
            .setSecret(
                wanted.getSecret().isEmpty() ? Signature.newSecret(random) : wanted.getSecret())
            .setSince(clock.instant().truncatedTo(ChronoUnit.MILLIS))
            .setPaused(false)
            .setReplayId(0)
            .build();
    admission.check(made);
    log.place(group(made.getId()), admission.beginning(made));
    writer.webhook(made.getId(), made);
    return made;
  }

  private String madeUpId() {
    return "hook-" + Long.toString(random.nextLong() >>> 1, Character.MAX_RADIX);
  }

  /** Removes a subscriber. */
  public void remove(String id) {
    writer.webhook(id, null);
    Running gone;
    synchronized (this) {
      gone = running.remove(id);
    }
    if (gone != null) {
      stop(gone);
    }
    try {
      log.forget(group(id));
    } catch (LogUnavailableException e) {
      // A group that nobody uses is forgotten by the cluster after a week.
      LOG.warn("webhook {}: its group is left to expire: {}", id, e.reason());
    }
  }

  /** Sends nothing for a while, or goes on. */
  public Webhook pause(Webhook webhook, boolean paused) {
    Webhook changed = Webhook.newBuilder(webhook).setPaused(paused).build();
    writer.webhook(changed.getId(), changed);
    if (!paused) {
      health(changed.getId()).ifPresent(Health::tryAtOnce);
    }
    return changed;
  }

  /** Goes back to the first record published at or after a time. */
  public Webhook replay(Webhook webhook, Instant since) {
    Webhook changed =
        Webhook.newBuilder(webhook).setSince(since).setReplayId(webhook.getReplayId() + 1).build();
    writer.webhook(changed.getId(), changed);
    return changed;
  }

  /** How a subscriber is doing here; empty if it was not read back yet. */
  public Optional<Report> report(String id) {
    return health(id)
        .map(
            health -> {
              Health.Report report = health.report(clock.instant());
              return new Report(
                  report.circuit(),
                  report.delivered(),
                  report.failures(),
                  report.deadLetters(),
                  Optional.ofNullable(report.lastDelivered()),
                  Optional.ofNullable(report.lastError()),
                  Optional.ofNullable(report.nextAttempt()));
            });
  }

  /** How a subscriber is doing. */
  public record Report(
      String circuit,
      long delivered,
      long failures,
      long deadLetters,
      Optional<Instant> lastDelivered,
      Optional<String> lastError,
      Optional<Instant> nextAttempt) {}

  private synchronized Optional<Health> health(String id) {
    return Optional.ofNullable(running.get(id)).map(Running::health);
  }

  /** Ids of those at work here. */
  public synchronized List<String> ids() {
    return List.copyOf(running.keySet());
  }

  @Override
  public void arrived(LogEntry entry, boolean live) {
    if (entry.value() instanceof Webhook webhook) {
      start(webhook);
    } else if (entry.event().equals(TopicKind.WEBHOOK.label() + "-removed")) {
      Running gone;
      synchronized (this) {
        gone = running.remove(entry.key());
      }
      if (gone != null) {
        gone.subscriber().stop();
      }
    }
  }

  private synchronized void start(Webhook webhook) {
    Running present = running.get(webhook.getId());
    if (present != null) {
      present.subscriber().change(webhook);
      return;
    }
    if (closed || running.size() >= MOST) {
      LOG.error("webhook {} is not called: {} are, which is the limit", webhook.getId(), MOST);
      return;
    }
    Health health = new Health(new Backoff(config.firstWait(), config.longestWait(), new Random()));
    Subscriber subscriber =
        new Subscriber(
            webhook,
            group(webhook.getId()),
            log,
            catalogue,
            sender,
            this,
            health,
            config.keepTrying(),
            clock);
    Thread thread = new Thread(subscriber, "gateway-webhook-" + webhook.getId());
    thread.setDaemon(true);
    running.put(webhook.getId(), new Running(subscriber, thread, health));
    thread.start();
  }

  private String group(String id) {
    return namespace + "-webhook-" + id;
  }

  @Override
  public void delivered(Webhook webhook, LogEntry entry) {
    observer.delivered(webhook.getId(), entry);
  }

  @Override
  public void failed(Webhook webhook, String why) {
    observer.failed(webhook.getId());
    LOG.debug("webhook {}: {}", webhook.getId(), why);
  }

  @Override
  public void giveUp(Webhook webhook, LogEntry entry, String why) {
    writer.deadLetter(
        entry.key(),
        DeadLetter.newBuilder()
            .setTopic(entry.partition().topic())
            .setPartition(entry.partition().number())
            .setOffset(entry.offset())
            .setTimestamp(entry.published())
            .setStage(STAGE)
            .setErrorType("not-taken")
            .setError(
                "webhook '"
                    + webhook.getId()
                    + "' did not take it: "
                    + why
                    + "; 'hotline webhooks replay' sends it again")
            .setKey(ByteBuffer.wrap(entry.key().getBytes(StandardCharsets.UTF_8)))
            .setValue(ByteBuffer.wrap(entry.json().getBytes(StandardCharsets.UTF_8)))
            .build());
    observer.gaveUp(webhook.getId());
    LOG.warn("webhook {}: gave up {}: {}", webhook.getId(), entry.key(), why);
  }

  @Override
  public void gone(Webhook webhook, String why) {
    LOG.warn("webhook {} is paused: {}", webhook.getId(), why);
    writer.webhook(webhook.getId(), Webhook.newBuilder(webhook).setPaused(true).build());
  }

  private static void stop(Running gone) {
    gone.subscriber().stop();
    try {
      gone.thread().join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends all calls; what was not taken yet is told after the next start. */
  @Override
  public void close() {
    List<Running> all;
    synchronized (this) {
      closed = true;
      all = List.copyOf(running.values());
      running.clear();
    }
    all.forEach(each -> each.subscriber().stop());
    all.forEach(Subscribers::stop);
    sender.close();
  }
}
