package io.hotline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * The application image, as deploy/build-image makes it, with nothing it may write but /tmp and
 * /data.
 */
@Tag("containers")
class ImageContainerTest {
  private static final String IMAGE = "hotline:latest";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void theDemoRunsToItsEndOnAReadOnlyFileSystem() {
    try (GenericContainer<?> demo = container()) {
      demo.withCommand("demo", "--exit")
          .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(PATIENCE))
          .start();
      String out = demo.getLogs(OutputFrame.OutputType.STDOUT);
      assertThat(out).contains("PHONE_CALL").contains("ALERT").contains("0 dead letters");
    }
  }

  @Test
  void theHouseIsHealthyAndTakesNewsFromStandardInput() throws Exception {
    try (GenericContainer<?> house = container()) {
      house
          .withCommand("run", "--http-host", "0.0.0.0")
          .withExposedPorts(8080)
          .waitingFor(Wait.forHttp("/health/live").forPort(8080).withStartupTimeout(PATIENCE))
          .start();
      assertThat(house.execInContainer("/opt/hotline/entrypoint", "healthy").getExitCode())
          .isZero();
      ExecResult user = house.execInContainer("id", "-u");
      assertThat(user.getStdout().strip()).isEqualTo("10001");
      String item =
          "{\"id\":\"1\",\"source\":\"Test Wire\",\"published\":\"2025-01-20T08:00:00Z\",\"text\":"
              + "\"Russian President Vladimir Putin spoke by phone with US President Donald Trump"
              + " on Monday.\"}";
      ExecResult ingested =
          house.execInContainer(
              "sh", "-c", "echo '" + item + "' | /opt/hotline/entrypoint ingest -");
      assertThat(ingested.getStdout() + ingested.getStderr())
          .contains("1 items = 1 enriched + 0 repeats + 0 dead letters");
    }
  }

  private static GenericContainer<?> container() {
    return new GenericContainer<>(IMAGE)
        .withTmpFs(Map.of("/tmp", "rw,exec"))
        .withCreateContainerCmdModifier(
            create -> {
              var host = create.getHostConfig();
              if (host != null) {
                host.withReadonlyRootfs(true);
              }
            });
  }
}
