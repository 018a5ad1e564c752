package io.hotline.gateway.notice;

/**
 * News text made safe to stand among other text. It is hostile input: besides markup, which every
 * format escapes in its own way, it can hold characters that turn around what stands beside them,
 * break lines, or are no text at all.
 */
public final class PlainText {

  private PlainText() {}

  /**
   * On one line: white space becomes a space, controls and the characters that change the direction
   * of text are left out, half a surrogate pair becomes U+FFFD.
   */
  public static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isWhitespace(c) || c == 0x85 || c == 0xa0) {
                if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                  line.append(' ');
                }
              } else if (Character.isSurrogate((char) c) && Character.isBmpCodePoint(c)) {
                line.append('\ufffd');
              } else if (!isUnseen(c)) {
                line.appendCodePoint(c);
              }
            });
    return line.toString().stripTrailing();
  }

  /** As {@link #line}, and not longer than so many characters. */
  public static String line(String text, int most) {
    String line = line(text);
    if (line.length() <= most) {
      return line;
    }
    int end = most - 1;
    if (Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end) + "…";
  }

  /** Controls, and format characters but for the joiners that some scripts cannot do without. */
  private static boolean isUnseen(int c) {
    int type = Character.getType(c);
    boolean joiner = c == 0x200c || c == 0x200d;
    return type == Character.CONTROL
        || (type == Character.FORMAT && !joiner)
        || type == Character.UNASSIGNED
        || type == Character.PRIVATE_USE;
  }
}
