package io.hotline.cli;

import io.hotline.ingest.fetch.FetchPolicy;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hotline run}: the whole house until Ctrl-C. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Starts the whole house in one process: broker, registry, topologies, gateway.",
    footer = {
      "",
      "What is ingested is kept in --data and is there after a restart. A port may be 0: any that",
      "is free. Every other command finds the house at its default ports.",
      "",
      "  hotline run --data ~/hotline",
      "  hotline ingest news.jsonl        in another terminal",
      "",
      "It fetches nothing and takes nothing by itself, unless it is told to:",
      "",
      "  HOTLINE_INGEST_TOKEN=... hotline run --sources feeds.opml --listen-port 8090"
    })
final class RunCommand implements Callable<Integer> {
  @Mixin SettingsOptions.Running options = new SettingsOptions.Running();

  @Option(
      names = "--allow-private",
      description = "with --sources: also ask addresses of one's own machine and network")
  boolean allowPrivate;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Settings settings = options.settings();
    PrintWriter out = spec.commandLine().getOut();
    Doors.Plan plan = Doors.plan(settings);
    CountDownLatch stop = new CountDownLatch(1);
    try (Terminal.Interruptible running = new Terminal.Interruptible(stop::countDown);
        House house = House.open(settings, settings.path(Setting.DATA_DIR));
        Doors doors =
            Doors.open(
                plan,
                FetchPolicy.DEFAULT.withPrivateAddresses(allowPrivate),
                house.cluster(),
                house.namespace(),
                stop::countDown,
                System.err::println)) {
      out.println("Hotline is running; Ctrl-C stops it.");
      house.describe(out);
      doors.describe(out);
      out.flush();
      house.awaitStop(stop);
      doors.check();
      System.err.println("hotline: closing");
    }
    return 0;
  }
}
