package io.hotline.ingest.sources;

import io.hotline.ingest.Origin;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.feeds.FeedCharacters;
import io.hotline.ingest.feeds.Transport;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Messages of news agencies in the format IPTC 7901: after SOH a line with the agency's letters, a
 * number, priority, category and number of words, then a line of keywords; after STX the text;
 * after ETX the day and time of filing. Agencies differ in the rest.
 */
final class Iptc7901 {

  private static final byte SOH = 1;
  private static final byte STX = 2;
  private static final byte ETX = 3;
  private static final byte EOT = 4;
  private static final byte SYN = 0x16;

  private static final Pattern HEADER =
      Pattern.compile("\\s*([A-Za-z]{2,4})\\s?(\\d{3,4})\\s+(\\d)\\s+([A-Za-z]{1,3})\\b");

  /** Day, hour and minute, month, year: {@code 201234 GMT Jan 25}. */
  private static final Pattern FILED =
      Pattern.compile(
          "\\b(\\d{2})(\\d{2})(\\d{2})\\s*(?:GMT|UTC|Z)?\\s+(\\p{L}{3,9})\\.?\\s+(\\d{4}|\\d{2})\\b");

  private Iptc7901() {}

  /** Whether bytes begin as such a message does. */
  static boolean isWire(byte[] start) {
    int at = 0;
    while (at < start.length && (start[at] == SYN || start[at] == '\r' || start[at] == '\n')) {
      at++;
    }
    return at < start.length && start[at] == SOH;
  }

  /** One document a message. Never throws for what is in them. */
  static List<Reading> read(byte[] bytes, Origin origin, Instant seen, SourceOptions options) {
    List<Reading> readings = new ArrayList<>();
    int from = next(bytes, SOH, 0);
    while (from < bytes.length) {
      int to = next(bytes, SOH, from + 1);
      readings.add(message(Arrays.copyOfRange(bytes, from, to), origin, seen, options));
      from = to;
    }
    return readings;
  }

  /** Where a byte is found next; the end if nowhere. */
  private static int next(byte[] bytes, byte wanted, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  private static Reading message(byte[] bytes, Origin origin, Instant seen, SourceOptions options) {
    int text = next(bytes, STX, 0);
    int end = next(bytes, ETX, text);
    if (end == bytes.length) {
      return Rejected.atReading(
          origin,
          "cut-off",
          "the message ends before its text does; it was not sent whole, so read it again",
          ByteBuffer.wrap(bytes));
    }
    String header = decoded(bytes, 1, text);
    String filed = filed(decoded(bytes, end + 1, next(bytes, EOT, end)));
    RawDocument.Builder document =
        RawDocument.at(origin, seen, ByteBuffer.wrap(bytes), "").published(filed);
    Matcher line = HEADER.matcher(header);
    String agency = null;
    if (line.lookingAt()) {
      agency = line.group(1).toLowerCase(java.util.Locale.ROOT);
      // The numbers begin again every day.
      document.itemId(filed == null ? null : agency + line.group(2) + ' ' + filed.split(" ")[0]);
      document.tags(keywords(header.substring(line.end())));
    }
    document.source(options.sourceOr(agency));
    PlainForm.article(decoded(bytes, text + 1, end), document);
    return document.build();
  }

  private static String decoded(byte[] bytes, int from, int to) {
    byte[] part = Arrays.copyOfRange(bytes, Math.min(from, to), to);
    return FeedCharacters.of(part, Transport.NONE).text();
  }

  /** The line after the header's: {@code Politics/Talks/Geneva/}. */
  private static List<String> keywords(String rest) {
    List<String> keywords = new ArrayList<>();
    String[] lines = rest.split("\\R", -1);
    for (int i = 1; i < lines.length && keywords.isEmpty(); i++) {
      for (String word : lines[i].split("/", -1)) {
        if (!word.isBlank()) {
          keywords.add(word.strip());
        }
      }
    }
    return keywords;
  }

  /** Null if nobody says when. */
  private static @Nullable String filed(String trailer) {
    Matcher when = FILED.matcher(trailer);
    if (!when.find()) {
      return null;
    }
    String year = when.group(5).length() == 2 ? century(when.group(5)) : when.group(5);
    return "%s-%s-%s %s:%s"
        .formatted(when.group(1), when.group(4), year, when.group(2), when.group(3));
  }

  /** The format is of 1979. */
  private static String century(String year) {
    return (Integer.parseInt(year) >= 79 ? "19" : "20") + year;
  }
}
