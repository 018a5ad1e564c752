package io.hotline.cli;

import io.hotline.extraction.Extractor;
import io.hotline.processors.Application;
import io.hotline.processors.Processors;
import io.hotline.processors.ProcessorsConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hotline topology}: the ways of an item, as Kafka Streams sees them. */
@Command(
    name = "topology",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Prints the three topologies. Needs no cluster.")
final class TopologyCommand implements Callable<Integer> {
  @Mixin SettingsOptions options = new SettingsOptions();
  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    Settings settings = options.settings();
    ProcessorsConfig config =
        ProcessorsConfig.of(settings.cluster(), settings.namespace(), Path.of("unused"));
    Extractor extractor = Extractors.load();
    PrintWriter out = spec.commandLine().getOut();
    for (Application application : Application.values()) {
      out.println("== " + config.applicationId(application));
      out.println(Processors.topology(application, config, extractor, topic -> true).describe());
    }
    out.flush();
    return 0;
  }
}
