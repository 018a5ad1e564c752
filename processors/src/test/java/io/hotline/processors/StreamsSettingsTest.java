package io.hotline.processors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsSettingsTest {
  @TempDir Path state;

  @Test
  void copiesOfTheStoresAreAsConfigured() {
    ProcessorsConfig config = config(2, Duration.ofDays(3));
    try (StoreMemory memory = new StoreMemory(config.storeBytes())) {
      assertThat(StreamsSettings.of(config, Application.ALERTS, memory))
          .containsEntry("num.standby.replicas", 2)
          .containsEntry("topic.delete.retention.ms", "259200000");
    }
  }

  @Test
  void copiesThatCannotBeAreNamed() {
    assertThatThrownBy(() -> config(-1, Duration.ZERO))
        .hasMessage("processors.standby.replicas '-1': expected 0 or more");
    assertThatThrownBy(() -> config(0, Duration.ofHours(-2)))
        .hasMessage("processors.changelog.deletions.hours '-2': expected 0 or more");
  }

  private ProcessorsConfig config(int standbyReplicas, Duration deletionsKept) {
    ProcessorsConfig usual =
        ProcessorsConfig.of(
            ClusterConfig.plain("localhost:9092", "http://localhost:8081"), Namespace.LIVE, state);
    return new ProcessorsConfig(
        usual.cluster(),
        usual.namespace(),
        usual.stateDir(),
        usual.threads(),
        usual.commitInterval(),
        usual.guarantee(),
        usual.replication(),
        standbyReplicas,
        deletionsKept,
        usual.storeBytes(),
        usual.limits());
  }
}
