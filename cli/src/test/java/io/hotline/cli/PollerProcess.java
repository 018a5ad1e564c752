package io.hotline.cli;

import io.hotline.ingest.fetch.FetchPolicy;
import io.hotline.ingest.poll.Poller;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** A poller in a process of its own, to be killed. Its clock is what an address says it is. */
final class PollerProcess {

  private static final long TICK_MILLIS = 20;

  private PollerProcess() {}

  static Process start(ClusterConfig cluster, String clock) throws IOException {
    return new ProcessBuilder(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PollerProcess.class.getName(),
                cluster.bootstrapServers(),
                cluster.registryUrl(),
                clock))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.to(File.createTempFile("poller", ".log")))
        .start();
  }

  /** Never ends. */
  public static void main(String[] arguments) throws Exception {
    ClusterConfig cluster = ClusterConfig.plain(arguments[0], arguments[1]);
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest asked = HttpRequest.newBuilder(URI.create(arguments[2])).build();
    AtomicReference<Instant> now = new AtomicReference<>(told(client, asked));
    Thread clock =
        new Thread(
            () -> {
              try {
                while (true) {
                  now.set(told(client, asked));
                  Thread.sleep(TICK_MILLIS);
                }
              } catch (IOException | InterruptedException e) {
                System.exit(1);
              }
            });
    clock.setDaemon(true);
    clock.start();
    try (Poller poller =
        Poller.connect(
            cluster, Namespace.LIVE, FetchPolicy.DEFAULT.withPrivateAddresses(true), 4, now::get)) {
      poller.run(() -> false, System.out::println);
    }
  }

  private static Instant told(HttpClient client, HttpRequest asked)
      throws IOException, InterruptedException {
    return Instant.parse(client.send(asked, HttpResponse.BodyHandlers.ofString()).body());
  }
}
