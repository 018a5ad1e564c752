package io.hotline.cli.embedded;

import io.hotline.cli.embedded.EmbeddedCluster.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A broker and a registry in a process of their own, so that a test can kill them. */
final class ChildCluster {
  private ChildCluster() {}

  /** Starts one and waits until it serves. */
  static Process start(Settings settings) throws IOException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                ChildCluster.class.getName(),
                settings.data().toString(),
                Integer.toString(settings.kafkaPort()),
                Integer.toString(settings.registryPort()))
            .redirectErrorStream(true)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.equals("READY")) {
        Thread drain = new Thread(() -> out.lines().forEach(unused -> {}), "drain");
        drain.setDaemon(true);
        drain.start();
        return process;
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("the cluster did not start: " + said);
  }

  public static void main(String[] args) throws InterruptedException {
    EmbeddedCluster.start(
        new Settings(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2])));
    System.out.println("READY");
    Thread.sleep(Duration.ofMinutes(5).toMillis());
  }
}
