package io.hotline.extraction.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class QuoteCasesTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "cases.tsv", delimiter = '\t', quoteCharacter = '\u0001')
  void finds(
      String name,
      String text,
      String kind,
      String quote,
      String speaker,
      String cue,
      String extra) {
    assertThat(problem(text, kind, quote, speaker, cue, extra)).as(name).isNull();
  }

  /** What we know to be wrong; a case that comes right belongs in the other table. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "known-failures.tsv", delimiter = '\t', quoteCharacter = '\u0001')
  void stillFails(
      String name,
      String text,
      String kind,
      String quote,
      String speaker,
      String cue,
      String extra) {
    String problem = problem(text, kind, quote, speaker, cue, extra);
    System.out.println("known failure: " + name + ": " + problem);
    assertThat(problem).as(name + " comes right now; move it to cases.tsv").isNotNull();
  }

  private static @Nullable String problem(
      String text, String kind, String quote, String speaker, String cue, String extra) {
    return new QuoteCase(text, kind, quote, speaker, cue, extra).problem();
  }
}
