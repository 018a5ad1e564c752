package io.hotline.processors;

import io.hotline.processors.stories.Identity;
import io.hotline.schemas.record.DateBasis;
import io.hotline.schemas.record.NewsItem;
import java.time.Instant;
import java.util.Optional;

/** What an item must be, and what makes it the same as another copy of itself. */
final class ItemContent {

  /**
   * Nothing that calls itself news is older: the first telegraphed news is of 1844, and an earlier
   * date is a parser's mistake.
   */
  static final Instant EARLIEST = Instant.parse("1800-01-01T00:00:00Z");

  private ItemContent() {}

  /** What keeps an item from being read. */
  record Fault(String errorType, String error) {}

  static Optional<Fault> fault(String key, NewsItem item, ItemLimits limits, int bytes) {
    if (!key.equals(item.getId())) {
      return Optional.of(
          new Fault(
              "wrong-key",
              "the record's key is '"
                  + shortened(key)
                  + "' and the item's id '"
                  + shortened(item.getId())
                  + "'; send the item with its id as key, so that all its revisions meet in one"
                  + " partition"));
    }
    if (item.getText().isBlank()) {
      return Optional.of(
          new Fault("empty-text", "the item has no text; nothing can be read in it"));
    }
    if (item.getText().length() > limits.textUnits()) {
      return Optional.of(
          new Fault(
              "too-large",
              "the text has "
                  + item.getText().length()
                  + " UTF-16 units, more than the "
                  + limits.textUnits()
                  + " that are read; split it"));
    }
    if (bytes > limits.bytes()) {
      return Optional.of(
          new Fault(
              "too-large",
              "the item has "
                  + bytes
                  + " bytes, more than the "
                  + limits.bytes()
                  + " that are read; shorten its headline, tags or authors"));
    }
    return Optional.empty();
  }

  /**
   * The item with a date that can be: one after {@code seen}, or before {@link #EARLIEST}, is cut
   * to {@code seen} and marked. Reads no clock: the door's {@code seen} is part of the item.
   */
  static NewsItem withPossibleDate(NewsItem item) {
    if (!item.getPublished().isAfter(item.getSeen()) && !item.getPublished().isBefore(EARLIEST)) {
      return item;
    }
    return NewsItem.newBuilder(item)
        .setPublished(item.getSeen())
        .setPublishedBasis(DateBasis.CLAMPED)
        .build();
  }

  /**
   * Hash of everything in the item but {@code seen}, and but {@code published} where nobody stated
   * it: there it is only another way to say when this copy was seen.
   */
  static String hash(NewsItem item) {
    boolean stated =
        item.getPublishedBasis() != DateBasis.ARRIVAL
            && item.getPublishedBasis() != DateBasis.CLAMPED;
    return Identity.start("item")
        .with(item.getId())
        .with(item.getSource())
        .with(item.getSourceItemId())
        .with(item.getUrl())
        .with(item.getHeadline())
        .with(item.getText())
        .with(item.getLanguage())
        .with(stated ? item.getPublished().toEpochMilli() : -1)
        .with(item.getPublishedBasis().name())
        .with(item.getPubStatus().name())
        .with(item.getAuthors())
        .with(item.getTags())
        .end();
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }
}
