package io.hotline.ingest.normalize;

import io.hotline.ingest.RawDocument;
import io.hotline.ingest.normalize.DateReading.Known;
import io.hotline.ingest.normalize.DateReading.Unreadable;
import io.hotline.schemas.record.DateBasis;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides when an item was published: the feed's word, else the document's, else its address. */
final class Moments {

  private static final Pattern DATE_IN_NAME =
      Pattern.compile(
          "(?<![\\p{L}\\d])((?:19|20)\\d\\d)([-/_.]?)(\\d{2}|[A-Za-z]{3})\\2(\\d{2})(?!\\d)");

  private final CalendarWords words;
  private final Dates dates;

  Moments(CalendarWords words) {
    this.words = words;
    this.dates = new Dates(words);
  }

  Moment of(RawDocument document, @Nullable String url) {
    List<String> notices = new ArrayList<>();
    Instant fromFeed = read("published", document.published(), document, notices);
    if (fromFeed == null) {
      fromFeed = read("updated", document.changed(), document, notices);
    }
    if (fromFeed != null) {
      return notAfterSeen(fromFeed, DateBasis.FEED, document, notices);
    }
    Instant fromDocument = read("date", document.documentDate(), document, notices);
    if (fromDocument != null) {
      return notAfterSeen(fromDocument, DateBasis.DOCUMENT, document, notices);
    }
    Instant fromName = url == null ? null : inName(url);
    if (fromName == null && document.fileName() != null) {
      fromName = inName(document.fileName());
    }
    if (fromName != null) {
      return notAfterSeen(fromName, DateBasis.URL, document, notices);
    }
    return new Moment(document.seen(), document.seen(), DateBasis.ARRIVAL, notices);
  }

  private @Nullable Instant read(
      String field, @Nullable String written, RawDocument document, List<String> notices) {
    if (written == null || written.isBlank()) {
      return null;
    }
    DateReading reading = dates.read(written);
    if (reading instanceof Known known) {
      return known.instant();
    }
    if (reading instanceof Unreadable unreadable) {
      notices.add(
          "%s: %s: %s; looking for a date elsewhere"
              .formatted(document.origin(), field, unreadable.why()));
    }
    return null;
  }

  private static Moment notAfterSeen(
      Instant claimed, DateBasis basis, RawDocument document, List<String> notices) {
    Instant seen = document.seen();
    if (!claimed.isAfter(seen)) {
      return new Moment(claimed, claimed, basis, notices);
    }
    notices.add(
        "%s: published %s is in the future; using the time of arrival, %s"
            .formatted(document.origin(), claimed, seen));
    return new Moment(claimed, seen, DateBasis.CLAMPED, notices);
  }

  /** A whole day in an address or a file name, such as {@code /2025/01/20/} or {@code 20250120}. */
  private @Nullable Instant inName(String name) {
    Matcher m = DATE_IN_NAME.matcher(name);
    while (m.find()) {
      int month =
          Character.isDigit(m.group(3).charAt(0))
              ? Integer.parseInt(m.group(3))
              : words.month(m.group(3));
      try {
        return LocalDate.of(Integer.parseInt(m.group(1)), month, Integer.parseInt(m.group(4)))
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
      } catch (DateTimeException e) {
        // Eight digits that are no date, such as an article's number: the next match may be one.
      }
    }
    return null;
  }
}
