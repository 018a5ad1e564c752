package io.hotline.ingest.normalize;

import io.hotline.ingest.normalize.DateReading.Known;
import io.hotline.ingest.normalize.DateReading.Unreadable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as news sources write them: RFC 822 and 2822 with their usual faults, ISO 8601 and
 * W3C-DTF, seconds and milliseconds since 1970, asctime, and English dates in words.
 *
 * <p>A date without a zone is UTC. A date without a time of day is its first moment. {@code
 * 01/02/2025} is the second of January unless one number shows otherwise; {@code 01.02.2025} is the
 * first of February. Thread-safe.
 */
final class Dates {

  /** Nothing that calls itself news on a computer is older: a date before is a missing date. */
  private static final Instant EARLIEST = Instant.parse("1800-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private static final long MAX_EPOCH_SECONDS = 99_999_999_999L;

  private static final Pattern DIGITS = Pattern.compile("\\d{9,17}(\\.\\d{1,9})?");
  private static final Pattern COMPACT =
      Pattern.compile(
          "(\\d{4})(\\d\\d)(\\d\\d)(?:T?(\\d\\d)(\\d\\d)(\\d\\d)?(?:[.,]\\d+)?\\s*(Z|[+-]\\d\\d:?\\d\\d)?)?");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})(?:\\2(\\d{1,2}))?(?![\\d])(.*)", Pattern.DOTALL);
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?!\\d)(.*)", Pattern.DOTALL);
  private static final Pattern DAY_MONTH_YEAR =
      Pattern.compile(
          "(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s,./-]+(\\p{L}{3,9})\\.?[\\s,./-]+(\\d{4}|\\d{2})(?!\\d)(.*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern MONTH_DAY_YEAR =
      Pattern.compile(
          "(\\p{L}{3,9})\\.?[\\s,./-]+(\\d{1,2})(?:st|nd|rd|th)?[\\s,./-]+(\\d{4})(?![\\d:])(.*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern ASCTIME =
      Pattern.compile(
          "(\\p{L}{3,9})\\s+(\\d{1,2})\\s+(\\d{1,2}:\\d\\d(?::\\d\\d)?)\\s+(.*?)(\\d{4})",
          Pattern.DOTALL);
  private static final Pattern TIME =
      Pattern.compile(
          "[\\sT_,]*(?:at\\s+|-\\s+)?(\\d{1,2})(?:[:.](\\d\\d)(?:[:.](\\d\\d)(?:[.,](\\d{1,9})\\d*)?)?)?\\s*(a\\.?m\\.?|p\\.?m\\.?)?"
              + "(?![\\d:])(.*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern OFFSET =
      Pattern.compile(
          "(?:GMT|UTC|UT|Z)?\\s*([+\\u2212-])\\s*(\\d{1,2}):?(\\d\\d)?(?:[\\s(\\[].*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern REGION = Pattern.compile("\\[?([A-Za-z]+/[A-Za-z_/+-]+)\\]?");
  private static final Pattern WEEKDAY = Pattern.compile("^\\p{L}{2,9}\\.?,?\\s+(?=[\\d\\p{L}])");

  private final CalendarWords words;

  Dates(CalendarWords words) {
    this.words = words;
  }

  /** Reads one date. Never throws. */
  DateReading read(String written) {
    String text = written.strip();
    if (text.isEmpty()) {
      return new Unreadable("is empty");
    }
    if (text.length() > 100) {
      return new Unreadable("is not a date: %d characters".formatted(text.length()));
    }
    Instant instant;
    try {
      instant = parse(text);
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      return new Unreadable("'" + text + "' is not a date that exists");
    }
    if (instant == null) {
      return new Unreadable("'" + text + "' is not a date in a known form");
    }
    if (instant.equals(Instant.EPOCH) || instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      return new Unreadable("'" + text + "' stands for a date that is not known");
    }
    return new Known(instant);
  }

  private @Nullable Instant parse(String text) {
    if (DIGITS.matcher(text).matches() && !isCompact(text)) {
      return epoch(text);
    }
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return compact(compact);
    }
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      String day = yearFirst.group(4);
      return moment(
          LocalDate.of(
              Integer.parseInt(yearFirst.group(1)),
              Integer.parseInt(yearFirst.group(3)),
              day == null ? 1 : Integer.parseInt(day)),
          yearFirst.group(5));
    }
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.matches()) {
      return numbers(numbers);
    }
    Instant inWords = inWords(text);
    if (inWords != null) {
      return inWords;
    }
    String withoutWeekday = WEEKDAY.matcher(text).replaceFirst("");
    return withoutWeekday.equals(text) ? null : parse(withoutWeekday);
  }

  /** Fourteen digits that begin with a year of ours are a date; as milliseconds they are 2600. */
  private static boolean isCompact(String text) {
    return (text.length() == 14 || text.length() == 12)
        && (text.startsWith("19") || text.startsWith("20"))
        && COMPACT.matcher(text).matches();
  }

  private static Instant epoch(String digits) {
    int point = digits.indexOf('.');
    long whole = Long.parseLong(point < 0 ? digits : digits.substring(0, point));
    return whole <= MAX_EPOCH_SECONDS ? Instant.ofEpochSecond(whole) : Instant.ofEpochMilli(whole);
  }

  private static Instant compact(Matcher m) {
    LocalDate day =
        LocalDate.of(
            Integer.parseInt(m.group(1)),
            Integer.parseInt(m.group(2)),
            Integer.parseInt(m.group(3)));
    if (m.group(4) == null) {
      return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    int seconds = m.group(6) == null ? 0 : Integer.parseInt(m.group(6));
    ZoneOffset zone =
        m.group(7) == null || m.group(7).equals("Z") ? ZoneOffset.UTC : ZoneOffset.of(m.group(7));
    return atTime(
        day, Integer.parseInt(m.group(4)), Integer.parseInt(m.group(5)), seconds, 0, zone);
  }

  private @Nullable Instant numbers(Matcher m) {
    int first = Integer.parseInt(m.group(1));
    int second = Integer.parseInt(m.group(3));
    boolean dayFirst = first > 12 || (!m.group(2).equals("/") && second <= 12);
    return moment(
        LocalDate.of(
            Integer.parseInt(m.group(4)), dayFirst ? second : first, dayFirst ? first : second),
        m.group(5));
  }

  private @Nullable Instant inWords(String text) {
    Matcher dayFirst = DAY_MONTH_YEAR.matcher(text);
    if (dayFirst.matches()) {
      int month = words.month(dayFirst.group(2));
      return month == 0
          ? null
          : moment(
              LocalDate.of(year(dayFirst.group(3)), month, Integer.parseInt(dayFirst.group(1))),
              dayFirst.group(4));
    }
    Matcher monthFirst = MONTH_DAY_YEAR.matcher(text);
    if (monthFirst.matches() && words.month(monthFirst.group(1)) > 0) {
      return moment(
          LocalDate.of(
              Integer.parseInt(monthFirst.group(3)),
              words.month(monthFirst.group(1)),
              Integer.parseInt(monthFirst.group(2))),
          monthFirst.group(4));
    }
    Matcher asctime = ASCTIME.matcher(text);
    if (asctime.matches() && words.month(asctime.group(1)) > 0) {
      return moment(
          LocalDate.of(
              Integer.parseInt(asctime.group(5)),
              words.month(asctime.group(1)),
              Integer.parseInt(asctime.group(2))),
          asctime.group(3) + " " + asctime.group(4).strip());
    }
    return null;
  }

  /** RFC 2822, section 4.3: two digits are 2000 to 2049 or 1950 to 1999. */
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() == 2 ? (year < 50 ? 2000 + year : 1900 + year) : year;
  }

  /** A day and what is written after it; null if that is no time of day. */
  private @Nullable Instant moment(LocalDate day, String rest) {
    if (rest.isBlank()) {
      return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    if (rest.strip().equalsIgnoreCase("Z")) {
      return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    Matcher time = TIME.matcher(rest);
    if (!time.matches()) {
      return null;
    }
    int hour = Integer.parseInt(time.group(1));
    String half = time.group(5);
    if (half == null && time.group(2) == null) {
      return null;
    }
    if (half != null) {
      boolean afternoon = half.toLowerCase(Locale.ROOT).startsWith("p");
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    int minute = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
    int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
    int nano = time.group(4) == null ? 0 : nanos(time.group(4));
    ZoneId zone = zone(time.group(6).strip());
    return zone == null ? null : atTime(day, hour, minute, second, nano, zone);
  }

  private static Instant atTime(
      LocalDate day, int hour, int minute, int second, int nano, ZoneId zone) {
    // 24:00 is the end of the day; a leap second is counted as the one before it.
    boolean endOfDay = hour == 24 && minute == 0 && second == 0;
    return (endOfDay ? day.plusDays(1) : day)
        .atTime(endOfDay ? 0 : hour, minute, Math.min(second, 59), nano)
        .atZone(zone)
        .toInstant();
  }

  private static int nanos(String fraction) {
    return Integer.parseInt((fraction + "000000000").substring(0, 9));
  }

  private @Nullable ZoneId zone(String written) {
    if (written.isEmpty()) {
      return ZoneOffset.UTC;
    }
    Matcher offset = OFFSET.matcher(written);
    if (offset.matches()) {
      int minutes =
          Integer.parseInt(offset.group(2)) * 60
              + (offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3)));
      return ZoneOffset.ofTotalSeconds((offset.group(1).equals("+") ? 60 : -60) * minutes);
    }
    Matcher region = REGION.matcher(written);
    if (region.matches()) {
      return ZoneId.of(region.group(1));
    }
    String name = written.replaceAll("[().]", "").strip();
    return words.zone(name);
  }
}
