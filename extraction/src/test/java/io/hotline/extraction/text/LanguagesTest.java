package io.hotline.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class LanguagesTest {

  private static final Languages LANGUAGES = Languages.load();

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "languages.csv", delimiter = ';', numLinesToSkip = 1)
  void identifies(String name, String language, String text) {
    assertThat(LANGUAGES.identify(text)).as(name).isEqualTo(language);
  }
}
