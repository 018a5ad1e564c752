package io.hotline.gateway;

import io.hotline.gateway.http.ChartEndpoints;
import io.hotline.gateway.http.FeedEndpoints;
import io.hotline.gateway.http.RecordEndpoints;
import io.hotline.gateway.http.Router;
import io.hotline.gateway.http.RuleEndpoints;
import io.hotline.gateway.http.ServiceEndpoints;
import io.hotline.gateway.http.StoryEndpoints;
import io.hotline.gateway.http.StreamEndpoints;
import io.hotline.gateway.http.WebhookEndpoints;
import io.hotline.gateway.http.WebhookFile;
import io.hotline.gateway.log.Catalogue;
import io.hotline.gateway.log.KafkaTopicLog;
import io.hotline.gateway.log.LogUnavailableException;
import io.hotline.gateway.log.LogWriter;
import io.hotline.gateway.log.TopicLog;
import io.hotline.gateway.metrics.EventTimeLag;
import io.hotline.gateway.metrics.HouseMeters;
import io.hotline.gateway.metrics.Meters;
import io.hotline.gateway.recent.Finder;
import io.hotline.gateway.recent.Recent;
import io.hotline.gateway.stream.EventStreams;
import io.hotline.gateway.webhooks.Subscribers;
import io.hotline.schemas.record.Webhook;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway of one namespace, from {@link #start} to {@link #close}. It serves at once; whether
 * it can reach Kafka is what {@code /health/ready} tells.
 */
public final class Gateway implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
  private static final int REFRESH_SECONDS = 10;
  private static final int LONGEST_STOP_MILLIS = 5_000;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Meters meters;
  private final Catalogue catalogue;
  private final Recent recent;
  private final Subscribers subscribers;
  private final EventTimeLag lag;
  private final HouseMeters houseMeters;
  private final Router router;
  private final HttpServer server;
  private List<Webhook> fromFile = List.of();

  private Gateway(
      GatewayConfig config, TopicLog log, @Nullable RuleWorkbench workbench, InstantSource clock)
      throws IOException {
    try {
      if (config.webhooks().file() != null) {
        fromFile = WebhookFile.read(config.webhooks().file());
      }
      toBeClosed(log);
      meters = toBeClosed(new Meters());
      houseMeters = new HouseMeters(meters.registry(), clock);
      catalogue = toBeClosed(new Catalogue(log.lister(), config.topicRefresh(), clock));
      EventStreams streams = toBeClosed(new EventStreams(log, catalogue, config.limits(), clock));
      LogWriter writer = toBeClosed(log.writer());
      subscribers =
          toBeClosed(
              new Subscribers(
                  log,
                  writer,
                  catalogue,
                  config.namespace(),
                  config.webhooks(),
                  houseMeters,
                  clock));
      recent =
          new Recent(log.reader(), catalogue, config.memory(), List.of(houseMeters, subscribers));
      Thread reading = new Thread(recent, "gateway-recent");
      reading.setDaemon(true);
      toBeClosed(
          () -> {
            recent.close();
            reading.join(LONGEST_STOP_MILLIS);
          });
      houseMeters.watch(recent, streams);
      lag = toBeClosed(new EventTimeLag(log.finder(), catalogue, recent));
      Finder finder = toBeClosed(new Finder(log, recent.items()));
      boolean onLoopback = isLoopback(config.host());
      router =
          new Router(
              List.of(
                  new ServiceEndpoints(catalogue, streams, recent, meters::text),
                  new StreamEndpoints(catalogue, streams, config.security(), clock),
                  new RecordEndpoints(catalogue, recent, finder, writer, clock),
                  new StoryEndpoints(recent),
                  new ChartEndpoints(catalogue, recent, clock),
                  new RuleEndpoints(recent, workbench, clock),
                  new FeedEndpoints(config.namespace(), catalogue, recent),
                  new WebhookEndpoints(recent, subscribers)),
              config.security(),
              onLoopback,
              clock);
      ScheduledExecutorService ticker = ticker();
      toBeClosed(
          () -> {
            ticker.shutdownNow();
            ticker.awaitTermination(LONGEST_STOP_MILLIS, TimeUnit.MILLISECONDS);
          });
      server = toBeClosed(HttpServer.start(config, router));
      reading.start();
      catalogue.start();
      Future<?> unused = ticker.scheduleWithFixedDelay(streams::tick, 1, 1, TimeUnit.SECONDS);
      unused = ticker.scheduleWithFixedDelay(this::refresh, 1, 1, TimeUnit.SECONDS);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts a gateway over Kafka.
   *
   * @throws PortTakenException if somebody else listens there
   * @throws IOException if it cannot listen for another reason
   * @throws org.apache.kafka.common.KafkaException if the cluster's configuration is wrong
   */
  public static Gateway start(GatewayConfig config) throws IOException {
    return start(config, (RuleWorkbench) null);
  }

  /**
   * Starts a gateway over Kafka.
   *
   * @param workbench tries rules; null: the gateway says that it cannot
   * @throws PortTakenException if somebody else listens there
   * @throws IOException if it cannot listen for another reason
   * @throws org.apache.kafka.common.KafkaException if the cluster's configuration is wrong
   */
  public static Gateway start(GatewayConfig config, @Nullable RuleWorkbench workbench)
      throws IOException {
    return new Gateway(
        config,
        new KafkaTopicLog(config.cluster(), config.namespace()),
        workbench,
        InstantSource.system());
  }

  static Gateway start(GatewayConfig config, TopicLog log, InstantSource clock) throws IOException {
    return new Gateway(config, log, null, clock);
  }

  static Gateway start(
      GatewayConfig config, TopicLog log, RuleWorkbench workbench, InstantSource clock)
      throws IOException {
    return new Gateway(config, log, workbench, clock);
  }

  /** Where it listens, with the port that it has. */
  public URI address() {
    return server.address();
  }

  /** Where others in this process register what {@code /metrics} shows. */
  public MeterRegistry meters() {
    return meters.registry();
  }

  /** Every address and method that is served, as the OpenAPI document spells them. */
  List<String> served() {
    return router.addresses();
  }

  private static ScheduledExecutorService ticker() {
    return Executors.newScheduledThreadPool(
        2,
        task -> {
          Thread thread = new Thread(task, "gateway-ticker");
          thread.setDaemon(true);
          return thread;
        });
  }

  private int seconds;

  /** Now and then. What fails here is tried again, and is no reason to stop. */
  private void refresh() {
    try {
      if (!fromFile.isEmpty() && recent.isCaughtUp()) {
        addFromFile();
      }
      if (seconds++ % REFRESH_SECONDS == 0) {
        houseMeters.lag(lag.seconds());
        houseMeters.refresh(recent, subscribers);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (LogUnavailableException e) {
      LOG.warn("trying again: {}", e.reason());
    } catch (RuntimeException e) {
      LOG.error("a meter could not be read", e);
    }
  }

  private void addFromFile() {
    for (Webhook webhook : fromFile) {
      if (recent.webhooks().get(webhook.getId()).isEmpty()) {
        try {
          subscribers.add(webhook);
        } catch (IllegalArgumentException e) {
          LOG.error("webhooks.file: '{}' is not called: {}", webhook.getId(), e.getMessage());
        }
      }
    }
    fromFile = List.of();
  }

  private static boolean isLoopback(String host) throws UnknownHostException {
    for (InetAddress address : InetAddress.getAllByName(host)) {
      if (!address.isLoopbackAddress()) {
        return false;
      }
    }
    return true;
  }

  private <T extends AutoCloseable> T toBeClosed(T part) {
    open.push(part);
    return part;
  }

  /** Ends all streams and stops listening. May be called again. */
  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        LOG.error("while closing", e);
      }
    }
  }
}
