package io.hotline.processors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The names of a running topology are a contract with its stores and internal topics: a change here
 * is a migration, and must be meant.
 */
final class TopologyDescriptionTest {

  @ParameterizedTest(name = "{0}")
  @EnumSource(Application.class)
  void isAsCheckedIn(Application application, @TempDir Path state) throws IOException {
    try (House house = new House(state)) {
      String description = house.topology(application).describe().toString();
      assertThat(description).doesNotContain("KSTREAM-", "KTABLE-", "GLOBALTABLE-");
      assertThat(description).isEqualTo(expected(application));
    }
  }

  private static String expected(Application application) throws IOException {
    String name = application.label() + ".topology.txt";
    try (var in =
        Objects.requireNonNull(TopologyDescriptionTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
