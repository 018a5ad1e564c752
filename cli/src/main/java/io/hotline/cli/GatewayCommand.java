package io.hotline.cli;

import io.hotline.cli.workbench.HouseWorkbench;
import io.hotline.gateway.Gateway;
import io.hotline.gateway.RuleWorkbench;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hotline gateway}: the way out alone, for a cluster. */
@Command(
    name = "gateway",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Serves streams and the page over HTTP, until Ctrl-C.",
    footer = {"", "  hotline gateway --kafka-bootstrap kafka:9092 --http-host 0.0.0.0"})
final class GatewayCommand implements Callable<Integer> {
  @Mixin SettingsOptions options = new SettingsOptions();

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      description = "port to listen on (default 8080)")
  void httpPort(String value) {
    options.flags.put(Setting.HTTP_PORT, value);
  }

  @Option(
      names = "--http-host",
      paramLabel = "ADDRESS",
      description = "address to listen on (default 127.0.0.1)")
  void httpHost(String value) {
    options.flags.put(Setting.HTTP_HOST, value);
  }

  @Option(
      names = "--workbench",
      description = "load the extraction too, so that rules can be tried on the page")
  boolean withWorkbench;

  private @Nullable RuleWorkbench workbench(Settings settings) {
    return withWorkbench
        ? new HouseWorkbench(settings.cluster(), settings.namespace(), Extractors.load())
        : null;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = options.settings();
    CountDownLatch stop = new CountDownLatch(1);
    try (Terminal.Interruptible running = new Terminal.Interruptible(stop::countDown);
        Gateway gateway =
            Gateway.start(
                Configurations.gateway(settings, settings.cluster(), settings.namespace()),
                workbench(settings))) {
      System.err.println("hotline: serving " + gateway.address() + "; Ctrl-C stops it");
      stop.await();
    } catch (IOException e) {
      throw new UserException(e.getMessage(), e);
    }
    return 0;
  }
}
