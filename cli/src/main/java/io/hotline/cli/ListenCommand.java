package io.hotline.cli;

import io.hotline.ingest.fetch.FetchPolicy;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hotline ingest listen}. */
@Command(
    name = "listen",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Takes items over HTTP, POST /items, until Ctrl-C.",
    footer = {
      "",
      "A request holds a JSON object, or one a line, as in .jsonl files; ninjs too. The answer is",
      "202 with the address of its status, or 429 while too many wait. Sending it again is harmless.",
      "",
      "  HOTLINE_INGEST_TOKEN=... hotline ingest listen --listen-port 8090",
      "  curl -H \"Authorization: Bearer $HOTLINE_INGEST_TOKEN\" --data-binary @news.jsonl \\",
      "      localhost:8090/items"
    })
final class ListenCommand implements Callable<Integer> {
  @Mixin SettingsOptions.Listening options = new SettingsOptions.Listening();

  @Override
  public Integer call() throws Exception {
    Settings settings = options.settings();
    ClusterConfig cluster = settings.cluster();
    Namespace namespace = settings.namespace();
    Doors.Plan plan = new Doors.Plan(null, Doors.listening(settings));
    Requirements.laid(cluster, namespace);
    CountDownLatch stop = new CountDownLatch(1);
    try (Terminal.Interruptible running = new Terminal.Interruptible(stop::countDown);
        Doors doors =
            Doors.open(
                plan,
                FetchPolicy.DEFAULT,
                cluster,
                namespace,
                stop::countDown,
                System.err::println)) {
      System.err.println("hotline: POST " + doors.items() + "; Ctrl-C stops it");
      stop.await();
    }
    return 0;
  }
}
