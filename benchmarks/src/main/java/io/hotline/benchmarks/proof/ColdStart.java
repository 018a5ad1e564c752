package io.hotline.benchmarks.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a newcomer waits for: the launcher's {@code --help}, {@code demo} to its first signal, the
 * memory of an idle {@code run}, and the room on disk. The launcher has built before.
 */
final class ColdStart {
  private static final int IDLE_SECONDS = 20;

  private final Path launcher;

  ColdStart(Path launcher) {
    this.launcher = launcher;
  }

  void measure(Report report, int rounds) throws IOException, InterruptedException {
    List<Double> help = new ArrayList<>();
    List<Double> first = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      double helped = untilLine("Usage", "--help");
      double signalled =
          untilLine(
              "PHONE_CALL",
              "demo",
              "--exit",
              "--kafka-port",
              "0",
              "--registry-port",
              "0",
              "--http-port",
              "0");
      if (round > 0) {
        help.add(helped);
        first.add(signalled);
      }
    }
    report.table(
        "Cold start",
        "Medians of %d runs, files warm in the page cache.".formatted(rounds),
        List.of("what", "figure"),
        List.of(
            List.of("hotline --help, first line", seconds(help)),
            List.of("hotline demo, first signal", seconds(first)),
            List.of("hotline run, resident after " + IDLE_SECONDS + " s idle", idle() + " MB"),
            List.of("distribution on disk", size(launcher.resolveSibling("cli/target/hotline")))));
  }

  private static String seconds(List<Double> values) {
    return "%.2f s"
        .formatted(Meter.median(values.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  /** Seconds until the command prints a line that contains {@code text}; waits for its end. */
  private double untilLine(String text, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    double seconds = Double.NaN;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (Double.isNaN(seconds) && line.contains(text)) {
          seconds = (System.nanoTime() - start) / 1e9;
        }
      }
    }
    if (process.waitFor() != 0 || Double.isNaN(seconds)) {
      throw new IOException(command + " failed, or never printed '" + text + "'");
    }
    return seconds;
  }

  private long idle() throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("hotline-idle-");
    Process process =
        new ProcessBuilder(
                launcher.toString(),
                "run",
                "--data",
                data.toString(),
                "--kafka-port",
                "0",
                "--registry-port",
                "0",
                "--http-port",
                "0")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      if (line == null) {
        throw new IOException("hotline run ended at once");
      }
      Thread.sleep(TimeUnit.SECONDS.toMillis(IDLE_SECONDS));
      return WorldDay.megabytes(Path.of("/proc/" + process.pid() + "/status"), "VmRSS:");
    } finally {
      process.destroy();
      process.waitFor();
      Stand.delete(data);
    }
  }

  private static String size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      long bytes =
          files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
      return "%,d MB".formatted(bytes >> 20);
    }
  }
}
