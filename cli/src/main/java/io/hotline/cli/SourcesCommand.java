package io.hotline.cli;

import io.hotline.ingest.feeds.Feed;
import io.hotline.ingest.feeds.FeedParse;
import io.hotline.ingest.feeds.FeedParser;
import io.hotline.ingest.fetch.FetchPolicy;
import io.hotline.ingest.fetch.FetchRequest;
import io.hotline.ingest.fetch.FetchResult;
import io.hotline.ingest.fetch.Fetcher;
import io.hotline.ingest.poll.SourceLists;
import io.hotline.ingest.poll.SourceRegistry;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.record.PollState;
import io.hotline.schemas.record.PolledSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hotline ingest sources ...}: the feeds that are polled. */
@Command(
    name = "sources",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Lists, adds, checks and removes the feeds that 'hotline ingest poll' asks.",
    subcommands = {
      SourcesCommand.Add.class,
      SourcesCommand.ListSources.class,
      SourcesCommand.Check.class,
      SourcesCommand.Remove.class
    })
final class SourcesCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "say what to do: add, list, check or remove");
  }

  private static SourceRegistry registry(SettingsOptions options) {
    Settings settings = options.settings();
    ClusterConfig cluster = settings.cluster();
    Namespace namespace = settings.namespace();
    Requirements.laid(cluster, namespace);
    return new SourceRegistry(cluster, namespace);
  }

  /** {@code add URL...} or {@code add FILE...}. */
  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Adds feeds, or changes those with the same id.",
      footer = {
        "",
        "WHAT is the address of a feed, or a file with a list of them in YAML or OPML.",
        "",
        "  hotline ingest sources add https://example.org/feed.xml --name 'The Paper'",
        "  hotline ingest sources add subscriptions.opml"
      })
  static final class Add implements Callable<Integer> {
    @Mixin SettingsOptions options = new SettingsOptions();

    @Parameters(arity = "1..*", paramLabel = "WHAT", description = "addresses, or files with lists")
    List<String> what = new ArrayList<>();

    @Option(names = "--id", paramLabel = "ID", description = "short name; else made of the address")
    @Nullable String id;

    @Option(names = "--name", paramLabel = "NAME", description = "who publishes it")
    @Nullable String name;

    @Option(names = "--category", paramLabel = "NAME", description = "folder in an OPML list")
    @Nullable String category;

    @Option(
        names = "--every",
        paramLabel = "SECONDS",
        defaultValue = "300",
        description = "never asked more often (default ${DEFAULT-VALUE})")
    int every;

    @Option(
        names = "--fulltext",
        paramLabel = "FROM",
        defaultValue = "feed",
        description = {
          "feed or page: page fetches the pages of entries that are only",
          "summaries, where robots.txt allows it (default ${DEFAULT-VALUE})"
        })
    String fullText = "feed";

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
      List<PolledSource> sources = new ArrayList<>();
      try {
        for (String each : what) {
          if (each.matches("(?i)https?://.*")) {
            sources.add(
                SourceLists.source(
                    id, each, name, category, every, SourceLists.fullText(fullText)));
          } else {
            sources.addAll(SourceLists.read(Files.readString(Path.of(each))));
          }
        }
      } catch (IllegalArgumentException e) {
        throw new UserException(e.getMessage(), e);
      } catch (IOException e) {
        throw new UserException(what + ": cannot be read: " + e.getMessage(), e);
      }
      registry(options).add(sources);
      PrintWriter out = spec.commandLine().getOut();
      sources.forEach(source -> out.println(source.getId() + "  " + source.getUrl()));
      out.flush();
      return 0;
    }
  }

  /** The forms of a list. */
  enum Format {
    TABLE,
    YAML,
    OPML
  }

  /** {@code list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Lists the feeds and how they are doing, or as YAML or OPML to keep.")
  static final class ListSources implements Callable<Integer> {
    @Mixin SettingsOptions options = new SettingsOptions();

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        defaultValue = "TABLE",
        description = "table, yaml or opml (default table)")
    Format format = Format.TABLE;

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
      SourceRegistry registry = registry(options);
      Map<String, PolledSource> sources = registry.list();
      PrintWriter out = spec.commandLine().getOut();
      switch (format) {
        case YAML -> out.print(SourceLists.yaml(List.copyOf(sources.values())));
        case OPML -> out.print(SourceLists.opml(List.copyOf(sources.values())));
        case TABLE -> {
          Map<String, PollState> states = registry.states();
          sources.values().forEach(source -> out.println(row(source, states.get(source.getId()))));
        }
      }
      out.flush();
      return 0;
    }

    private static String row(PolledSource source, @Nullable PollState state) {
      String how =
          state == null
              ? "never asked"
              : state.getError() != null
                  ? state.getError()
                  : "asked %,d times, next at %s".formatted(state.getPolls(), state.getNextPoll());
      return "%-40s %s%n    %s".formatted(source.getId(), source.getUrl(), how);
    }
  }

  /** {@code check}. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Asks feeds once, now, and says what came; publishes and keeps nothing.")
  static final class Check implements Callable<Integer> {
    @Mixin SettingsOptions options = new SettingsOptions();

    @Parameters(arity = "0..*", paramLabel = "ID", description = "which; all if none is named")
    List<String> ids = new ArrayList<>();

    @Option(
        names = "--allow-private",
        description = "also ask addresses of one's own machine and network")
    boolean allowPrivate;

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
      Map<String, PolledSource> sources = registry(options).list();
      Fetcher fetcher =
          new Fetcher(
              FetchPolicy.DEFAULT.withPrivateAddresses(allowPrivate), InstantSource.system());
      PrintWriter out = spec.commandLine().getOut();
      boolean allGood = true;
      for (String id : ids.isEmpty() ? List.copyOf(sources.keySet()) : ids) {
        PolledSource source = sources.get(id);
        if (source == null) {
          throw new UserException(
              "there is no source '" + id + "'; see 'hotline ingest sources list'");
        }
        FetchResult result = fetcher.fetch(FetchRequest.of(URI.create(source.getUrl())));
        allGood &= result instanceof FetchResult.Fetched;
        out.println(id + "  " + described(result));
        out.flush();
      }
      return allGood ? 0 : 1;
    }

    private static String described(FetchResult result) {
      if (result instanceof FetchResult.Fetched fetched) {
        FeedParse parse = FeedParser.parse(fetched.bytes(), fetched.transport());
        String moved = fetched.movedTo() == null ? "" : ", moved to " + fetched.movedTo();
        return parse instanceof Feed feed
            ? "%,d entries in %s%s".formatted(feed.entries().size(), feed.encoding(), moved)
            : ((FeedParse.NotAFeed) parse).problem();
      }
      if (result instanceof FetchResult.Failed failed) {
        return failed.message();
      }
      return result instanceof FetchResult.Gone gone ? gone.message() : "not modified";
    }
  }

  /** {@code remove ID...}. */
  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Removes feeds and what is known of them; their items stay.")
  static final class Remove implements Callable<Integer> {
    @Mixin SettingsOptions options = new SettingsOptions();

    @Parameters(arity = "1..*", paramLabel = "ID", description = "which")
    List<String> ids = new ArrayList<>();

    @Override
    public Integer call() {
      SourceRegistry registry = registry(options);
      Map<String, PolledSource> sources = registry.list();
      for (String id : ids) {
        if (!sources.containsKey(id)) {
          throw new UserException(
              "there is no source '" + id + "'; see 'hotline ingest sources list'");
        }
      }
      ids.forEach(registry::remove);
      return 0;
    }
  }
}
