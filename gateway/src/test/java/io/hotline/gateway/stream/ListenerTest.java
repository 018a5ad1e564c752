package io.hotline.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.gateway.TestClock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** A listener's queue against a client that takes what it is given only when it is told to. */
class ListenerTest {

  private static final StreamLimits LIMITS =
      new StreamLimits(Duration.ofSeconds(15), Duration.ofSeconds(30), 100, 10, 1);

  private final TestClock clock = new TestClock("2025-01-20T00:00:00Z");
  private final HandClient client = new HandClient();
  private final AtomicInteger closed = new AtomicInteger();
  private final Listener listener = listener();

  private Listener listener() {
    Listener made =
        new Listener(
            client,
            new StreamRequest(
                new Selection(Set.of(), true),
                new Start.Live(),
                Window.OPEN,
                RecordFilter.ALL,
                Format.EVENT_STREAM,
                false),
            LIMITS,
            clock);
    made.whenClosed(closed::incrementAndGet);
    return made;
  }

  @Test
  void writesOneAfterAnotherAndTogetherWhatHasWaited() {
    assertThat(offer("a")).isTrue();
    assertThat(offer("b")).isTrue();
    assertThat(offer("c")).isTrue();
    assertThat(client.given()).isEqualTo("a");
    client.take();
    assertThat(client.given()).isEqualTo("abc");
  }

  @Test
  void refusesWhatIsTooMuchAndTakesItWhenThereIsRoom() {
    offer("under way");
    assertThat(offer("x".repeat(60))).isTrue();
    assertThat(offer("y".repeat(60))).isFalse();
    client.take();
    assertThat(offer("y".repeat(60))).isTrue();
  }

  @Test
  void takesOneEventThatIsLargerThanTheQueue() {
    offer("under way");
    assertThat(offer("x".repeat(1000))).isTrue();
  }

  @Test
  void dropThrowsAwayWhatWaitsAndSaysSo() {
    offer("under way ");
    offer("waits");
    listener.drop(lastHead -> "dropped".getBytes(StandardCharsets.UTF_8));
    assertThat(listener.isOpen()).isFalse();
    client.take();
    client.take();
    client.take();
    assertThat(client.given()).isEqualTo("under way dropped");
    assertThat(client.outcome).isEqualTo("succeeded");
    assertThat(closed).hasValue(1);
  }

  @Test
  void finishWritesWhatWaitsFirst() {
    offer("under way ");
    offer("waits ");
    listener.end(lastHead -> "end".getBytes(StandardCharsets.UTF_8));
    assertThat(offer("too late")).isFalse();
    client.take();
    client.take();
    client.take();
    assertThat(client.given()).isEqualTo("under way waits end");
    assertThat(client.outcome).isEqualTo("succeeded");
  }

  @Test
  void heartbeatAfterSilenceOnly() {
    offer("a");
    client.take();
    clock.forward(Duration.ofSeconds(14));
    listener.tick(clock.instant());
    assertThat(client.given()).isEqualTo("a");
    clock.forward(Duration.ofSeconds(1));
    listener.tick(clock.instant());
    assertThat(client.given()).isEqualTo("a: heartbeat\n\n");
  }

  @Test
  void clientThatTakesNothingIsCut() {
    offer("a");
    clock.forward(Duration.ofSeconds(29));
    listener.tick(clock.instant());
    assertThat(client.cut).isFalse();
    clock.forward(Duration.ofSeconds(1));
    listener.tick(clock.instant());
    assertThat(client.cut).isTrue();
    client.fail();
    assertThat(client.outcome).startsWith("failed");
    assertThat(closed).hasValue(1);
    assertThat(offer("b")).isFalse();
  }

  @Test
  void patientOfferWaitsForRoomAndEndsWithTheClient() throws Exception {
    offer("under way");
    offer("x".repeat(90));
    AtomicInteger accepted = new AtomicInteger();
    Thread replay =
        new Thread(
            () -> {
              try {
                while (listener.offerPatiently(new byte[0], new byte[90])) {
                  accepted.incrementAndGet();
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    replay.start();
    client.take();
    client.take();
    while (accepted.get() == 0) {
      Thread.onSpinWait();
    }
    listener.abort(new IllegalStateException("gone"));
    client.fail();
    replay.join(5000);
    assertThat(replay.isAlive()).isFalse();
  }

  private boolean offer(String text) {
    return listener.offer(new byte[0], text.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes a write when told to. */
  private static final class HandClient implements StreamClient {

    private final StringBuilder given = new StringBuilder();
    private final Deque<Callback> underWay = new ArrayDeque<>();
    private String outcome = "";
    private boolean cut;

    synchronized String given() {
      return given.toString();
    }

    void take() {
      Callback next;
      synchronized (this) {
        next = underWay.remove();
      }
      next.succeeded();
    }

    void fail() {
      Callback next;
      synchronized (this) {
        next = underWay.remove();
      }
      next.failed(new IllegalStateException("cut"));
    }

    @Override
    public synchronized void write(boolean last, ByteBuffer bytes, Callback callback) {
      given.append(StandardCharsets.UTF_8.decode(bytes));
      underWay.add(callback);
    }

    @Override
    public void cut() {
      cut = true;
    }

    @Override
    public Callback ended() {
      return Callback.from(
          () -> outcome = "succeeded", failure -> outcome = "failed " + failure.getMessage());
    }
  }
}
