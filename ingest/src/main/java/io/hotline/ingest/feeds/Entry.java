package io.hotline.ingest.feeds;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry as the feed has it. Dates are as written.
 *
 * @param line where it begins, from 1; 0 if lines mean nothing in this format
 * @param raw the characters it was read from
 * @param id guid, atom:id, rdf:about
 * @param link its address, absolute if anything tells where it leads from
 * @param contents full texts, in the order of the feed
 * @param published the date of first publication
 * @param updated the date of the last change
 * @param source the name of the publisher whom an aggregator's feed took it from
 * @param pubStatus IPTC publishing status; {@code canceled} for a tombstone (RFC 6721)
 * @param cutOff whether the feed ends inside it
 */
public record Entry(
    int line,
    String raw,
    @Nullable FeedText title,
    @Nullable String id,
    @Nullable String link,
    @Nullable FeedText summary,
    List<FeedText> contents,
    @Nullable String published,
    @Nullable String updated,
    List<Person> authors,
    List<String> tags,
    @Nullable String language,
    @Nullable String source,
    @Nullable String pubStatus,
    boolean cutOff) {

  public Entry {
    contents = List.copyOf(contents);
    authors = List.copyOf(authors);
    tags = List.copyOf(tags);
  }

  /** Full content rather than a summary: the longest text there is. */
  public @Nullable FeedText longest() {
    FeedText longest = summary;
    for (FeedText content : contents) {
      if (longest == null || content.value().length() >= longest.value().length()) {
        longest = content;
      }
    }
    return longest;
  }
}
