package io.hotline.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
      "  hotline ingest news.jsonl        in another terminal"
    })
final class RunCommand implements Callable<Integer> {
  @Mixin SettingsOptions.WholeHouse options = new SettingsOptions.WholeHouse();
  @Spec CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Settings settings = options.settings();
    PrintWriter out = spec.commandLine().getOut();
    CountDownLatch stop = new CountDownLatch(1);
    try (Terminal.Interruptible running = new Terminal.Interruptible(stop::countDown);
        House house = House.open(settings, settings.path(Setting.DATA_DIR))) {
      out.println("Hotline is running; Ctrl-C stops it.");
      house.describe(out);
      out.flush();
      house.awaitStop(stop);
      System.err.println("hotline: closing");
    }
    return 0;
  }
}
