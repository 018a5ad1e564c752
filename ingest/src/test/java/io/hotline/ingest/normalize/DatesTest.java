package io.hotline.ingest.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DatesTest {

  private final Dates dates = new Dates(CalendarWords.load());

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "dates.csv",
      numLinesToSkip = 1,
      quoteCharacter = '"',
      ignoreLeadingAndTrailingWhitespace = false)
  void readsDatesAsNewsWritesThem(String name, String written, String expected) {
    DateReading reading = dates.read(written);
    String actual =
        reading instanceof DateReading.Known known
            ? known.instant().toString()
            : ((DateReading.Unreadable) reading).why();
    assertThat(actual).isEqualTo(expected);
  }
}
