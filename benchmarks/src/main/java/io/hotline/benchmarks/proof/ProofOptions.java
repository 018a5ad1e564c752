package io.hotline.benchmarks.proof;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every proof may be told. */
final class ProofOptions {

  @Option(
      names = "--texts",
      paramLabel = "FILE",
      description = "articles as JSON lines, perhaps gzipped (default: the demo's sample)")
  @Nullable Path texts;

  @Option(names = "--seed", description = "of all that is drawn (default ${DEFAULT-VALUE})")
  long seed = 1;

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      description = "where the report goes (default ${DEFAULT-VALUE})")
  Path reports = Path.of("benchmarks/reports");
}
