package io.hotline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
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

/** {@code hotline webhooks ...}: who is called when something comes. */
@Command(
    name = "webhooks",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Adds, lists, pauses and removes those who are called when something comes.",
    footer = {
      "",
      "Speaks to a running gateway, with http.token.admin if it has one.",
      "",
      "  hotline webhooks add --url https://desk.example/hook --topic alerts",
      "  hotline webhooks replay desk --since 2025-01-20"
    },
    subcommands = {
      WebhooksCommand.Add.class,
      WebhooksCommand.ListWebhooks.class,
      WebhooksCommand.Remove.class,
      WebhooksCommand.Pause.class,
      WebhooksCommand.Resume.class,
      WebhooksCommand.Replay.class
    })
final class WebhooksCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: add, list, remove, pause, resume or replay");
  }

  /** Where the gateway is. */
  static final class GatewayOptions {
    private final Map<Setting, String> flags = new EnumMap<>(Setting.class);

    @Option(
        names = "--config",
        paramLabel = "FILE",
        description = "settings in Java's properties format; see 'hotline config'")
    @Nullable Path config;

    @Option(
        names = "--gateway-url",
        paramLabel = "URL",
        description = "the gateway to speak to (default http://localhost:8080)")
    void gatewayUrl(String value) {
      flags.put(Setting.GATEWAY_URL, value);
    }

    GatewayClient client() {
      return new GatewayClient(Settings.resolve(flags, System.getenv(), config));
    }
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Adds one, who is called from now on; prints the secret that signs the calls.")
  static final class Add implements Callable<Integer> {
    @Mixin GatewayOptions gateway = new GatewayOptions();

    @Option(names = "--url", required = true, paramLabel = "URL", description = "who is called")
    String url = "";

    @Option(
        names = "--topic",
        required = true,
        split = ",",
        paramLabel = "TOPIC",
        description = "alerts, a rule's id, or signals for those of every rule")
    List<String> topics = new ArrayList<>();

    @Option(names = "--id", paramLabel = "ID", description = "its name (default: made up)")
    @Nullable String id;

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        description = "json (default), cloudevents, slack, teams or alertmanager")
    @Nullable String format;

    @Option(names = "--status", split = ",", paramLabel = "STATUS", description = "only these")
    List<String> statuses = new ArrayList<>();

    @Option(names = "--mode", split = ",", paramLabel = "MODE", description = "only these")
    List<String> modes = new ArrayList<>();

    @Option(
        names = "--country",
        split = ",",
        paramLabel = "CODE",
        description = "only where all of these take part")
    List<String> countries = new ArrayList<>();

    @Option(names = "--speaker", split = ",", paramLabel = "NAME", description = "only these")
    List<String> speakers = new ArrayList<>();

    @Option(names = "--source", split = ",", paramLabel = "NAME", description = "only these")
    List<String> sources = new ArrayList<>();

    @Option(
        names = "--min-confidence",
        paramLabel = "0..1",
        description = "only signals at least so sure")
    double minConfidence;

    @Option(
        names = "--secret",
        paramLabel = "SECRET",
        description = "whsec_ and Base64 of 24 to 64 bytes (default: made up)")
    @Nullable String secret;

    @Spec CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
      ObjectNode wanted = JsonNodeFactory.instance.objectNode();
      wanted.put("url", url);
      wanted.set("topics", words(topics));
      put(wanted, "id", id);
      put(wanted, "format", format);
      put(wanted, "secret", secret);
      wanted.set("statuses", words(statuses));
      wanted.set("modes", words(modes));
      wanted.set("countries", words(countries));
      wanted.set("speakers", words(speakers));
      wanted.set("sources", words(sources));
      wanted.put("minConfidence", minConfidence);
      JsonNode made = answer(gateway.client().ask("POST", "webhooks", wanted));
      PrintWriter out = spec.commandLine().getOut();
      out.println(made.at("/webhook/id").asText());
      out.println(made.at("/secret").asText());
      out.flush();
      return 0;
    }

    private static void put(ObjectNode wanted, String field, @Nullable String value) {
      if (value != null) {
        wanted.put(field, value);
      }
    }

    private static ArrayNode words(List<String> words) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      words.forEach(array::add);
      return array;
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Lists them, and how they are doing.")
  static final class ListWebhooks implements Callable<Integer> {
    @Mixin GatewayOptions gateway = new GatewayOptions();
    @Spec CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "%-20s %-12s %-9s %9s %9s %6s  %s%n",
          "ID", "FORMAT", "STATE", "DELIVERED", "FAILED", "DEAD", "URL");
      for (JsonNode webhook : answer(gateway.client().ask("GET", "webhooks", null))) {
        String state =
            webhook.path("paused").asBoolean() ? "PAUSED" : webhook.at("/state/circuit").asText();
        out.printf(
            "%-20s %-12s %-9s %,9d %,9d %,6d  %s%n",
            webhook.path("id").asText(),
            webhook.path("format").asText(),
            state,
            webhook.at("/state/delivered").asLong(),
            webhook.at("/state/failures").asLong(),
            webhook.at("/state/deadLetters").asLong(),
            webhook.path("url").asText());
        String error = webhook.at("/state/lastError").asText("");
        if (!error.isEmpty() && !error.equals("null")) {
          out.printf("%-20s %s%n", "", error);
        }
      }
      out.flush();
      return 0;
    }
  }

  /** What is done to one of them. */
  abstract static class OneWebhook implements Callable<Integer> {
    @Mixin GatewayOptions gateway = new GatewayOptions();

    @Parameters(paramLabel = "ID", description = "its name")
    String id = "";

    final void ask(String method, String what, @Nullable JsonNode body)
        throws InterruptedException {
      if (!id.matches("[a-z0-9-]+")) {
        throw new UserException(
            "there is no webhook '" + id + "'; 'hotline webhooks list' shows them");
      }
      var unused = gateway.client().ask(method, "webhooks/" + id + what, body);
    }
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Removes one.")
  static final class Remove extends OneWebhook {
    @Override
    public Integer call() throws InterruptedException {
      ask("DELETE", "", null);
      return 0;
    }
  }

  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Calls it no more, until 'resume'; what comes meanwhile is kept.")
  static final class Pause extends OneWebhook {
    @Override
    public Integer call() throws InterruptedException {
      ask("POST", "/pause", null);
      return 0;
    }
  }

  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Goes on after a pause, or tries again at once after failures.")
  static final class Resume extends OneWebhook {
    @Override
    public Integer call() throws InterruptedException {
      ask("POST", "/resume", null);
      return 0;
    }
  }

  @Command(
      name = "replay",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Sends again everything published since a time, with the same ids.")
  static final class Replay extends OneWebhook {
    @Option(
        names = "--since",
        required = true,
        paramLabel = "TIME",
        description = "a day such as 2025-01-20, or an instant")
    String since = "";

    @Override
    public Integer call() throws InterruptedException {
      ask("POST", "/replay", JsonNodeFactory.instance.objectNode().put("since", since));
      return 0;
    }
  }

  private static JsonNode answer(@Nullable JsonNode said) {
    if (said == null) {
      throw new UserException("the gateway said nothing");
    }
    return said;
  }
}
