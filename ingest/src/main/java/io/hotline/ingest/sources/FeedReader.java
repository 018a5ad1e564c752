package io.hotline.ingest.sources;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.hotline.ingest.Origin;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.sources.FeedXml.Parsed;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** A whole feed, RSS or Atom, to one document an entry; by ROME. */
final class FeedReader {

  private final SourceOptions options;

  FeedReader(SourceOptions options) {
    this.options = options;
  }

  /**
   * Reads a feed. Never throws for what is in it.
   *
   * @param charset what the transport says; null if it says nothing
   * @param name what messages call the feed
   * @param collection who published it, if neither the feed nor its addresses tell
   */
  List<Reading> read(
      byte[] bytes, @Nullable String charset, String name, String collection, Instant seen) {
    Parsed parsed = FeedXml.parse(bytes, charset);
    if (parsed instanceof Parsed.Broken broken) {
      return List.of(
          Rejected.atReading(
              new Origin(name, broken.line()),
              broken.errorType(),
              broken.problem(),
              ByteBuffer.wrap(bytes)));
    }
    Document tree = ((Parsed.Tree) parsed).document();
    List<Element> elements = entryElements(tree.getRootElement());
    SyndFeed feed;
    try {
      feed = new SyndFeedInput(false, Locale.ROOT).build(tree);
    } catch (FeedException | IllegalArgumentException e) {
      return List.of(notAFeed(tree.getRootElement(), name, bytes, String.valueOf(e.getMessage())));
    } catch (NullPointerException | ClassCastException | IndexOutOfBoundsException e) {
      // ROME trusts a feed to have what its version demands, and fails so where it has not.
      return List.of(
          notAFeed(
              tree.getRootElement(), name, bytes, "it lacks an element that its version demands"));
    }
    List<SyndEntry> entries = feed.getEntries();
    if (entries.size() != elements.size()) {
      return List.of(
          Rejected.atReading(
              Origin.of(name),
              "unreadable-feed",
              "the feed has %d entries of which %d can be read; is it a mixture of formats?"
                  .formatted(elements.size(), entries.size()),
              ByteBuffer.wrap(bytes)));
    }
    FeedEntry reader = new FeedEntry(feed, tree.getRootElement(), name, collection, seen, options);
    List<Reading> readings = new ArrayList<>(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      readings.add(reader.read(entries.get(i), elements.get(i)));
    }
    return readings;
  }

  private static Rejected notAFeed(Element root, String name, byte[] bytes, String why) {
    return Rejected.atReading(
        Origin.of(name),
        "not-a-feed",
        "XML with the root <%s> that is no feed known here (RSS, RDF or Atom): %s"
            .formatted(root.getQualifiedName(), why),
        ByteBuffer.wrap(bytes));
  }

  /** In the order in which ROME gives the entries. */
  private static List<Element> entryElements(Element root) {
    List<Element> found = new ArrayList<>();
    boolean atom = root.getName().equals("feed");
    for (Element child : root.getChildren()) {
      if (child.getName().equals(atom ? "entry" : "item")) {
        found.add(child);
      } else if (!atom && child.getName().equals("channel")) {
        for (Element item : child.getChildren()) {
          if (item.getName().equals("item")) {
            found.add(item);
          }
        }
      }
    }
    return found;
  }
}
