package io.hotline.cli;

import io.hotline.cli.workbench.Texts;
import io.hotline.cli.workbench.VerdictPrinter;
import io.hotline.extraction.Extractor;
import io.hotline.ingest.SourceException;
import io.hotline.processors.RuleTrial;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.TopicRule;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline topics test RULE FILE}. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Says for each event in a text whether a rule fires, clause by clause.",
    footer = {
      "",
      "RULE is a YAML file, which needs no cluster, or the id of a rule in force.",
      "FILE is read as 'hotline ingest' would read it: .txt (may begin with 'date 2025-01-20'),",
      ".jsonl, .gz, a feed, a folder, or - for standard input. Nothing is published.",
      "",
      "  hotline topics test my-rule.yaml article.txt",
      "  echo 'Trump spoke by phone with Putin.' | hotline topics test us-russia-contact -"
    })
final class TopicsTestCommand implements Callable<Integer> {

  enum Format {
    TABLE,
    JSON
  }

  @Mixin SettingsOptions options = new SettingsOptions();

  @Parameters(index = "0", paramLabel = "RULE", description = "a rule in YAML, or a rule's id")
  String rule = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "the text to try it on")
  String file = "-";

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "who published texts that do not say so themselves")
  @Nullable String source;

  @Option(
      names = "--format",
      paramLabel = "table|json",
      description = "table for people (default), or one JSON array")
  Format format = Format.TABLE;

  @Override
  public Integer call() throws IOException {
    TopicRule tried = new RuleArgument(rule).rule(options.settings());
    List<String> failures = new ArrayList<>();
    List<NewsItem> items = new ArrayList<>();
    try {
      Texts.read(file, source, InstantSource.system(), items::add, failures::add);
    } catch (SourceException e) {
      throw new UserException(e.getMessage(), e);
    }
    Extractor extractor = Extractors.load();
    RuleTrial trial = new RuleTrial(tried);
    PrintStream out = Terminal.data();
    try (VerdictPrinter printer =
        format == Format.JSON
            ? VerdictPrinter.json(out)
            : VerdictPrinter.table(out, Terminal.width())) {
      for (NewsItem item : items) {
        EnrichedItem read = RuleTrial.read(item, extractor);
        printer.print(read, trial.verdicts(read));
      }
    }
    failures.forEach(failure -> System.err.println("hotline: " + failure));
    return failures.isEmpty() ? 0 : 1;
  }
}
