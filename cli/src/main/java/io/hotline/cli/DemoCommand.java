package io.hotline.cli;

import io.hotline.cli.demo.DemoPrinter;
import io.hotline.cli.flow.Accounting;
import io.hotline.cli.flow.Drain;
import io.hotline.cli.flow.Tallies;
import io.hotline.cli.reading.TopicReader;
import io.hotline.ingest.IngestReport;
import io.hotline.ingest.NewsSource;
import io.hotline.ingest.Progress;
import io.hotline.ingest.publish.ItemPublisher;
import io.hotline.ingest.sources.SourceOptions;
import io.hotline.ingest.sources.Sources;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hotline demo}: sample news through the whole house. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Starts the whole house, runs sample news through it, prints signals and alerts.",
    footer = {
      "",
      "The sample is some seventy invented items of January 2025. Everything is kept in a temporary",
      "folder and forgotten at the end; --data keeps it. The page is at http://localhost:8080 until",
      "Ctrl-C, or not at all with --exit."
    })
final class DemoCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Mixin SettingsOptions.WholeHouse options = new SettingsOptions.WholeHouse();

  @Option(names = "--exit", description = "end when everything has come out")
  boolean exit;

  @Override
  public Integer call() throws Exception {
    Settings settings = options.settings();
    boolean kept = !settings.get(Setting.DATA_DIR).origin().equals("default");
    Path data = kept ? settings.path(Setting.DATA_DIR) : Files.createTempDirectory("hotline-demo-");
    CountDownLatch stop = new CountDownLatch(1);
    try (Terminal.Interruptible running = new Terminal.Interruptible(stop::countDown)) {
      return run(settings, data, stop);
    } finally {
      if (!kept) {
        TemporaryFolder.delete(data);
      }
    }
  }

  private int run(Settings settings, Path data, CountDownLatch stop) throws Exception {
    PrintStream out = Terminal.data();
    System.err.println("hotline: starting broker, registry, topologies and gateway");
    try (House house = House.open(settings, data);
        TopicReader<SpecificRecord> reader = new TopicReader<>(house.cluster(), shown(house))) {
      DemoPrinter printer = new DemoPrinter(house.namespace(), out, Terminal.width());
      Thread printing =
          new Thread(
              () -> reader.read(new TopicReader.Window(java.time.Instant.MIN, null, true), printer),
              "print-signals");
      printing.start();
      try {
        int code = feed(house, data, printer, out);
        if (!exit && code == 0) {
          out.println("The page is at " + house.page() + "; Ctrl-C ends the demo.");
          out.flush();
          house.awaitStop(stop);
        }
        return code;
      } finally {
        reader.stop();
        printing.join();
        out.flush();
      }
    }
  }

  private static List<TopicSpec<? extends SpecificRecord>> shown(House house) {
    List<TopicSpec<? extends SpecificRecord>> shown = new ArrayList<>();
    ShippedRules.load().forEach(rule -> shown.add(Topics.signals(house.namespace(), rule.getId())));
    shown.add(Topics.alerts(house.namespace()));
    return shown;
  }

  private static int feed(House house, Path data, DemoPrinter printer, PrintStream out)
      throws IOException {
    IngestReport report = ingest(house, data);
    try (Drain drain = new Drain(house.cluster(), house.namespace());
        Accounting accounting = new Accounting(house.cluster(), house.namespace())) {
      boolean drained = drain.await(PATIENCE, left -> {}) && accounting.await(PATIENCE, left -> {});
      printer.awaitQuiet();
      Tallies tallies = accounting.now();
      printer.summary(tallies);
      out.flush();
      if (!drained || !tallies.balanced() || tallies.items() < report.published()) {
        System.err.println("hotline: not everything came out; see " + data.resolve("hotline.log"));
        return 1;
      }
      return 0;
    }
  }

  /** Publishes the sample news. */
  static IngestReport ingest(House house, Path data) throws IOException {
    Path sample = data.resolve("sample-news.jsonl");
    try (InputStream in =
        Objects.requireNonNull(
            DemoCommand.class.getResourceAsStream("demo/sample-news.jsonl"),
            "demo/sample-news.jsonl")) {
      Files.copy(in, sample, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    NewsSource source =
        Sources.open(sample.toString(), InstantSource.system(), SourceOptions.DEFAULT);
    try (ItemPublisher publisher =
        ItemPublisher.connect(house.cluster(), house.namespace(), InstantSource.system())) {
      return publisher.publish(List.of(source), Progress.SILENT);
    }
  }
}
