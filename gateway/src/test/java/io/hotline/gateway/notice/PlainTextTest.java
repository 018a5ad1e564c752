package io.hotline.gateway.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is left of hostile text, and what of other people's scripts must be. */
class PlainTextTest {

  @Test
  void leavesOutWhatTurnsTextAroundOrIsNone() {
    assertThat(PlainText.line("a\u202eb\u2066c\u2069d\u0000e\u200ff\ufeffg")).isEqualTo("abcdefg");
  }

  @Test
  void isOnOneLine() {
    assertThat(PlainText.line(" a \r\n\t b\u0085\u2028c\u00a0d ")).isEqualTo("a b c d");
  }

  @Test
  void halfASurrogatePairIsReplacedAndAWholeOneIsKept() {
    assertThat(PlainText.line("a\ud800b\udc00c\ud83d\ude00"))
        .isEqualTo("a\ufffdb\ufffdc\ud83d\ude00");
  }

  @Test
  void keepsTheJoinersThatScriptsNeed() {
    assertThat(PlainText.line("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"))
        .isEqualTo("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645");
  }

  @Test
  void cutsBetweenCharacters() {
    assertThat(PlainText.line("abcdef", 4)).isEqualTo("abc…");
    assertThat(PlainText.line("ab\ud83d\ude00ef", 4)).isEqualTo("ab…");
    assertThat(PlainText.line("abcd", 4)).isEqualTo("abcd");
  }
}
