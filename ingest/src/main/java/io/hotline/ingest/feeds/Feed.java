package io.hotline.ingest.feeds;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A feed that was read.
 *
 * @param encoding the name of the encoding it was read in, as the feed or its header spells it
 * @param link address of the site, not of the feed
 * @param updated date of the last change, as written
 * @param ttl how long the publisher asks not to ask again; null if it does not say
 * @param skipHours hours of the day, 0 to 23 in UTC, at which nothing new comes
 */
public record Feed(
    String encoding,
    @Nullable FeedText title,
    @Nullable FeedText subtitle,
    @Nullable String id,
    @Nullable String link,
    @Nullable String published,
    @Nullable String updated,
    @Nullable String language,
    List<Person> authors,
    @Nullable Duration ttl,
    Set<Integer> skipHours,
    List<Entry> entries)
    implements FeedParse {

  public Feed {
    authors = List.copyOf(authors);
    skipHours = Set.copyOf(skipHours);
    entries = List.copyOf(entries);
  }
}
