package io.hotline.benchmarks.proof;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process of the house's own command line that can be killed without notice. */
final class Child implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final long LOOK_MILLIS = 100;

  private final List<String> command;
  private final Path output;
  private volatile @Nullable Process process;

  /**
   * @param folder where its output is kept
   * @param arguments as {@code hotline} takes them
   */
  Child(Path folder, String... arguments) throws IOException {
    Files.createDirectories(folder);
    this.output = folder.resolve("output-of-" + arguments[0] + ".txt");
    this.command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx700m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.hotline.cli.Main"));
    command.addAll(List.of(arguments));
  }

  /**
   * The topologies of a namespace.
   *
   * @param folder for their stores and their output
   * @param registryUrl where they are told that the registry is
   */
  static Child processors(
      Path folder, ClusterConfig cluster, String registryUrl, Namespace namespace)
      throws IOException {
    return new Child(
        folder,
        "process",
        "--kafka-bootstrap",
        cluster.bootstrapServers(),
        "--registry-url",
        registryUrl,
        "--namespace",
        namespace.value(),
        "--data",
        folder.toString());
  }

  void start() throws IOException {
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .start();
  }

  /** Waits until {@code hotline run} has said for the nth time that it is running. */
  void awaitRunning(int times) throws IOException, InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (output().split("Hotline is running", -1).length <= times) {
      if (!isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("the house does not start: " + output());
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** SIGKILL: no hook runs, nothing is committed, nothing is closed. */
  void kill() throws InterruptedException {
    Process victim = running();
    victim.destroyForcibly();
    victim.waitFor();
  }

  boolean isAlive() {
    return running().isAlive();
  }

  /** Waits for it to end by itself; tells whether it did. */
  boolean awaitEnd(long seconds) throws InterruptedException {
    return running().waitFor(seconds, TimeUnit.SECONDS);
  }

  long pid() {
    return running().pid();
  }

  /** What it has printed. */
  String output() throws IOException {
    return Files.exists(output) ? Files.readString(output) : "";
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException("not started");
    }
    return process;
  }

  /** Ends it as Ctrl-C would. */
  @Override
  public void close() {
    if (process == null) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
