package io.hotline.cli;

import io.hotline.schemas.RecordTrust;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The entry point: {@code hotline COMMAND ...}. */
@Command(
    name = "hotline",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Reads news and publishes typed, evidenced signals over Kafka Streams.",
    footer = {
      "",
      "Start here:",
      "  hotline demo                                    sample news through the whole house",
      "  hotline run                                     the whole house, empty",
      "  hotline ingest news.jsonl.gz                    news into it",
      "  hotline subscribe us-russia-contact             signals out of it",
      "  hotline replay 2025-01-20                       a day again",
      "",
      "Every command explains itself: hotline COMMAND --help.",
      "Settings: flags, then HOTLINE_* variables, then --config FILE, then defaults.",
      "Exit code: 0 fine, 1 failed, 2 wrong usage."
    })
public final class Main {

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "log what happens, and show where an error came from")
  boolean verbose;

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    RecordTrust.establish();
    Main main = new Main();
    CommandLine line = new CommandLine(main);
    Commands.addTo(line, args);
    line.setExecutionStrategy(
        parsed -> {
          // Help is printed without waking the logging, which costs more than the help.
          Integer helped = CommandLine.executeHelpRequest(parsed);
          if (helped != null) {
            return helped;
          }
          Logging.configure(main.verbose);
          return new CommandLine.RunLast().execute(parsed);
        });
    line.setExecutionExceptionHandler((e, failed, parsed) -> report(e, failed, main.verbose));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line.execute(args);
  }

  private static int report(Exception e, CommandLine line, boolean verbose) {
    PrintWriter err = line.getErr();
    if (e instanceof UserException) {
      err.println("hotline: " + e.getMessage());
    } else {
      err.println("hotline: " + Failures.explain(e));
    }
    if (verbose) {
      e.printStackTrace(err);
    } else if (!(e instanceof UserException)) {
      err.println("hotline: run it again with --verbose to see where this came from");
    }
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** The version in the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"hotline " + (version == null ? "(not packaged)" : version)};
    }
  }

  /** The options of the command line that a parse belongs to. */
  static Main of(ParseResult parsed) {
    return (Main) parsed.commandSpec().root().userObject();
  }
}
