package io.hotline.benchmarks.proof;

import io.hotline.extraction.Extractor;
import io.hotline.extraction.pipeline.StandardExtractor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prove speed}. */
@Command(
    name = "speed",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Measures what an item costs, how soon an alert comes, a world-day, and the start.")
final class SpeedCommand implements Callable<Integer> {

  /** The parts of the report. */
  enum Part {
    THROUGHPUT,
    LATENCY,
    WORLD_DAY,
    START
  }

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      description = "some of ${COMPLETION-CANDIDATES} (default: all)")
  Set<Part> parts = EnumSet.allOf(Part.class);

  @Mixin ProofOptions options = new ProofOptions();

  @Option(names = "--items", description = "items of a throughput run (default ${DEFAULT-VALUE})")
  int items = 10_000;

  @Option(names = "--rounds", description = "counted runs of each (default ${DEFAULT-VALUE})")
  int rounds = 5;

  @Option(
      names = "--threads",
      split = ",",
      description = "stream threads to measure with (default ${DEFAULT-VALUE})")
  List<Integer> threads = List.of(1, 2);

  @Option(
      names = "--rates",
      split = ",",
      description = "items a second of the latency runs (default ${DEFAULT-VALUE})")
  List<Integer> rates = List.of(50, 100, 200);

  @Option(names = "--seconds", description = "length of a latency run (default ${DEFAULT-VALUE})")
  int seconds = 60;

  @Option(names = "--commit-ms", description = "commit interval of the latency runs (default 100)")
  int commitMillis = 100;

  @Option(
      names = "--world-day",
      paramLabel = "N",
      description = "items of the world-day (default ${DEFAULT-VALUE})")
  int worldDay = 1_000_000;

  @Override
  public Integer call() throws Exception {
    Report report = new Report("Speed", Proof.commandLine());
    Corpus corpus = Corpus.read(options.texts, options.seed);
    report.setting("Corpus: " + corpus.describe());
    Extractor extractor = StandardExtractor.load();
    try (Stand stand = Stand.open()) {
      if (parts.contains(Part.THROUGHPUT)) {
        new Throughput(stand, corpus, extractor, items).measure(report, rounds, threads);
      }
      if (parts.contains(Part.LATENCY)) {
        new Latency(stand, corpus, extractor, Duration.ofSeconds(seconds))
            .measure(report, rates, Duration.ofMillis(commitMillis));
      }
      if (parts.contains(Part.WORLD_DAY)) {
        new WorldDay(stand, corpus, extractor).measure(report, worldDay);
      }
    }
    if (parts.contains(Part.START)) {
      new ColdStart(Path.of("hotline").toAbsolutePath()).measure(report, rounds);
    }
    report.write(options.reports, "speed");
    return 0;
  }
}
