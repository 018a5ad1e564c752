package io.hotline.cli.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the walls, and shows that they would fall if somebody leaned on them. */
class WallsTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.hotline");

  static List<ArchRule> walls() {
    return Walls.ALL;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("walls")
  void stands(ArchRule wall) {
    wall.check(HOUSE);
  }

  @Test
  void everyRoomWasLookedAt() {
    assertThat(
            Stream.of("schemas", "extraction", "ingest", "processors", "gateway", "cli")
                .filter(
                    room -> HOUSE.stream().noneMatch(each -> inRoom(each.getPackageName(), room))))
        .as("rooms without a class")
        .isEmpty();
  }

  private static boolean inRoom(String packageName, String room) {
    return packageName.startsWith("io.hotline." + room);
  }

  @Test
  void aBrokenWallIsNoticed() {
    // The class below stands in the room of the extraction and imports Kafka, reads the clock and
    // keeps static state: each of the rules must say so.
    JavaClasses broken =
        new ClassFileImporter().importPackages("io.hotline.extraction.brokenonpurpose");
    for (ArchRule wall :
        List.of(
            Walls.EXTRACTION_IS_PURE_JAVA,
            Walls.NO_WALL_CLOCK_IN_EXTRACTION_AND_PROCESSORS,
            Walls.NO_STATIC_MUTABLE_STATE,
            Walls.EVERY_PACKAGE_IS_NULL_MARKED)) {
      assertThatThrownBy(() -> wall.check(broken))
          .as(wall.getDescription())
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("BrokenOnPurpose");
    }
  }

  @Test
  void roomsThatMeetOutsideTopicsAreNoticed() {
    JavaClasses broken =
        new ClassFileImporter()
            .importPackages(
                "io.hotline.ingest.brokenonpurpose", "io.hotline.gateway.brokenonpurpose");
    assertThatThrownBy(() -> Walls.ROOMS_MEET_ONLY_IN_TOPICS.check(broken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("brokenonpurpose");
  }
}
