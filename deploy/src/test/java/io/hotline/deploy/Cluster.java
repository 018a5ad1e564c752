package io.hotline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import io.hotline.schemas.ClusterConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;

/**
 * Three brokers and a registry, as docker-compose.three-brokers.yml has them, and any number of
 * processors from our image. Shared by the test classes, as it takes a minute to start.
 */
final class Cluster implements AutoCloseable {
  private static final List<String> HOSTS = List.of("kafka", "kafka-2", "kafka-3");
  private static final int PROBE_PORT = 9404;
  private static final int GRACE_SECONDS = 45;

  private final DockerClient docker = DockerClientFactory.instance().client();
  private final Network network = Network.newNetwork();
  private final List<GenericContainer<?>> brokers = new ArrayList<>();
  private final List<GenericContainer<?>> processors = new ArrayList<>();
  private final GenericContainer<?> registry;
  private final Map<String, String> variables;
  private final ClusterConfig outside;

  /** Starts brokers and registry, and makes topics, schemas and rules. */
  Cluster() throws IOException {
    ComposeFile one = ComposeFile.read("docker-compose.yml");
    ComposeFile three = ComposeFile.read("docker-compose.three-brokers.yml");
    List<Integer> ports = new ArrayList<>();
    for (String host : HOSTS) {
      int port = Parts.freePort();
      ports.add(port);
      brokers.add(Parts.broker(network, host, port, three.environment(host)));
    }
    Map<String, String> registered = one.environment("registry");
    registered.putAll(three.environment("registry"));
    registry = Parts.registry(network, registered);
    variables = one.environment("processors");
    variables.putAll(three.environment("processors"));
    Startables.deepStart(brokers).join();
    registry.start();
    outside =
        ClusterConfig.plain(
            ports.stream().map(port -> "localhost:" + port).collect(Collectors.joining(",")),
            Parts.url(registry));
    Map<String, String> topics = one.environment("topics");
    topics.putAll(three.environment("topics"));
    String said = run(topics, "topics", "apply");
    assertThat(said).contains("us-russia-contact: version 1 is in force");
  }

  /** As clients of this machine see it. */
  ClusterConfig outside() {
    return outside;
  }

  /** {@code hotline ingest -} in a container of its own, with this on its standard input. */
  String ingest(String input) {
    GenericContainer<?> job =
        Parts.hotline("-c", "printf '%s\\n' \"$INPUT\" | /opt/hotline/entrypoint ingest -");
    job.withCreateContainerCmdModifier(create -> create.withEntrypoint("bash"));
    Map<String, String> environment = new TreeMap<>(variables);
    environment.put("INPUT", input);
    return run(job, environment);
  }

  /** Runs a command of our image to its end and gives what it printed. */
  String run(Map<String, String> environment, String... command) {
    return run(Parts.hotline(command), environment);
  }

  private String run(GenericContainer<?> job, Map<String, String> environment) {
    try (job) {
      job.withNetwork(network)
          .withEnv(environment)
          .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(Parts.PATIENCE))
          .start();
      return job.getLogs();
    }
  }

  /** Starts or stops processors until there are so many; stopped ones finish what they have. */
  void scaleTo(int count) {
    List<GenericContainer<?>> added =
        IntStream.range(processors.size(), Math.max(count, processors.size()))
            .<GenericContainer<?>>mapToObj(index -> processor())
            .toList();
    Startables.deepStart(added).join();
    processors.addAll(added);
    while (processors.size() > count) {
      GenericContainer<?> last = processors.remove(processors.size() - 1);
      stop(last);
      last.close();
    }
  }

  private GenericContainer<?> processor() {
    Map<String, String> environment = new TreeMap<>(variables);
    environment.put("HOTLINE_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Xmx400m");
    return Parts.hotline("process")
        .withNetwork(network)
        .withEnv(environment)
        .withExposedPorts(PROBE_PORT)
        .waitingFor(
            Wait.forHttp("/health/ready").forPort(PROBE_PORT).withStartupTimeout(Parts.PATIENCE));
  }

  /** Stops each processor in turn and starts it again when the one before is at work. */
  void restartProcessorsInTurn() {
    for (GenericContainer<?> each : processors) {
      stop(each);
      docker.startContainerCmd(each.getContainerId()).exec();
      awaitReady(each);
    }
  }

  /** As `kill -9`: no goodbye to the group, transactions left open. */
  void killProcessor(int index) {
    docker.killContainerCmd(processors.get(index).getContainerId()).exec();
  }

  /** Starts a killed processor again, with the state it left. */
  void returnProcessor(int index) {
    docker.startContainerCmd(processors.get(index).getContainerId()).exec();
    awaitReady(processors.get(index));
  }

  /** Which broker leads the quorum of controllers. */
  int leadingController() throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(outside.toClientProperties())) {
      return admin.describeMetadataQuorum().quorumInfo().get().leaderId() - 1;
    }
  }

  void killBroker(int index) {
    docker.killContainerCmd(brokers.get(index).getContainerId()).exec();
  }

  void returnBroker(int index) {
    docker.startContainerCmd(brokers.get(index).getContainerId()).exec();
  }

  /** Waits until every replica of every topic is in sync. */
  void awaitAllInSync() throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + Parts.PATIENCE.toNanos();
    try (Admin admin = Admin.create(outside.toClientProperties())) {
      while (!inSync(admin)) {
        assertThat(System.nanoTime()).as("all replicas in sync in time").isLessThan(end);
        Thread.sleep(500);
      }
    }
  }

  private static boolean inSync(Admin admin) throws InterruptedException, ExecutionException {
    return admin
        .describeTopics(admin.listTopics().names().get())
        .allTopicNames()
        .get()
        .values()
        .stream()
        .map(TopicDescription::partitions)
        .flatMap(List::stream)
        .allMatch(partition -> partition.isr().size() == partition.replicas().size());
  }

  /** The end of what the processors said, for a test that has failed. */
  String lastWords() {
    return processors.stream()
        .map(GenericContainer::getLogs)
        .map(said -> said.substring(Math.max(0, said.length() - 2_000)))
        .collect(Collectors.joining("\n---\n"));
  }

  private void stop(GenericContainer<?> container) {
    docker.stopContainerCmd(container.getContainerId()).withTimeout(GRACE_SECONDS).exec();
  }

  /** After a restart the port on this machine is another, so the container asks itself. */
  private static void awaitReady(GenericContainer<?> processor) {
    long end = System.nanoTime() + Parts.PATIENCE.toNanos();
    try {
      while (!isReady(processor)) {
        assertThat(System.nanoTime()).as("a processor ready in time").isLessThan(end);
        Thread.sleep(500);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean isReady(GenericContainer<?> processor)
      throws IOException, InterruptedException {
    return processor.execInContainer("/opt/hotline/entrypoint", "healthy").getExitCode() == 0;
  }

  @Override
  public void close() {
    processors.forEach(GenericContainer::close);
    registry.close();
    brokers.forEach(GenericContainer::close);
    network.close();
  }
}
