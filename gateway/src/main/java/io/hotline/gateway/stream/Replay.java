package io.hotline.gateway.stream;

import io.hotline.gateway.log.Catalogue;
import io.hotline.gateway.log.ListedTopic;
import io.hotline.gateway.log.LogEntry;
import io.hotline.gateway.log.LogReader;
import io.hotline.gateway.log.LogUnavailableException;
import io.hotline.gateway.log.Partition;
import io.hotline.gateway.log.TopicLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/**
 * Brings one subscription from its start to the end of the log, at the pace of its listener, and
 * then ends it or hands it to the tail.
 */
final class Replay implements Runnable {

  private static final Duration WAIT = Duration.ofMillis(250);

  private final Subscription subscription;
  private final TopicLog log;
  private final Catalogue catalogue;
  private final Tail tail;
  private final InstantSource clock;

  Replay(
      Subscription subscription,
      TopicLog log,
      Catalogue catalogue,
      Tail tail,
      InstantSource clock) {
    this.subscription = subscription;
    this.log = log;
    this.catalogue = catalogue;
    this.tail = tail;
    this.clock = clock;
  }

  @Override
  public void run() {
    subscription.listener().open();
    try (LogReader reader = log.reader()) {
      if (!subscription.isPlaced()) {
        subscription.place(start(reader));
      }
      do {
        catchUp(reader);
        if (subscription.isOver(clock.instant())) {
          subscription.complete();
        }
      } while (subscription.listener().isOpen() && !tail.attach(subscription).join());
    } catch (LogUnavailableException e) {
      subscription.breakOff(e.reason());
    } catch (CompletionException e) {
      subscription.breakOff(String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      subscription.breakOff("the gateway is closing");
    } catch (RuntimeException | Error broken) {
      subscription.listener().abort(broken);
      throw broken;
    }
  }

  private void catchUp(LogReader reader) throws InterruptedException {
    if (subscription.positions().isEmpty()) {
      return;
    }
    reader.assign(Map.copyOf(subscription.positions()));
    Map<Partition, Long> ends = reader.ends(subscription.positions().keySet());
    while (subscription.listener().isOpen() && isBehind(ends)) {
      for (LogEntry entry : reader.read(WAIT)) {
        if (!subscription.listener().isOpen()) {
          return;
        }
        EncodedEntry encoded = new EncodedEntry(entry);
        if (subscription.accepts(encoded)) {
          Format format = subscription.request().format();
          subscription.listener().offerPatiently(subscription.head(), encoded.body(format));
        }
      }
      subscription.passed(reader.positions());
    }
  }

  private boolean isBehind(Map<Partition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> subscription.positions().getOrDefault(end.getKey(), 0L) < end.getValue());
  }

  private Map<Partition, Long> start(LogReader reader) {
    List<Partition> partitions =
        catalogue.topics().stream()
            .filter(subscription.request().selection()::includes)
            .map(ListedTopic::partitions)
            .flatMap(List::stream)
            .toList();
    Start start = subscription.request().start();
    if (start instanceof Start.Latest latest) {
      Map<Partition, Long> positions = new HashMap<>(reader.ends(partitions));
      positions.replaceAll((partition, end) -> Math.max(0, end - latest.count()));
      return positions;
    }
    Instant since = subscription.request().window().since();
    Map<Partition, Long> positions = new HashMap<>();
    partitions.forEach(partition -> positions.put(partition, 0L));
    if (since != null) {
      positions.putAll(reader.startsAt(partitions, since));
    }
    if (start instanceof Start.Resume resume) {
      resume(resume.positions(), reader.ends(partitions), positions);
    }
    return positions;
  }

  /** A position past the end is from another log, which had the same name; this one is new. */
  private static void resume(
      Map<Partition, Long> resumed, Map<Partition, Long> ends, Map<Partition, Long> positions) {
    resumed.forEach(
        (partition, offset) -> {
          if (offset <= ends.getOrDefault(partition, -1L)) {
            positions.put(partition, offset);
          }
        });
  }
}
