package io.hotline.ingest.normalize;

import static io.hotline.ingest.normalize.Escapes.unescape;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TextTablesTest {

  private static final String PARAGRAPH = " \u00B6 ";

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "characters.csv", numLinesToSkip = 1)
  void cleansCharacters(String name, String text, String expected) {
    assertThat(Characters.clean(unescape(text))).isEqualTo(unescape(expected));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "paragraphs.csv", numLinesToSkip = 1, maxCharsPerColumn = 10000)
  void findsParagraphs(String name, String text, String expected) {
    assertThat(String.join(PARAGRAPH, Paragraphs.of(unescape(text)))).isEqualTo(unescape(expected));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "headlines.csv", numLinesToSkip = 1)
  void composesHeadlineAndBody(
      String name, @Nullable String headline, @Nullable String body, String expected) {
    List<String> paragraphs = body == null ? List.of() : List.of(body.split(PARAGRAPH));
    String text = Headlines.compose(unescape(headline), paragraphs);
    assertThat(text.replace("\n\n", PARAGRAPH)).isEqualTo(expected);
    assertThat(text).startsWith(unescape(headline));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "addresses.csv", numLinesToSkip = 1)
  void spellsAddressesInOneWay(String name, String written, String expected) {
    String canonical = Addresses.canonical(written);
    assertThat(canonical == null ? "none" : canonical).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "html.csv", numLinesToSkip = 1)
  void readsHtml(String name, String html, boolean isHtml, @Nullable String expected) {
    assertThat(HtmlText.looksLikeHtml(unescape(html))).isEqualTo(isHtml);
    if (expected != null) {
      assertThat(HtmlText.toPlain(unescape(html))).isEqualTo(unescape(expected));
    }
  }
}
