package io.hotline.ingest.sources;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import javax.xml.XMLConstants;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.JDOMParseException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;
import org.jdom2.located.LocatedJDOMFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Bytes to an XML tree, without ever reading anything else. */
final class FeedXml {

  /** Deeper trees are made to exhaust the stack. */
  private static final String DEPTH_PROPERTY =
      "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";

  private static final int MAX_DEPTH = 200;

  private FeedXml() {}

  /** What bytes hold. */
  sealed interface Parsed {

    /** A tree whose elements know their lines. */
    record Tree(Document document) implements Parsed {}

    /**
     * Not XML that is read here.
     *
     * @param line where it is wrong; 0 if it is wrong as a whole
     */
    record Broken(String errorType, long line, String problem) implements Parsed {}
  }

  /**
   * Parses XML. Document types are refused, for they can pull in any file or address.
   *
   * @param charset what the transport says, see RFC 7303; null leaves it to the document
   */
  static Parsed parse(byte[] bytes, @Nullable String charset) {
    SAXBuilder builder = new SAXBuilder(XMLReaders.NONVALIDATING, null, new LocatedJDOMFactory());
    builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    builder.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    builder.setProperty(DEPTH_PROPERTY, MAX_DEPTH);
    builder.setExpandEntities(false);
    int start = firstByte(bytes);
    InputSource source =
        new InputSource(new ByteArrayInputStream(bytes, start, bytes.length - start));
    if (charset != null && !hasByteOrderMark(bytes)) {
      source.setEncoding(charset);
    }
    try {
      return new Parsed.Tree(builder.build(source));
    } catch (JDOMParseException e) {
      return broken(e);
    } catch (JDOMException e) {
      return new Parsed.Broken("not-xml", 0, "not XML: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      // The parser lets a few names pass that the tree refuses, such as ":type".
      return new Parsed.Broken("not-xml", 0, "not XML with namespaces: " + e.getMessage());
    } catch (IOException e) {
      return new Parsed.Broken(
          "undecodable-text",
          0,
          "not in the encoding it says: " + e.getMessage() + "; correct its XML declaration");
    }
  }

  private static Parsed.Broken broken(JDOMParseException e) {
    Throwable cause = e.getCause();
    String problem =
        String.valueOf(cause == null ? e.getMessage() : cause.getMessage())
            .replaceFirst("^JAXP\\d+: ", "");
    int line = Math.max(e.getLineNumber(), 0);
    if (isUndecodable(e)) {
      return new Parsed.Broken(
          "undecodable-text",
          line,
          "not in the encoding it says (UTF-8 if it says none): %s; correct its XML declaration"
              .formatted(problem));
    }
    if (problem.contains("DOCTYPE")) {
      return new Parsed.Broken(
          "doctype-refused",
          line,
          "has a DOCTYPE, which could pull in other files, and is refused; ask the publisher for a"
              + " feed without it, or delete it from a copy");
    }
    return new Parsed.Broken(
        "not-xml",
        line,
        "not well-formed XML at column %d: %s".formatted(e.getColumnNumber(), problem));
  }

  private static boolean isUndecodable(Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof CharConversionException
          || (at instanceof SAXException sax
              && sax.getException() instanceof CharConversionException)) {
        return true;
      }
    }
    return false;
  }

  /**
   * An XML declaration must be the very first thing, and many servers print an empty line first.
   */
  private static int firstByte(byte[] bytes) {
    int start = 0;
    while (start < bytes.length
        && (bytes[start] == ' '
            || bytes[start] == '\t'
            || bytes[start] == '\r'
            || bytes[start] == '\n')) {
      start++;
    }
    return start;
  }

  private static boolean hasByteOrderMark(byte[] bytes) {
    if (bytes.length < 3) {
      return false;
    }
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    return (first == 0xEF && second == 0xBB && (bytes[2] & 0xFF) == 0xBF)
        || (first == 0xFE && second == 0xFF)
        || (first == 0xFF && second == 0xFE);
  }
}
