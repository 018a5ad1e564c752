package io.hotline.cli;

import io.hotline.cli.flow.Accounting;
import io.hotline.cli.flow.Tallies;
import io.hotline.ingest.IngestReport;
import io.hotline.ingest.NewsSource;
import io.hotline.ingest.Progress;
import io.hotline.ingest.SourceException;
import io.hotline.ingest.publish.ItemPublisher;
import io.hotline.ingest.publish.PublishException;
import io.hotline.ingest.publish.Rehearsal;
import io.hotline.ingest.sources.SourceOptions;
import io.hotline.ingest.sources.Sources;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.RecordJson;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hotline ingest SOURCE...}. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Reads news and publishes it as items, then waits until all of it is processed.",
    subcommands = {SourcesCommand.class, PollCommand.class, ListenCommand.class},
    footer = {
      "",
      "SOURCE is a file, a folder, the address of a feed or a page, or - for standard input.",
      "  .txt             plain text; may begin with 'date 2025-01-20'",
      "  .jsonl, .gz      a JSON object a line: id, headline, text, published, source, url, ...",
      "  .xml .rss .atom  RSS, Atom, CDF; NewsML-G2",
      "  .json            JSON Feed; ninjs",
      "  .html            a page: its article without what surrounds it",
      "  .warc .warc.gz   a web archive: the articles of its pages",
      "The same item may be sent again: what is in it already is a repeat and changes nothing.",
      "",
      "  hotline ingest news.jsonl.gz articles/ https://example.org/feed.xml"
    })
final class IngestCommand implements Callable<Integer> {
  /** How long the processors may make no progress before we stop waiting for them. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Mixin SettingsOptions options = new SettingsOptions();

  @Parameters(arity = "0..*", paramLabel = "SOURCE", description = "where the news is")
  List<String> sources = new ArrayList<>();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "who published documents that do not say so themselves")
  @Nullable String source;

  @Option(
      names = "--no-wait",
      description = "return when all is published, without waiting for the processors")
  boolean noWait;

  @Option(
      names = "--dry-run",
      description = "publish nothing: print the items, and on stderr why something is none")
  boolean dryRun;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    if (sources.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "say what to read: SOURCE..., or a command: sources, poll, listen");
    }
    if (dryRun) {
      return rehearse();
    }
    Settings settings = options.settings();
    ClusterConfig cluster = settings.cluster();
    Namespace namespace = settings.namespace();
    Requirements.laid(cluster, namespace);
    List<NewsSource> opened = open();
    PrintWriter out = spec.commandLine().getOut();
    try (Accounting accounting = new Accounting(cluster, namespace);
        ProgressBar bar = new ProgressBar()) {
      Tallies before = accounting.now();
      IngestReport report = publish(cluster, namespace, opened, bar);
      bar.close();
      out.printf(
          "%,d documents read: %,d items published, %,d dead letters, %,d files skipped%n",
          report.read(), report.published(), report.deadLetters(), report.skipped());
      describe(out, report);
      out.flush();
      int waited = noWait ? 0 : await(accounting, before, report, bar, out);
      report.failures().forEach(failure -> System.err.println("hotline: " + failure));
      return report.clean() ? waited : 1;
    }
  }

  /** Needs no cluster. */
  private int rehearse() {
    PrintWriter out = spec.commandLine().getOut();
    IngestReport report =
        new Rehearsal(item -> out.println(RecordJson.line(item)), System.err::println).read(open());
    out.flush();
    report.failures().forEach(failure -> System.err.println("hotline: " + failure));
    System.err.printf(
        "%,d documents read: %,d items would be published, %,d would be dead letters, %,d files"
            + " skipped%n",
        report.read(), report.published(), report.deadLetters(), report.skipped());
    return report.clean() ? 0 : 1;
  }

  private List<NewsSource> open() {
    List<NewsSource> opened = new ArrayList<>();
    try {
      SourceOptions how = SourceOptions.DEFAULT.withSource(source);
      for (String each : sources) {
        opened.add(Sources.open(each, InstantSource.system(), how));
      }
      return opened;
    } catch (SourceException | IllegalArgumentException e) {
      opened.forEach(NewsSource::close);
      throw new UserException(e.getMessage(), e);
    }
  }

  private static IngestReport publish(
      ClusterConfig cluster, Namespace namespace, List<NewsSource> sources, ProgressBar bar) {
    try (ItemPublisher publisher =
        ItemPublisher.connect(cluster, namespace, InstantSource.system())) {
      return publisher.publish(
          sources,
          new Progress() {
            @Override
            public void advanced(long documents, long bytesRead, long bytesTotal) {
              bar.show("ingesting", bytesRead, bytesTotal, documents);
            }

            @Override
            public void noticed(String message) {
              bar.say(message);
            }
          });
    } catch (PublishException e) {
      throw new UserException(e.getMessage(), e);
    }
  }

  private static void describe(PrintWriter out, IngestReport report) {
    if (report.clamped() > 0) {
      out.printf("%,d dates in the future were cut back to now%n", report.clamped());
    }
    if (report.undated() > 0) {
      out.printf("%,d items had no date and got the time of arrival%n", report.undated());
    }
    if (report.withdrawn() > 0) {
      out.printf("%,d items were withdrawals%n", report.withdrawn());
    }
  }

  private static int await(
      Accounting accounting,
      Tallies before,
      IngestReport report,
      ProgressBar bar,
      PrintWriter out) {
    long published = report.published();
    boolean all =
        accounting.await(
            PATIENCE,
            left -> bar.show("processing", published - left, published, published - left));
    bar.close();
    Tallies now = accounting.now();
    if (!all) {
      System.err.printf(
          "hotline: %,d items are waiting and nobody processes them; is 'hotline run' or"
              + " 'hotline process' running?%n",
          accounting.unaccounted());
      return 1;
    }
    out.println(now.since(before));
    if (!now.since(before).equals(now)) {
      out.println("in all: " + now);
    }
    out.flush();
    return now.balanced() ? 0 : 1;
  }
}
