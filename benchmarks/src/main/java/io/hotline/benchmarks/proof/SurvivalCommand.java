package io.hotline.benchmarks.proof;

import io.hotline.extraction.Extractor;
import io.hotline.extraction.pipeline.StandardExtractor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prove survival}. */
@Command(
    name = "survival",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Breaks the house in every way it must survive, and judges what came out.")
final class SurvivalCommand implements Callable<Integer> {

  /** The ways. */
  enum Part {
    KILLS,
    HOUSE_KILLS,
    MALFORMED,
    REGISTRY,
    DISK,
    CLOCK,
    TWICE,
    SOAK
  }

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      description = "some of ${COMPLETION-CANDIDATES} (default: all)")
  Set<Part> parts = EnumSet.allOf(Part.class);

  @Mixin ProofOptions options = new ProofOptions();

  @Option(names = "--kills", description = "of the processors (default ${DEFAULT-VALUE})")
  int kills = 100;

  @Option(names = "--house-kills", description = "of the house (default ${DEFAULT-VALUE})")
  int houseKills = 20;

  @Option(names = "--records", description = "of malformed input (default ${DEFAULT-VALUE})")
  int records = 1_000_000;

  @Option(
      names = "--registry-seconds",
      description = "without a registry (default ${DEFAULT-VALUE})")
  int registrySeconds = 600;

  @Option(names = "--clock-items", description = "for each wrong clock (default ${DEFAULT-VALUE})")
  int clockItems = 2_000;

  @Option(
      names = "--day-items",
      description = "of the day replayed twice (default ${DEFAULT-VALUE})")
  int dayItems = 20_000;

  @Option(names = "--soak-minutes", description = "default ${DEFAULT-VALUE}")
  int soakMinutes = 30;

  @Option(names = "--soak-rate", description = "items a second (default ${DEFAULT-VALUE})")
  int soakRate = 200;

  @Override
  public Integer call() throws Exception {
    Report report = new Report("Survival", Proof.commandLine());
    Corpus corpus = Corpus.read(options.texts, options.seed);
    report.setting("Corpus: " + corpus.describe() + "; seed " + options.seed);
    List<Fault.Result> results = new ArrayList<>();
    try (Stand stand = Stand.open()) {
      Extractor extractor = StandardExtractor.load();
      for (Part part : parts) {
        Fault fault = fault(part, stand, corpus, extractor);
        System.err.println("== " + part);
        Meter meter = new Meter();
        Fault.Result result = run(part, fault);
        System.err.printf("%s in %.0f s%n", result, meter.wall());
        results.add(result);
      }
    }
    report.table(
        "Survival",
        "Each fault with the oracle's verdict: every item id exactly once in the output or the dead"
            + " letters, as a subscriber at read_committed sees it.",
        List.of("fault", "verdict", "done", "seen"),
        results.stream().map(Fault.Result::row).toList());
    report.write(options.reports, "survival");
    return results.stream().allMatch(Fault.Result::held) ? 0 : 1;
  }

  /** What broke the measuring is no verdict, but the others' are kept. */
  private static Fault.Result run(Part part, Fault fault) throws InterruptedException {
    try {
      return fault.run();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      e.printStackTrace();
      return new Fault.Result(part.toString(), false, "not to its end", e.toString());
    }
  }

  private Fault fault(Part part, Stand stand, Corpus corpus, Extractor extractor) {
    return switch (part) {
      case KILLS -> new Kills(stand, corpus, extractor, kills, options.seed);
      case HOUSE_KILLS -> new HouseKills(corpus, houseKills, options.seed);
      case MALFORMED -> new Malformed(stand, corpus, extractor, records, options.seed);
      case REGISTRY -> new RegistryAway(stand, corpus, registrySeconds);
      case DISK -> new DiskFull(corpus);
      case CLOCK -> new WrongClock(stand, corpus, extractor, clockItems);
      case TWICE -> new SameAgain(stand, corpus, extractor, dayItems);
      case SOAK -> new Soak(corpus, soakRate, Duration.ofMinutes(soakMinutes));
    };
  }
}
