package io.hotline.benchmarks.proof;

import io.hotline.schemas.RecordTrust;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of {@code benchmarks/prove}. */
@Command(
    name = "prove",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "PROOF",
    description = "Measures the house, and breaks it, on this machine; writes benchmarks/reports.",
    subcommands = {SpeedCommand.class, SurvivalCommand.class})
public final class Proof {
  private static String commandLine = "benchmarks/prove";

  private Proof() {}

  /** What was typed, for the report. */
  static String commandLine() {
    return commandLine;
  }

  /** Runs one proof and exits with 0 if all of it held. */
  public static void main(String[] args) {
    RecordTrust.establish();
    commandLine = "benchmarks/prove " + String.join(" ", args);
    CommandLine line = new CommandLine(new Proof());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(line.execute(args));
  }
}
