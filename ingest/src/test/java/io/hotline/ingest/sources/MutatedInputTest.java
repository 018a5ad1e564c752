package io.hotline.ingest.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Inputs broken at random: whatever comes in, items or dead letters come out, within a second, and
 * nothing else. A few of each in the ordinary build; with {@code -Dhotline.fuzz=1000000} a million.
 */
class MutatedInputTest {

  private static final Duration LONGEST = Duration.ofSeconds(1);

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void givesItemsOrDeadLetters(FuzzedDoor door) {
    int asked = Integer.getInteger("hotline.fuzz", 0);
    int times = asked == 0 ? door.few() : asked;
    Fuzz fuzz = new Fuzz(door);
    fuzz.run(0, times);
    if (asked > 0) {
      System.out.println(fuzz.report());
    }
    assertThat(fuzz.faults()).as("exceptions, by the first input that raised them").isEmpty();
    assertThat(fuzz.worst()).isLessThan(LONGEST);
    assertThat(fuzz.rejected()).as("inputs that break").isPositive();
    assertThat(fuzz.items()).isGreaterThan(door.isFragile() ? 0 : times / 20);
  }
}
