package io.hotline.ingest.normalize;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Tag;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Markup to plain text with its paragraphs kept, by jsoup. */
final class HtmlText {

  /**
   * A character reference, or an opening or closing tag; which tags HTML knows is jsoup's to say.
   */
  private static final Pattern MARKUP =
      Pattern.compile(
          "&(?:#\\d{1,7}|#[xX]\\p{XDigit}{1,6}|[a-zA-Z]\\w{1,30});|</?([a-zA-Z][a-zA-Z0-9]*)(?:\\s[^<>]{0,2000})?/?>");

  /** What is not read aloud when an article is. */
  private static final String NOT_TEXT =
      "script,style,noscript,template,svg,form,button,select,textarea,head";

  private static final Pattern FRAME =
      Pattern.compile("</?iframe\\b[^>]*>", Pattern.CASE_INSENSITIVE);

  private HtmlText() {}

  /**
   * Whether text is written in HTML rather than in plain characters. A lone {@code <IBM>} or {@code
   * AT&T} is plain.
   */
  static boolean looksLikeHtml(String text) {
    Matcher markup = MARKUP.matcher(text);
    for (int at = nextMark(text, 0); at >= 0; at = nextMark(text, at + 1)) {
      if (markup.region(at, text.length()).lookingAt()) {
        String tag = markup.group(1);
        if (tag == null
            || Tag.isKnownTag(tag.toLowerCase(Locale.ROOT))
            || text.indexOf("</" + tag + ">", at) > at) {
          return true;
        }
      }
    }
    return false;
  }

  /** Where markup may begin; -1 if nowhere. */
  private static int nextMark(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '<' || c == '&') {
        return i;
      }
    }
    return -1;
  }

  /**
   * Plain text; blocks are separated by an empty line, {@code <br>} is one line feed, rows of a
   * table a line each.
   */
  static String toPlain(String html) {
    Element body = Jsoup.parseBodyFragment(withoutFrames(html)).body();
    body.select(NOT_TEXT).remove();
    Writer writer = new Writer();
    NodeTraversor.traverse(writer, body);
    return writer.out.toString().strip();
  }

  /**
   * What stands inside a frame is for browsers that know none, and a frame that is not closed would
   * swallow the rest.
   */
  private static String withoutFrames(String html) {
    return html.contains("<iframe") || html.contains("<IFRAME")
        ? FRAME.matcher(html).replaceAll("")
        : html;
  }

  private static final class Writer implements NodeVisitor {
    private final StringBuilder out = new StringBuilder();
    private int preformatted;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        append(text);
      } else if (node instanceof Element element) {
        switch (element.normalName()) {
          case "br" -> breakLine();
          case "tr" -> ensureLineStart();
          case "td", "th" -> space();
          case "pre" -> {
            preformatted++;
            breakBlock(element);
          }
          default -> breakBlock(element);
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        switch (element.normalName()) {
          case "tr" -> ensureLineStart();
          case "td", "th", "br" -> {}
          case "pre" -> {
            preformatted--;
            breakBlock(element);
          }
          default -> breakBlock(element);
        }
      }
    }

    private void append(TextNode node) {
      String text = node.getWholeText();
      if (preformatted > 0) {
        out.append(text);
        return;
      }
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (Character.isWhitespace(c)) {
          space();
        } else {
          out.append(c);
        }
      }
    }

    private void space() {
      if (out.length() > 0 && !Character.isWhitespace(out.charAt(out.length() - 1))) {
        out.append(' ');
      }
    }

    private void breakBlock(Element element) {
      if (element.isBlock() && !element.normalName().equals("body")) {
        ensureLineStart();
        if (out.length() > 1 && out.charAt(out.length() - 2) != '\n') {
          out.append('\n');
        }
      }
    }

    private void ensureLineStart() {
      dropBlanks();
      if (out.length() > 0 && out.charAt(out.length() - 1) != '\n') {
        out.append('\n');
      }
    }

    private void breakLine() {
      dropBlanks();
      if (out.length() > 0) {
        out.append('\n');
      }
    }

    private void dropBlanks() {
      while (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
        out.setLength(out.length() - 1);
      }
    }
  }
}
