package io.hotline.cli;

import java.io.PrintWriter;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hotline config}: each setting, and where its value came from. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Prints each setting and where its value came from.",
    footer = {
      "",
      "Flags win over HOTLINE_* variables, those over --config FILE, that over the defaults.",
      "Keys that begin with kafka.client. go to every Kafka client, for example",
      "  kafka.client.security.protocol=SASL_SSL"
    })
final class ConfigCommand implements Callable<Integer> {
  @Mixin SettingsOptions.WholeHouse options = new SettingsOptions.WholeHouse();
  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    Settings settings = options.settings();
    PrintWriter out = spec.commandLine().getOut();
    for (Setting setting : Setting.values()) {
      Settings.Resolved resolved = settings.get(setting);
      out.printf(
          "%-22s %-46s %-14s %s (%s)%n",
          setting.key(),
          resolved.value(),
          resolved.origin(),
          setting.meaning(),
          setting.variable());
    }
    new TreeMap<>(settings.clientProperties())
        .forEach(
            (key, resolved) ->
                out.printf(
                    "%-22s %-46s %-14s %s%n",
                    Setting.CLIENT_PREFIX + key,
                    Secrets.mask(key, resolved.value()),
                    resolved.origin(),
                    "for every Kafka client"));
    out.flush();
    return 0;
  }
}
