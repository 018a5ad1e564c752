package io.hotline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prometheus' own tool reads what is in {@code prometheus}. Debian's package prometheus has it. */
@Tag("containers")
class PrometheusRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check config prometheus.yml",
        "check rules hotline-rules.yml",
        "test rules hotline-rules-test.yml"
      })
  void promtoolIsContent(String command) throws Exception {
    Process promtool =
        new ProcessBuilder(("promtool " + command).split(" "))
            .directory(Path.of("prometheus").toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(promtool.waitFor()).as(said).isZero();
  }
}
