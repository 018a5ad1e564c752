package io.hotline.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DocumentTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "tokens.csv",
      delimiter = ';',
      numLinesToSkip = 1,
      quoteCharacter = '\1')
  void cutsTokens(String name, String text, String expected) {
    Document document = Document.of(text, null);
    List<String> tokens = new ArrayList<>();
    for (int t = 0; t < document.tokenCount(); t++) {
      tokens.add(document.token(t));
    }
    assertThat(String.join("|", tokens)).as(name).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "sentences.csv",
      delimiter = ';',
      numLinesToSkip = 1,
      quoteCharacter = '\1')
  void cutsSentences(String name, String marked) {
    String expected = marked.replace("\\n", "\n");
    Document document = Document.of(expected.replace("|", ""), null);
    StringBuilder actual = new StringBuilder(document.text());
    for (int s = document.sentenceCount() - 2; s >= 0; s--) {
      actual.insert(document.sentence(s).end(), '|');
    }
    assertThat(squeeze(actual.toString())).as(name).isEqualTo(squeeze(expected));
  }

  private static String squeeze(String s) {
    return s.replaceAll("\\s*\\|\\s*", "|");
  }

  @Test
  void knowsTheHeadlineTheTextBeginsWith() {
    Document document = Document.of("Talks. To begin\nThey met.\n\nIt ended.", "Talks.  To begin");

    assertThat(document.sentenceCount()).isEqualTo(4);
    assertThat(document.paragraphCount()).isEqualTo(3);
    assertThat(document.isHeadline(0)).isTrue();
    assertThat(document.isHeadline(1)).isTrue();
    assertThat(document.isHeadline(2)).isFalse();
  }

  @Test
  void aHeadlineThatTheTextGoesOnWithIsNone() {
    Document document = Document.of("Talks begin today in Geneva.", "Talks begin");

    assertThat(document.isHeadline(0)).isFalse();
    assertThat(document.sentenceCount()).isEqualTo(1);
  }

  @Test
  void findsTheTokenAtAnOffset() {
    Document document = Document.of("  He came. ", null);

    assertThat(document.tokenAt(0)).isEqualTo(0);
    assertThat(document.tokenAt(3)).isEqualTo(0);
    assertThat(document.tokenAt(4)).isEqualTo(1);
    assertThat(document.tokenAt(8)).isEqualTo(1);
    assertThat(document.tokenAt(9)).isEqualTo(2);
    assertThat(document.tokenAt(10)).isEqualTo(3);
  }

  @Test
  void aBlankTextHasNothing() {
    Document document = Document.of(" \n\t\u200b ", "Talks");

    assertThat(document.tokenCount()).isZero();
    assertThat(document.sentenceCount()).isZero();
    assertThat(document.paragraphCount()).isZero();
  }
}
