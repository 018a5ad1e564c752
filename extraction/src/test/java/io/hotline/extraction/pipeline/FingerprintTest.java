package io.hotline.extraction.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.extraction.text.Document;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final String BODY =
      "Russian President Vladimir Putin said on Monday that Moscow was ready for talks with the new"
          + " American administration about the war in Ukraine. He told his Security Council that a"
          + " lasting peace was the goal, and not a short truce. The White House did not comment.";

  @Test
  void smallEditsChangeFewBits() {
    long edited = of(BODY.replace("Monday", "January 20").replace("did not comment", "was silent"));

    assertThat(Long.bitCount(of(BODY) ^ edited)).isLessThan(20);
  }

  @Test
  void anotherTextDiffersInManyBits() {
    long other =
        of(
            "Showers continued throughout the week in the cocoa zone, alleviating the drought since"
                + " early January and improving prospects for the coming crop, although normal"
                + " humidity levels have not been restored, a grower said in its weekly review.");

    assertThat(Long.bitCount(of(BODY) ^ other)).isGreaterThan(20);
  }

  @Test
  void headlineCaseAndMarksDoNotCount() {
    long plain = of(BODY);
    long dressed =
        Fingerprint.of(
            Document.of(
                "Putin ready\n\n" + BODY.toUpperCase(java.util.Locale.ROOT), "Putin ready"));

    assertThat(dressed).isEqualTo(plain);
  }

  @Test
  void aShortBodyHasNone() {
    assertThat(of("Putin is ready for talks.")).isZero();
  }

  private static long of(String text) {
    return Fingerprint.of(Document.of(text, null));
  }
}
