package io.hotline.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands of the command line. Only those that the arguments name are built whole; the others
 * are a name and a description, which is all that the overview shows: reading the options of every
 * command by reflection takes longer than most commands do.
 */
final class Commands {
  private static final List<Class<?>> ALL =
      List.of(
          DemoCommand.class,
          RunCommand.class,
          IngestCommand.class,
          ProcessCommand.class,
          GatewayCommand.class,
          SubscribeCommand.class,
          WebhooksCommand.class,
          ReplayCommand.class,
          TopicsCommand.class,
          AccessCommand.class,
          ExtractCommand.class,
          TopologyCommand.class,
          ConfigCommand.class,
          WarmUpCommand.class,
          CommandLine.HelpCommand.class);

  private Commands() {}

  /** Adds every command to a line that is about to parse these arguments. */
  static void addTo(CommandLine line, String... arguments) {
    // Arguments from a file would name commands that were not seen here.
    line.setExpandAtFiles(false);
    List<String> named = List.of(arguments);
    for (Class<?> command : ALL) {
      Command described = command.getAnnotation(Command.class);
      if (described == null) {
        throw new IllegalStateException(command + " is no command");
      }
      if (named.contains(described.name())) {
        line.addSubcommand(command);
      } else {
        line.addSubcommand(described.name(), outlined(described));
      }
    }
  }

  private static CommandSpec outlined(Command described) {
    CommandSpec spec = CommandSpec.create().name(described.name());
    spec.usageMessage().description(described.description()).hidden(described.hidden());
    return spec;
  }
}
