package io.hotline.cli;

import io.hotline.cli.flow.Foundations;
import io.hotline.cli.flow.TopicSizes;
import io.hotline.cli.reading.TopicNames;
import io.hotline.processors.RuleAdmin;
import io.hotline.processors.rules.ParsedRule;
import io.hotline.processors.rules.Rules;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.TopicRule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hotline topics ...}: what there is to subscribe to, and the rules behind it. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Lists topics; applies, shows, removes, tests and back-tests the rules behind them.",
    subcommands = {
      TopicsCommand.ListTopics.class,
      TopicsCommand.Show.class,
      TopicsCommand.Apply.class,
      TopicsCommand.Remove.class,
      TopicsTestCommand.class,
      TopicsBacktestCommand.class
    })
final class TopicsCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: list, show, apply, remove, test or backtest");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Lists the topics of the namespace, with their records and rules.")
  static final class ListTopics implements Callable<Integer> {
    @Mixin SettingsOptions options = new SettingsOptions();
    @Spec CommandSpec spec;

    @Override
    public Integer call() {
      Settings settings = options.settings();
      ClusterConfig cluster = settings.cluster();
      Namespace namespace = settings.namespace();
      Requirements.laid(cluster, namespace);
      Map<String, TopicRule> rules = new HashMap<>();
      new RuleAdmin(cluster, namespace, 1).list().forEach(rule -> rules.put(rule.getId(), rule));
      PrintWriter out = spec.commandLine().getOut();
      out.printf("%-32s %12s  %s%n", "TOPIC", "RECORDS", "WHAT IT IS");
      Map<String, Long> sizes = TopicSizes.of(cluster, namespace);
      for (TopicSpec<?> fixed : Topics.fixed(namespace)) {
        out.printf(
            "%-32s %,12d  %s, %d partitions (%s)%n",
            TopicNames.shortName(namespace, fixed),
            sizes.getOrDefault(fixed.name(), 0L),
            fixed.valueType().getSimpleName(),
            fixed.partitions(),
            fixed.name());
      }
      sizes.forEach(
          (topic, size) ->
              Topics.ruleOf(namespace, topic)
                  .ifPresent(id -> out.printf("%-32s %,12d  %s%n", id, size, title(rules, id))));
      out.flush();
      return 0;
    }

    private static String title(Map<String, TopicRule> rules, String id) {
      TopicRule rule = rules.get(id);
      return rule == null
          ? "(its rule was removed)"
          : rule.getTitle() + " (version " + rule.getVersion() + ")";
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Prints a rule as it is in force.")
  static final class Show implements Callable<Integer> {
    @Mixin SettingsOptions options = new SettingsOptions();

    @Parameters(paramLabel = "RULE", description = "the rule's id")
    String rule = "";

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
      Settings settings = options.settings();
      ClusterConfig cluster = settings.cluster();
      Requirements.laid(cluster, settings.namespace());
      TopicRule found =
          new RuleAdmin(cluster, settings.namespace(), 1)
              .show(rule)
              .orElseThrow(
                  () ->
                      new UserException(
                          "there is no rule '" + rule + "'; 'hotline topics list' shows them"));
      PrintWriter out = spec.commandLine().getOut();
      out.println("# version " + found.getVersion());
      out.print(Rules.toYaml(found));
      out.flush();
      return 0;
    }
  }

  @Command(
      name = "apply",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Puts rules into force, at once and without a restart.",
      footer = {
        "",
        "Makes the topics of the namespace where they are missing. All files are checked before",
        "anything is applied. Without a FILE the rules that ship with Hotline are applied.",
        "",
        "  hotline topics apply my-rule.yaml rules/"
      })
  static final class Apply implements Callable<Integer> {
    @Mixin SettingsOptions options = new SettingsOptions();

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "a rule in YAML, or a folder")
    List<Path> files = new ArrayList<>();

    @Option(
        names = "--replication-factor",
        paramLabel = "N",
        description = "replicas of topics that are created (default 1)")
    void replication(String value) {
      options.flags.put(Setting.REPLICATION, value);
    }

    @Spec CommandSpec spec;

    @Override
    public Integer call() throws IOException {
      Settings settings = options.settings();
      List<TopicRule> rules = files.isEmpty() ? ShippedRules.load() : parse();
      ClusterConfig cluster = settings.cluster();
      int replication = Configurations.replication(settings);
      Foundations.lay(cluster, settings.namespace(), replication);
      PrintWriter out = spec.commandLine().getOut();
      new RuleAdmin(cluster, settings.namespace(), replication)
          .applyAll(rules)
          .forEach(
              applied ->
                  out.printf(
                      "%s: version %d %s%n",
                      applied.rule().getId(),
                      applied.rule().getVersion(),
                      applied.changed() ? "is in force" : "was in force already"));
      out.flush();
      return 0;
    }

    private List<TopicRule> parse() throws IOException {
      List<TopicRule> rules = new ArrayList<>();
      List<String> problems = new ArrayList<>();
      for (Path file : ruleFiles()) {
        ParsedRule parsed =
            Rules.parse(Files.readString(file, StandardCharsets.UTF_8), file.toString());
        if (parsed instanceof ParsedRule.Accepted accepted) {
          rules.add(accepted.rule());
        } else if (parsed instanceof ParsedRule.Refused refused) {
          refused.problems().forEach(problem -> problems.add(problem.toString()));
        }
      }
      if (!problems.isEmpty()) {
        throw new UserException(String.join("\n", problems) + "\nhotline: nothing was applied");
      }
      return rules;
    }

    private List<Path> ruleFiles() throws IOException {
      List<Path> found = new ArrayList<>();
      for (Path file : files) {
        if (Files.isDirectory(file)) {
          try (Stream<Path> inside = Files.list(file)) {
            found.addAll(
                inside.filter(each -> each.toString().matches(".*\\.ya?ml")).sorted().toList());
          }
        } else if (Files.isReadable(file)) {
          found.add(file);
        } else {
          throw new UserException(file + ": no such file, or not readable");
        }
      }
      if (found.isEmpty()) {
        throw new UserException(files + ": no rule (.yaml, .yml) in there");
      }
      return found;
    }
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Takes a rule out of force; the signals it has given stay.")
  static final class Remove implements Callable<Integer> {
    @Mixin SettingsOptions options = new SettingsOptions();

    @Parameters(paramLabel = "RULE", description = "the rule's id")
    String rule = "";

    @Override
    public Integer call() {
      Settings settings = options.settings();
      ClusterConfig cluster = settings.cluster();
      Requirements.laid(cluster, settings.namespace());
      if (!new RuleAdmin(cluster, settings.namespace(), 1).remove(rule)) {
        throw new UserException(
            "there is no rule '" + rule + "'; 'hotline topics list' shows them");
      }
      return 0;
    }
  }
}
