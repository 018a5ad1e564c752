package io.hotline.cli;

import io.hotline.ingest.fetch.FetchPolicy;
import io.hotline.ingest.poll.Poller;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hotline ingest poll}. */
@Command(
    name = "poll",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Asks the feeds of 'hotline ingest sources' again and again, until Ctrl-C.",
    footer = {
      "",
      "Start it as often as you like: the instances share the feeds, and if one stops the others",
      "go on with its share. Each feed is asked when it is due: sooner where much is new, later",
      "where nothing is, and never against what its publisher asks for."
    })
final class PollCommand implements Callable<Integer> {
  @Mixin SettingsOptions options = new SettingsOptions();

  @Option(
      names = "--at-once",
      paramLabel = "N",
      defaultValue = "8",
      description = "most feeds asked at the same time (default ${DEFAULT-VALUE})")
  int atOnce;

  @Option(
      names = "--allow-private",
      description = "also ask addresses of one's own machine and network")
  boolean allowPrivate;

  @Override
  public Integer call() {
    Settings settings = options.settings();
    ClusterConfig cluster = settings.cluster();
    Namespace namespace = settings.namespace();
    Requirements.laid(cluster, namespace);
    CountDownLatch stop = new CountDownLatch(1);
    try (Terminal.Interruptible running = new Terminal.Interruptible(stop::countDown);
        Poller poller =
            Poller.connect(
                cluster,
                namespace,
                FetchPolicy.DEFAULT.withPrivateAddresses(allowPrivate),
                atOnce,
                InstantSource.system())) {
      System.err.println("hotline: polling; Ctrl-C stops it");
      poller.run(() -> stop.getCount() == 0, System.err::println);
    }
    return 0;
  }
}
