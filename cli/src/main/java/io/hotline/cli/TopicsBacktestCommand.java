package io.hotline.cli;

import io.hotline.cli.workbench.Archive;
import io.hotline.cli.workbench.BacktestReport;
import io.hotline.processors.Backtest;
import io.hotline.schemas.record.TopicRule;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hotline topics backtest RULE}. */
@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Asks a rule of the archive before it is published: hits, volume, samples, changes.",
    footer = {
      "",
      "RULE is a YAML file or the id of a rule in force. A rule whose id is in force is compared with",
      "that version: '+' only the new one fires, '#' both, '-' only the one in force. Asked are the",
      "enriched items as they stand in the archive; nothing is published.",
      "",
      "  hotline topics backtest my-rule.yaml --since 2025-01-01 --until 2025-02-01"
    })
final class TopicsBacktestCommand implements Callable<Integer> {
  @Mixin SettingsOptions options = new SettingsOptions();

  @Parameters(paramLabel = "RULE", description = "a rule in YAML, or a rule's id")
  String rule = "";

  @Option(
      names = "--since",
      paramLabel = "T",
      converter = EventTimes.class,
      description = "from this time of publication on (default: the archive's beginning)")
  @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = "T",
      converter = EventTimes.class,
      description = "up to this time of publication, exclusive (default: the archive's end)")
  @Nullable Instant until;

  @Option(names = "--samples", paramLabel = "N", description = "signals to show (default 5)")
  int samples = 5;

  @Option(
      names = "--format",
      paramLabel = "table|json",
      description = "table for people (default), or one JSON object")
  TopicsTestCommand.Format format = TopicsTestCommand.Format.TABLE;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (since != null && until != null && !since.isBefore(until)) {
      throw new ParameterException(spec.commandLine(), "--until must be after --since");
    }
    if (samples < 0) {
      throw new ParameterException(spec.commandLine(), "--samples must not be negative");
    }
    Settings settings = options.settings();
    RuleArgument argument = new RuleArgument(rule);
    TopicRule tried = argument.rule(settings);
    Optional<TopicRule> inForce = RuleArgument.inForce(settings, tried.getId());
    Backtest backtest = new Backtest(tried, inForce, samples);
    Archive.read(
        settings.cluster(),
        settings.namespace(),
        since == null ? Instant.MIN : since,
        until,
        item -> {
          backtest.take(item);
          return true;
        });
    PrintStream out = Terminal.data();
    BacktestReport report = new BacktestReport(tried, inForce, backtest);
    if (format == TopicsTestCommand.Format.JSON) {
      report.json(out);
    } else {
      report.table(out, Terminal.width());
    }
    return 0;
  }
}
