package io.hotline.benchmarks.proof;

import io.hotline.cli.embedded.EmbeddedCluster;
import io.hotline.cli.flow.Accounting;
import io.hotline.cli.flow.Drain;
import io.hotline.cli.flow.Foundations;
import io.hotline.cli.flow.Tallies;
import io.hotline.processors.RuleAdmin;
import io.hotline.processors.rules.ParsedRule;
import io.hotline.processors.rules.Rules;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a proof is done: a broker and a registry of its own, in a folder that is forgotten. */
final class Stand implements AutoCloseable {

  /** A rule that any contact fires, so that every report of one becomes an alert. */
  static final String ANY_CONTACT =
      "id: any-contact\ntitle: Any contact\nevents: [CONSULT, AGREE, REQUEST, REJECT]\n";

  static final String US_RUSSIA =
      "id: us-russia-contact\ntitle: US-Russia contact\nbetween: [USA, RUS]\n";

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path folder;
  private final EmbeddedCluster cluster;

  private Stand(Path folder, EmbeddedCluster cluster) {
    this.folder = folder;
    this.cluster = cluster;
  }

  static Stand open() throws IOException {
    Path folder = Files.createTempDirectory("hotline-proof-");
    return new Stand(
        folder,
        EmbeddedCluster.start(
            new EmbeddedCluster.Settings(folder.resolve("cluster"), freePort(), freePort())));
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  ClusterConfig cluster() {
    return cluster.config();
  }

  /** A folder for somebody's stores. */
  Path folder(String name) {
    return folder.resolve(name);
  }

  /** A namespace with its topics, schemas and rules. */
  Namespace namespace(String name, String... rules) {
    Namespace namespace = new Namespace(name);
    Foundations.lay(cluster(), namespace, 1);
    RuleAdmin admin = new RuleAdmin(cluster(), namespace, 1);
    admin.applyAll(
        Stream.of(rules)
            .map(yaml -> ((ParsedRule.Accepted) Rules.parse(yaml, "proof.yaml")).rule())
            .toList());
    return namespace;
  }

  /** Waits until everything has come out and is counted; says what became of it. */
  Tallies settle(Namespace namespace) {
    try (Drain drain = new Drain(cluster(), namespace);
        Accounting accounting = new Accounting(cluster(), namespace)) {
      if (!drain.await(PATIENCE, left -> {}) || !accounting.await(PATIENCE, left -> {})) {
        throw new IllegalStateException(
            namespace + ": no progress for " + PATIENCE.toMinutes() + " minutes");
      }
      return accounting.now();
    }
  }

  @Override
  public void close() {
    cluster.close();
    delete(folder);
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
