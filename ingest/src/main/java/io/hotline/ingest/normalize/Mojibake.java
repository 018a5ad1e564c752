package io.hotline.ingest.normalize;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Mends what two encodings have made of one text: punctuation of Windows-1252 that was taken for
 * control characters, and punctuation of UTF-8 that was taken for Windows-1252. Only sequences that
 * nobody writes are touched, for {@code É»} is French as well as broken.
 */
final class Mojibake {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Mojibake() {}

  static String mend(String text) {
    if (!isBroken(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String punctuation = c == '\u00E2' ? punctuation(text, i) : "";
      if (!punctuation.isEmpty()) {
        out.append(punctuation);
        i += 2;
      } else {
        out.append(isControl(c) ? new String(new byte[] {(byte) c}, WINDOWS) : c);
      }
    }
    return out.toString();
  }

  private static boolean isBroken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isControl(c)
          || (c == '\u00E2' && i + 2 < text.length() && isSecond(text.charAt(i + 1)))) {
        return true;
      }
    }
    return false;
  }

  /** C1 but for the next line, which is used as one. */
  private static boolean isControl(char c) {
    return c >= '\u0080' && c <= '\u009F' && c != '\u0085';
  }

  /** The byte 0x80, as either encoding shows it. */
  private static boolean isSecond(char c) {
    return c == '\u20AC' || c == '\u0080';
  }

  /** The character of U+2000 to U+203F whose three bytes stand here; empty if they do not. */
  private static String punctuation(String text, int at) {
    if (at + 2 >= text.length() || !isSecond(text.charAt(at + 1))) {
      return "";
    }
    char last = text.charAt(at + 2);
    byte[] third =
        last >= '\u0080' && last <= '\u00BF'
            ? new byte[] {(byte) last}
            : String.valueOf(last).getBytes(WINDOWS);
    if (third.length != 1 || (third[0] & 0xC0) != 0x80) {
      return "";
    }
    try {
      CharBuffer decoded =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(new byte[] {(byte) 0xE2, (byte) 0x80, third[0]}));
      return decoded.toString();
    } catch (CharacterCodingException e) {
      return "";
    }
  }
}
