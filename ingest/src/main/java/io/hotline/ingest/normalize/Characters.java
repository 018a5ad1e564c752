package io.hotline.ingest.normalize;

import java.text.Normalizer;

/**
 * Makes characters mean one thing each, before any offset is counted: Unicode NFC, one kind of line
 * end, one kind of space, nothing invisible.
 */
final class Characters {

  private static final char REPLACEMENT = '\uFFFD';

  private Characters() {}

  /**
   * Cleans text of several lines. Line and page ends become {@code \n}, a paragraph separator two
   * of them; tabs and every kind of space become one blank each; other control characters, byte
   * order marks, soft hyphens, zero-width spaces and direction marks go; half a surrogate pair
   * becomes U+FFFD, because no encoding can carry it.
   */
  static String clean(String text) {
    if (isPlain(text)) {
      return text;
    }
    String cleaned = replace(Mojibake.mend(text));
    return Normalizer.isNormalized(cleaned, Normalizer.Form.NFC)
        ? cleaned
        : Normalizer.normalize(cleaned, Normalizer.Form.NFC);
  }

  /** As {@link #clean}, and all on one line with single blanks between words. */
  static String cleanLine(String text) {
    return collapse(clean(text).replace('\n', ' '));
  }

  /** Single blanks between words, none around. */
  static String collapse(String line) {
    StringBuilder out = new StringBuilder(line.length());
    boolean pending = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ' ') {
        pending = out.length() > 0;
      } else {
        if (pending) {
          out.append(' ');
          pending = false;
        }
        out.append(c);
      }
    }
    return out.length() == line.length() ? line : out.toString();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\n') || c >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static String replace(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n', '\u000B', '\f', '\u0085', '\u2028' -> out.append('\n');
        case '\r' -> {
          if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
            out.append('\n');
          }
        }
        case '\u2029' -> out.append("\n\n");
        case '\t' -> out.append(' ');
        default -> appendOther(text, i, c, out);
      }
    }
    return out.toString();
  }

  private static void appendOther(String text, int i, char c, StringBuilder out) {
    if (Character.isSurrogate(c)) {
      boolean paired =
          Character.isHighSurrogate(c)
              ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
              : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
      out.append(paired ? c : REPLACEMENT);
    } else if (Character.getType(c) == Character.SPACE_SEPARATOR) {
      out.append(' ');
    } else if (!isInvisible(c)) {
      out.append(c);
    }
  }

  /** Format characters go, but for the two joiners, which change words of some scripts. */
  private static boolean isInvisible(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> true;
      case Character.FORMAT -> c != '\u200C' && c != '\u200D';
      default -> c == '\uFFFE' || c == '\uFFFF';
    };
  }
}
