package io.hotline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Runs the demo once, so that the launcher can record which classes a start loads. Hidden: it is
 * part of the build.
 */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return new CommandLine(new DemoCommand())
        .execute("--exit", "--kafka-port", "0", "--registry-port", "0", "--http-port", "0");
  }
}
