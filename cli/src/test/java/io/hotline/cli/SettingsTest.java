package io.hotline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotline.processors.ProcessorsConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void flagsWinOverVariablesOverTheFileOverDefaults() throws Exception {
    Path file = folder.resolve("hotline.properties");
    Files.writeString(file, "http.port=1\nkafka.port=2\nregistry.port=3\n");
    Settings settings =
        Settings.resolve(
            Map.of(Setting.HTTP_PORT, "7"),
            Map.of("HOTLINE_HTTP_PORT", "8", "HOTLINE_KAFKA_PORT", "9"),
            file);
    assertThat(settings.get(Setting.HTTP_PORT))
        .isEqualTo(new Settings.Resolved("7", "--http-port"));
    assertThat(settings.get(Setting.KAFKA_PORT))
        .isEqualTo(new Settings.Resolved("9", "HOTLINE_KAFKA_PORT"));
    assertThat(settings.get(Setting.REGISTRY_PORT))
        .isEqualTo(new Settings.Resolved("3", file.toString()));
    assertThat(settings.get(Setting.NAMESPACE))
        .isEqualTo(new Settings.Resolved("hotline", "default"));
  }

  @Test
  void aSettingThatDoesNotExistIsNamedWithTheFile() throws Exception {
    Path file = folder.resolve("wrong.properties");
    Files.writeString(file, "http.prot=1\n");
    assertThatThrownBy(() -> Settings.resolve(Map.of(), Map.of(), file))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("'http.prot'")
        .hasMessageContaining("http.port");
  }

  @Test
  void aValueOutOfRangeIsNamedWithItsOriginAndTheRange() {
    Settings settings = Settings.resolve(Map.of(), Map.of("HOTLINE_HTTP_PORT", "80800"), null);
    assertThatThrownBy(() -> settings.port(Setting.HTTP_PORT))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "http.port '80800' (from HOTLINE_HTTP_PORT): expected a whole number from 0 to 65535");
  }

  @Test
  void copiesOfTheStoresReachTheTopologies() {
    Settings settings =
        Settings.resolve(
            Map.of(Setting.STANDBY, "2"), Map.of("HOTLINE_CHANGELOG_DELETIONS_HOURS", "72"), null);
    ProcessorsConfig config =
        Configurations.processors(settings, settings.cluster(), settings.namespace(), folder);
    assertThat(config.standbyReplicas()).isEqualTo(2);
    assertThat(config.deletionsKept()).isEqualTo(Duration.ofDays(3));
  }

  @Test
  void clientPropertiesReachEveryClient() throws Exception {
    Path file = folder.resolve("secure.properties");
    Files.writeString(file, "kafka.client.security.protocol=SASL_SSL\n");
    Settings settings =
        Settings.resolve(
            Map.of(), Map.of("HOTLINE_KAFKA_CLIENT_SASL_MECHANISM", "SCRAM-SHA-512"), file);
    assertThat(settings.cluster().toClientProperties())
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "SCRAM-SHA-512");
  }
}
