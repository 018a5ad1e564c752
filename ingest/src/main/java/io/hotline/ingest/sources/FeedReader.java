package io.hotline.ingest.sources;

import io.hotline.ingest.Origin;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.feeds.Entry;
import io.hotline.ingest.feeds.Feed;
import io.hotline.ingest.feeds.FeedParse;
import io.hotline.ingest.feeds.FeedParser;
import io.hotline.ingest.feeds.FeedText;
import io.hotline.ingest.feeds.Person;
import io.hotline.ingest.feeds.Transport;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A whole feed to one document an entry; a page in its place to the document of its article. */
public final class FeedReader {

  private final SourceOptions options;
  private final PageDocuments pages;

  public FeedReader(SourceOptions options) {
    this.options = options;
    this.pages = new PageDocuments(options);
  }

  /**
   * Reads a feed. Never throws for what is in it.
   *
   * @param name what messages call the feed
   * @param collection who published it, if neither the feed nor its addresses tell
   */
  public List<Reading> read(
      byte[] bytes, Transport transport, String name, String collection, Instant seen) {
    if (PageDocuments.isPage(bytes)) {
      return List.of(pages.read(bytes, transport, Origin.of(name), seen));
    }
    FeedParse parse = FeedParser.parse(bytes, transport);
    return parse instanceof Feed feed
        ? documents(feed, name, collection, seen)
        : List.of(rejected((FeedParse.NotAFeed) parse, name, bytes));
  }

  /** The dead letter for what is no feed. */
  static Rejected rejected(FeedParse.NotAFeed no, String name, byte[] bytes) {
    return Rejected.atReading(
        Origin.of(name), no.errorType(), no.problem(), ByteBuffer.wrap(bytes));
  }

  /** One document an entry, in the order of the feed. */
  public List<Reading> documents(Feed feed, String name, String collection, Instant seen) {
    List<Reading> readings = new ArrayList<>(feed.entries().size());
    String titled = feed.title() == null ? "" : feed.title().value();
    Set<String> shared = sharedIds(feed);
    String publisher = titled.isBlank() ? collection : titled;
    for (Entry entry : feed.entries()) {
      readings.add(document(feed, entry, shared, new Origin(name, entry.line()), publisher, seen));
    }
    return readings;
  }

  /** The one document in bytes that are known to hold one. */
  Reading only(byte[] bytes, Origin origin, String collection, Instant seen) {
    return FeedParser.parse(bytes, Transport.NONE) instanceof Feed feed
            && feed.entries().size() == 1
        ? document(feed, feed.entries().get(0), Set.of(), origin, collection, seen)
        : Rejected.atReading(
            origin, "not-ninjs", "looks like ninjs and is not", ByteBuffer.wrap(bytes));
  }

  /**
   * An id that one feed gives to entries with different titles and addresses names none of them.
   */
  private static Set<String> sharedIds(Feed feed) {
    Map<String, Entry> byId = new HashMap<>();
    Set<String> shared = new HashSet<>();
    for (Entry entry : feed.entries()) {
      Entry other = entry.id() == null ? null : byId.putIfAbsent(entry.id(), entry);
      if (other != null
          && entry.id() != null
          && !Objects.equals(other.link(), entry.link())
          && !Objects.equals(other.title(), entry.title())) {
        shared.add(entry.id());
      }
    }
    return shared;
  }

  private Reading document(
      Feed feed,
      Entry entry,
      Set<String> sharedIds,
      Origin origin,
      String collection,
      Instant seen) {
    ByteBuffer raw = ByteBuffer.wrap(entry.raw().getBytes(StandardCharsets.UTF_8));
    if (entry.cutOff()) {
      return Rejected.atReading(
          origin,
          "cut-off",
          "the feed ends inside this entry; it was not sent whole, so read the feed again",
          raw);
    }
    RawDocument.Builder document =
        RawDocument.at(origin, seen, raw, collection)
            .source(options.sourceOr(entry.source()))
            .itemId(entry.id() == null || sharedIds.contains(entry.id()) ? null : entry.id())
            .url(address(feed, entry))
            .published(entry.published())
            .changed(entry.updated())
            .language(entry.language())
            .pubStatus(entry.pubStatus())
            .authors(bylines(entry))
            .tags(entry.tags());
    FeedText title = entry.title();
    if (title != null) {
      document.headline(title.value(), title.form());
    }
    FeedText text = entry.longest();
    if (text != null) {
      document.body(text.value(), text.form());
    }
    return document.build();
  }

  /** The entry's own address; not the one of the whole site, which says nothing about the entry. */
  private static @Nullable String address(Feed feed, Entry entry) {
    String link = entry.link();
    return link == null || link.equals(feed.link()) ? null : link;
  }

  private static List<String> bylines(Entry entry) {
    return entry.authors().stream().map(Person::byline).filter(line -> !line.isBlank()).toList();
  }
}
