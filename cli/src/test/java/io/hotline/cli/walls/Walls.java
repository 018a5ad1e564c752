package io.hotline.cli.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** The walls of the house, as rules: who may import whom, and what may stand in no room. */
final class Walls {
  private static final String SCHEMAS = "io.hotline.schemas..";
  private static final String EXTRACTION = "io.hotline.extraction..";
  private static final String INGEST = "io.hotline.ingest..";
  private static final String PROCESSORS = "io.hotline.processors..";
  private static final String GATEWAY = "io.hotline.gateway..";
  private static final String CLI = "io.hotline.cli..";

  private static final DescribedPredicate<JavaClass> GENERATED =
      JavaClass.Predicates.resideInAPackage("io.hotline.schemas.record..");

  static final ArchRule SCHEMAS_IMPORT_NO_ROOM =
      noClasses()
          .that()
          .resideInAPackage(SCHEMAS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(EXTRACTION, INGEST, PROCESSORS, GATEWAY, CLI);

  static final ArchRule EXTRACTION_IS_PURE_JAVA =
      noClasses()
          .that()
          .resideInAPackage(EXTRACTION)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              SCHEMAS, INGEST, PROCESSORS, GATEWAY, CLI, "org.apache.kafka..", "org.apache.avro..");

  static final ArchRule ROOMS_MEET_ONLY_IN_TOPICS =
      slices().matching("io.hotline.(ingest|processors|gateway)..").should().notDependOnEachOther();

  static final ArchRule ONLY_PROCESSORS_AND_CLI_USE_EXTRACTION =
      noClasses()
          .that()
          .resideInAnyPackage(INGEST, GATEWAY)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(EXTRACTION);

  static final ArchRule NOBODY_IMPORTS_THE_COMMAND_LINE =
      noClasses()
          .that()
          .resideOutsideOfPackage(CLI)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CLI);

  static final ArchRule NO_ROOM_FOR_ODDS_AND_ENDS =
      noClasses()
          .should()
          .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..impl..");

  static final ArchRule NO_WALL_CLOCK_IN_EXTRACTION_AND_PROCESSORS =
      noClasses()
          .that()
          .resideInAnyPackage(EXTRACTION, PROCESSORS)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callConstructor(java.util.Date.class);

  static final ArchRule NO_STATIC_MUTABLE_STATE =
      noFields()
          .that()
          .areDeclaredInClassesThat(DescribedPredicate.not(GENERATED))
          .and()
          .areStatic()
          .should(ArchConditions.beAssignable());

  static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
      classes()
          .that(DescribedPredicate.not(GENERATED))
          .should(ArchConditions.resideInAPackageAnnotatedWith(NullMarked.class));

  static final List<ArchRule> ALL =
      List.of(
          SCHEMAS_IMPORT_NO_ROOM,
          EXTRACTION_IS_PURE_JAVA,
          ROOMS_MEET_ONLY_IN_TOPICS,
          ONLY_PROCESSORS_AND_CLI_USE_EXTRACTION,
          NOBODY_IMPORTS_THE_COMMAND_LINE,
          NO_ROOM_FOR_ODDS_AND_ENDS,
          NO_WALL_CLOCK_IN_EXTRACTION_AND_PROCESSORS,
          NO_STATIC_MUTABLE_STATE,
          EVERY_PACKAGE_IS_NULL_MARKED);

  private Walls() {}
}
