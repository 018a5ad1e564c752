package io.hotline.cli;

import io.hotline.cli.flow.Accounting;
import io.hotline.cli.flow.Tallies;
import io.hotline.cli.replay.ReplayRun;
import io.hotline.cli.replay.ReplayRun.Outcome;
import io.hotline.cli.replay.Speed;
import io.hotline.processors.ProcessorsConfig;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hotline replay DAY}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs archived news through the topologies again, in a namespace of its own.",
    footer = {
      "",
      "Finds the items that were published in the window, whatever the order in which they came,",
      "runs the topologies for them in this process, and ends when all of it has come out. The"
          + " same",
      "window gives the same signals each time. A former replay of the same name is replaced.",
      "",
      "  hotline replay 2025-01-20",
      "  hotline replay --since 2025-01-20T06:00 --until 2025-01-20T18:00 --speed 60x",
      "  hotline subscribe us-russia-contact --namespace replay-2025-01-20 --since 2025-01-20"
    })
final class ReplayCommand implements Callable<Integer> {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd't'HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Duration DAY = Duration.ofDays(1);

  @Mixin SettingsOptions.Processing options = new SettingsOptions.Processing();

  @Parameters(
      arity = "0..1",
      paramLabel = "DAY",
      converter = EventTimes.class,
      description = "a day in UTC, such as 2025-01-20")
  @Nullable Instant day;

  @Option(
      names = "--since",
      paramLabel = "T",
      converter = EventTimes.class,
      description = "begin of the window, in event time, instead of DAY")
  @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = "T",
      converter = EventTimes.class,
      description = "end of the window, exclusive")
  @Nullable Instant until;

  @Option(
      names = "--into",
      paramLabel = "NAMESPACE",
      description = "where the results go (default replay-DAY); begins with 'replay'")
  @Nullable String into;

  @Option(
      names = "--speed",
      paramLabel = "max|60x",
      description = "how fast event time passes (default max)")
  String speed = "max";

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Instant from = from();
    Instant to = to();
    Settings settings = options.settings();
    ClusterConfig cluster = settings.cluster();
    Namespace archive = settings.namespace();
    Requirements.laid(cluster, archive);
    PrintWriter out = spec.commandLine().getOut();
    Path stores = Files.createTempDirectory("hotline-replay-");
    try (ProgressBar bar = new ProgressBar()) {
      Namespace target = target(from, to, archive);
      ProcessorsConfig config = Configurations.processors(settings, cluster, target, stores);
      ReplayRun run = new ReplayRun(config, archive, bar::show);
      bar.say("hotline: replaying " + from + " to " + to + " into " + target);
      Outcome outcome = run.replay(from, to, speed(), Extractors.load(settings));
      bar.close();
      return report(out, cluster, target, outcome);
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage(), e);
    } finally {
      TemporaryFolder.delete(stores);
    }
  }

  private static int report(
      PrintWriter out, ClusterConfig cluster, Namespace target, Outcome outcome) {
    try (Accounting accounting = new Accounting(cluster, target)) {
      Tallies tallies = accounting.now();
      out.println(tallies);
      outcome.signals().forEach((rule, count) -> out.printf("  %,8d signals  %s%n", count, rule));
      out.printf("  %,8d alerts%n", outcome.alerts());
      out.printf("  in %.1f s; subscribe with --namespace %s%n", outcome.seconds(), target);
      out.flush();
      if (!outcome.complete() || tallies.items() != outcome.sent() || !tallies.balanced()) {
        System.err.println("hotline: not everything came out");
        return 1;
      }
      return 0;
    }
  }

  private Instant from() {
    Instant begin = day == null ? since : day;
    if (begin == null || (day != null && since != null)) {
      throw new ParameterException(
          spec.commandLine(), "say which day to replay, or a window with --since and --until");
    }
    return begin;
  }

  private Instant to() {
    if (day != null) {
      if (until != null) {
        throw new ParameterException(
            spec.commandLine(), "--until goes with --since; a DAY ends by itself");
      }
      return day.plus(DAY);
    }
    if (until == null || !until.isAfter(from())) {
      throw new ParameterException(spec.commandLine(), "--until must be given, after --since");
    }
    return until;
  }

  private Speed speed() {
    return Speed.parse(speed);
  }

  private Namespace target(Instant from, Instant to, Namespace archive) {
    String name = into;
    if (name == null) {
      String when =
          day != null && day.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() == 0
              ? day.toString().substring(0, 10)
              : STAMP.format(from) + "-" + STAMP.format(to);
      name = archive.equals(Namespace.LIVE) ? "replay-" + when : "replay-" + archive + "-" + when;
    }
    return new Namespace(name);
  }
}
