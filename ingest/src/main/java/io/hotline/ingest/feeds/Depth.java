package io.hotline.ingest.feeds;

/** How deep the elements of a document are nested, at most; counted without building it. */
final class Depth {

  private Depth() {}

  static int of(String text) {
    int depth = 0;
    int deepest = 0;
    int close = 0;
    int at = text.indexOf('<');
    while (at >= 0 && at + 1 < text.length()) {
      char next = text.charAt(at + 1);
      int from = at + 1;
      if (next == '!') {
        from = skip(text, at);
      } else if (next == '/') {
        depth = Math.max(0, depth - 1);
      } else if (Character.isLetter(next) || next == '_') {
        close = close > at ? close : text.indexOf('>', at);
        if (close < 0) {
          return deepest;
        }
        depth += text.charAt(close - 1) == '/' ? 0 : 1;
        deepest = Math.max(deepest, depth);
      }
      at = text.indexOf('<', from);
    }
    return deepest;
  }

  private static int skip(String text, int at) {
    String end =
        text.startsWith("<!--", at) ? "-->" : text.startsWith("<![CDATA[", at) ? "]]>" : ">";
    int found = text.indexOf(end, at);
    return found < 0 ? text.length() : found + end.length();
  }
}
