package io.hotline.benchmarks.proof;

import io.hotline.schemas.ClusterConfig;
import java.io.IOException;
import java.nio.file.Path;

/** {@code hotline run} in a process of its own, on free ports, and how to reach it. */
final class ChildHouse implements AutoCloseable {

  private final Child process;
  private final ClusterConfig cluster;
  private int starts;

  /**
   * Does not start it yet.
   *
   * @param logs where its output is kept
   * @param data where it keeps its data
   */
  ChildHouse(Path logs, Path data) throws IOException {
    int kafka = Stand.freePort();
    int registry = Stand.freePort();
    this.cluster = ClusterConfig.plain("localhost:" + kafka, "http://localhost:" + registry);
    this.process =
        new Child(
            logs,
            "run",
            "--data",
            data.toString(),
            "--kafka-port",
            Integer.toString(kafka),
            "--registry-port",
            Integer.toString(registry),
            "--http-port",
            "0");
  }

  /** Starts it, again too, and waits until it says that it is running. */
  void start() throws IOException, InterruptedException {
    process.start();
    starts++;
    process.awaitRunning(starts);
  }

  Child process() {
    return process;
  }

  ClusterConfig cluster() {
    return cluster;
  }

  @Override
  public void close() {
    process.close();
  }
}
