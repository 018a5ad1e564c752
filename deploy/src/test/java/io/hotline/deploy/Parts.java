package io.hotline.deploy;

import com.github.dockerjava.api.command.CreateContainerCmd;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;

/** Containers as docker-compose.yml describes them, one by one. */
final class Parts {
  static final String IMAGE = "hotline:latest";

  /** Long enough for a machine that has much else to do. */
  static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final int KAFKA_PORT = 9092;
  private static final int REGISTRY_PORT = 8080;

  private Parts() {}

  /**
   * A broker, reached from here at a port that stays when it is killed and comes back.
   *
   * @param host its name in the network
   * @param port this machine's
   * @param environment by the compose files; where it is reached from here is set right
   */
  static GenericContainer<?> broker(
      Network network, String host, int port, Map<String, String> environment) throws IOException {
    Map<String, String> variables = new TreeMap<>(environment);
    variables.computeIfPresent(
        "KAFKA_ADVERTISED_LISTENERS",
        (key, value) ->
            value.replaceFirst("EXTERNAL://localhost:\\d+", "EXTERNAL://localhost:" + port));
    variables.put("KAFKA_HEAP_OPTS", "-Xms256m -Xmx384m");
    GenericContainer<?> broker =
        new GenericContainer<>(ComposeFile.read("docker-compose.yml").image("kafka"));
    broker.setPortBindings(List.of(port + ":" + KAFKA_PORT));
    return broker
        .withNetwork(network)
        .withNetworkAliases(host)
        .withEnv(variables)
        .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1).withStartupTimeout(PATIENCE));
  }

  /** Apicurio, with its schemas in Kafka. */
  static GenericContainer<?> registry(Network network, Map<String, String> environment)
      throws IOException {
    return new GenericContainer<>(ComposeFile.read("docker-compose.yml").image("registry"))
        .withNetwork(network)
        .withNetworkAliases("registry")
        .withEnv(environment)
        .withExposedPorts(REGISTRY_PORT)
        .waitingFor(
            Wait.forHttp("/apis/ccompat/v7/subjects")
                .forPort(REGISTRY_PORT)
                .withStartupTimeout(PATIENCE));
  }

  static String url(GenericContainer<?> registry) {
    return "http://localhost:" + registry.getMappedPort(REGISTRY_PORT) + "/apis/ccompat/v7";
  }

  /** Our image, with nothing it may write but /tmp and /data. */
  static GenericContainer<?> hotline(String... command) {
    return new GenericContainer<>(IMAGE)
        .withTmpFs(Map.of("/tmp", "rw,exec"))
        .withCreateContainerCmdModifier(Parts::closed)
        .withCommand(command);
  }

  private static void closed(CreateContainerCmd create) {
    var host = create.getHostConfig();
    if (host != null) {
      host.withReadonlyRootfs(true);
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
