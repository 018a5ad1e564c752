package io.hotline.gateway.notice;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An Atom feed, RFC 4287. Ids are made of namespace, kind and record id, so that they stay the same
 * wherever and whenever the feed is read. All texts are {@code type="text"}: the XML writer escapes
 * markup, and {@link PlainText} has left out what XML cannot hold.
 */
public final class AtomFeed {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private AtomFeed() {}

  /**
   * A notice and when it was last changed.
   *
   * @param updated never before {@code published}, and later than that of what it updates
   */
  public record Entry(Notice notice, Instant updated) {}

  /**
   * Writes a feed.
   *
   * @param namespace of the topics
   * @param name of the topic, as in the feed's address
   * @param self the feed's address, relative
   */
  public static byte[] write(
      String namespace, String name, String title, String self, List<Entry> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.setDefaultNamespace(ATOM);
      xml.writeStartElement(ATOM, "feed");
      xml.writeDefaultNamespace(ATOM);
      element(xml, "id", id(namespace, "feed", name));
      element(xml, "title", PlainText.line(title));
      element(
          xml,
          "updated",
          entries.stream()
              .map(Entry::updated)
              .max(Instant::compareTo)
              .orElse(Instant.EPOCH)
              .toString());
      author(xml, "Hotline");
      link(xml, "self", self);
      element(xml, "generator", "Hotline");
      for (Entry entry : entries) {
        write(xml, namespace, entry);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("an array of bytes failed", e);
    }
    return bytes.toByteArray();
  }

  private static void write(XMLStreamWriter xml, String namespace, Entry entry)
      throws XMLStreamException {
    Notice notice = entry.notice();
    xml.writeStartElement(ATOM, "entry");
    element(xml, "id", id(namespace, notice.kind().label(), notice.id()));
    element(xml, "title", notice.title());
    element(xml, "published", notice.published().toString());
    element(xml, "updated", entry.updated().toString());
    author(xml, notice.reportedBy().isEmpty() ? "Hotline" : notice.reportedBy().get(0));
    category(xml, "rule", notice.ruleId());
    category(xml, "status", notice.status());
    category(xml, "mode", notice.mode());
    for (String party : notice.parties()) {
      category(xml, "country", party);
    }
    String url = notice.url();
    if (url != null) {
      link(xml, "alternate", url);
    }
    element(xml, "content", content(notice));
    xml.writeEndElement();
  }

  private static String content(Notice notice) {
    String taken = notice.holds() ? "" : "This no longer holds. ";
    String by = String.join(" < ", notice.reportedBy());
    return taken + notice.sentence() + (by.isEmpty() ? "" : " (" + by + ")");
  }

  private static String id(String namespace, String kind, String id) {
    String name = "hotline/" + namespace + "/" + kind + "/" + id;
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static void author(XMLStreamWriter xml, String name) throws XMLStreamException {
    xml.writeStartElement(ATOM, "author");
    element(xml, "name", name.isEmpty() ? "unknown" : name);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String address)
      throws XMLStreamException {
    xml.writeEmptyElement(ATOM, "link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", address);
  }

  private static void category(XMLStreamWriter xml, String scheme, String term)
      throws XMLStreamException {
    xml.writeEmptyElement(ATOM, "category");
    xml.writeAttribute("scheme", "urn:hotline:" + scheme);
    xml.writeAttribute("term", term);
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(ATOM, name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
