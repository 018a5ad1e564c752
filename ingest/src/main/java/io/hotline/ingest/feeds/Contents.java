package io.hotline.ingest.feeds;

import io.hotline.ingest.TextForm;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * How a piece of text is written. Atom says it (1.0 in {@code type}, 0.3 in {@code mode} too), and
 * is believed where the text agrees; RSS has never decided it.
 */
final class Contents {

  private Contents() {}

  /** The text of an element; null if there is none. */
  static @Nullable FeedText of(@Nullable Element element, @Nullable String language) {
    if (element == null) {
      return null;
    }
    String own = Inherited.language(element);
    String spoken = own == null ? language : own;
    String type = lower(Fields.attribute(element, "type"));
    String mode = lower(Fields.attribute(element, "mode"));
    String encoding = lower(Fields.attribute(element, "encoding"));
    FeedText text =
        read(element, type, mode, encoding, spoken == null || spoken.isBlank() ? null : spoken);
    return text.isBlank() ? null : text;
  }

  private static FeedText read(
      Element element, String type, String mode, String encoding, @Nullable String language) {
    if (!element.children().isEmpty() && !mode.equals("escaped") && !Fields.neverClosed(element)) {
      return new FeedText(inner(element), TextForm.HTML, language);
    }
    String written = Fields.plain(element);
    if (mode.equals("base64") || encoding.equals("base64") || isBinary(type)) {
      String decoded = base64(written);
      if (decoded != null) {
        return new FeedText(decoded, isHtml(type) ? TextForm.HTML : TextForm.UNSAID, language);
      }
    }
    if (type.equals("xhtml")) {
      // Without elements, only its characters are references.
      return new FeedText(written, TextForm.UNSAID, language);
    }
    if (isHtml(type)) {
      return new FeedText(written, TextForm.HTML, language);
    }
    return new FeedText(written, type.equals("text") ? TextForm.PLAIN : TextForm.UNSAID, language);
  }

  private static boolean isHtml(String type) {
    return type.equals("html") || type.equals("text/html") || type.equals("application/xhtml+xml");
  }

  /** RFC 4287, 4.1.3.3: everything else that is no text and no XML is written in Base64. */
  private static boolean isBinary(String type) {
    return type.contains("/")
        && !type.startsWith("text/")
        && !type.endsWith("/xml")
        && !type.endsWith("+xml");
  }

  private static @Nullable String base64(String written) {
    try {
      byte[] bytes = Base64.getDecoder().decode(written.replaceAll("\\s", ""));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A feed that says Base64 and writes text; the text is what we want.
      return null;
    }
  }

  private static String lower(@Nullable String value) {
    return value == null ? "" : value.toLowerCase(Locale.ROOT);
  }

  /** The markup inside an element as HTML: without prefixes, attributes and CDATA marks. */
  private static String inner(Element element) {
    StringBuilder html = new StringBuilder();
    boolean inline = !Vocabulary.name(element).startsWith("xhtml:");
    NodeVisitor writer =
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof CDataNode cdata && inline && cdata.parent() == element) {
              html.append(cdata.getWholeText());
            } else if (node instanceof TextNode text) {
              html.append(Entities.escape(text.getWholeText()));
            } else if (node instanceof Element inner && inner != element) {
              html.append('<').append(name(inner)).append('>');
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element inner && inner != element && !isVoid(name(inner))) {
              html.append("</").append(name(inner)).append('>');
            }
          }
        };
    NodeTraversor.traverse(writer, element);
    return html.toString();
  }

  private static String name(Element element) {
    return element.tag().localName().toLowerCase(Locale.ROOT);
  }

  private static boolean isVoid(String name) {
    return switch (name) {
      case "br", "hr", "img", "input", "wbr", "area", "col", "embed", "link", "meta", "source" ->
          true;
      default -> false;
    };
  }
}
