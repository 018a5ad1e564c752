package io.hotline.extraction.events;

import io.hotline.extraction.EventTime;
import io.hotline.extraction.TimePrecision;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds words of time in a sentence and resolves them against the day of publication, in UTC.
 * Nothing is resolved if that day is not known; the direction of words such as {@code next week} is
 * known all the same.
 */
final class Times {

  /** Where an expression points, seen from publication. */
  enum Direction {
    PAST,
    NOW,
    FUTURE,
    OPEN
  }

  /**
   * A stretch of words about time.
   *
   * @param from first token
   * @param to token after the last
   * @param ranges what it means, when the event lies behind and when it lies ahead; null if it
   *     cannot be resolved
   */
  record Mention(
      int from, int to, Direction direction, @Nullable Range past, @Nullable Range future) {}

  /** Days, the last one exclusive. */
  record Range(LocalDate from, LocalDate to, TimePrecision precision) {
    EventTime toEventTime(io.hotline.extraction.Span span) {
      return new EventTime(instant(from), instant(to), precision, span);
    }

    private static Instant instant(LocalDate day) {
      return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
  }

  private record Word(String kind, String value) {
    int number() {
      return Integer.parseInt(value);
    }
  }

  private record Inauguration(String person, LocalDate day) {}

  private final Map<String, List<Word>> words;
  private final List<Inauguration> inaugurations;

  private Times(Map<String, List<Word>> words, List<Inauguration> inaugurations) {
    this.words = words;
    this.inaugurations = inaugurations;
  }

  static Times load() {
    Map<String, List<Word>> words = new HashMap<>();
    for (String[] row : Tables.rows("time-words.tsv", 3)) {
      words.computeIfAbsent(row[0], k -> new ArrayList<>()).add(new Word(row[1], row[2]));
    }
    List<Inauguration> days = new ArrayList<>();
    for (String[] row : Tables.rows("inaugurations.tsv", 3)) {
      days.add(new Inauguration(row[1], LocalDate.parse(row[2])));
    }
    return new Times(Map.copyOf(words), List.copyOf(days));
  }

  /** The expressions of a sentence, in order. */
  List<Mention> in(Words sentence, @Nullable Instant published) {
    LocalDate today = published == null ? null : published.atOffset(ZoneOffset.UTC).toLocalDate();
    return new Reader(sentence, today).read();
  }

  private @Nullable Word word(String lower, String kind) {
    for (Word word : words.getOrDefault(lower, List.of())) {
      if (word.kind().equals(kind)) {
        return word;
      }
    }
    return null;
  }

  /** Reads one sentence. */
  private final class Reader {
    private final Words sentence;
    private final @Nullable LocalDate today;
    private final List<Mention> mentions = new ArrayList<>();

    Reader(Words sentence, @Nullable LocalDate today) {
      this.sentence = sentence;
      this.today = today;
    }

    List<Mention> read() {
      int t = sentence.from();
      while (t < sentence.to()) {
        t = Math.max(t + 1, at(t));
      }
      return mentions;
    }

    private int add(
        int from, int to, Direction direction, @Nullable Range past, @Nullable Range future) {
      if (sentence.lower(from - 1).equals("since")
          && past != null
          && today != null
          && past.from().isBefore(today)) {
        Range since = new Range(past.from(), today.plusDays(1), TimePrecision.RANGE);
        mentions.add(new Mention(from, to, Direction.PAST, since, since));
        return to;
      }
      mentions.add(new Mention(from, to, direction, past, future));
      return to;
    }

    private @Nullable Word at(int t, String kind) {
      return word(sentence.lower(t), kind);
    }

    private int at(int t) {
      int end = relative(t);
      if (end > t) {
        return end;
      }
      Word day = at(t, "day");
      if (day != null) {
        int offset = day.number();
        Range range = today == null ? null : days(today.plusDays(offset), 1, TimePrecision.DAY);
        return add(
            t,
            t + 1,
            offset < 0 ? Direction.PAST : offset > 0 ? Direction.FUTURE : Direction.NOW,
            range,
            range);
      }
      Word weekday = at(t, "weekday");
      if (weekday != null && sentence.capitalised(t)) {
        return weekday(t, t + 1, DayOfWeek.of(weekday.number()), "");
      }
      Word month = at(t, "month");
      if (month != null && sentence.capitalised(t)) {
        return month(t, Month.of(month.number()));
      }
      int year = year(t);
      if (year > 0
          && (sentence.lower(t - 1).equals("in")
              || sentence.lower(t - 1).equals("since")
              || sentence.lower(t - 1).equals("the")
              || sentence.lower(t - 1).equals("of"))) {
        return year(t, year);
      }
      Word vague = at(t, "vague");
      if (vague != null) {
        boolean soon = vague.value().equals("SOON");
        if (!soon || !sentence.lower(t - 1).equals("as")) {
          Range range =
              today == null
                  ? null
                  : soon
                      ? new Range(today, today.plusDays(30), TimePrecision.RANGE)
                      : new Range(today.minusDays(30), today, TimePrecision.RANGE);
          return add(t, t + 1, soon ? Direction.FUTURE : Direction.PAST, range, range);
        }
      }
      return t;
    }

    private Range days(LocalDate from, int count, TimePrecision precision) {
      return new Range(from, from.plusDays(count), precision);
    }

    private int year(int t) {
      String lower = sentence.lower(t);
      if (lower.length() == 4 && lower.chars().allMatch(Character::isDigit)) {
        int year = Integer.parseInt(lower);
        return year >= 1800 && year < 2100 ? year : 0;
      }
      return 0;
    }

    private int year(int t, int year) {
      Range range =
          new Range(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), TimePrecision.YEAR);
      return add(t, t + 1, direction(range), range, range);
    }

    private Direction direction(Range range) {
      if (today == null) {
        return Direction.OPEN;
      }
      return !range.to().isAfter(today)
          ? Direction.PAST
          : range.from().isAfter(today) ? Direction.FUTURE : Direction.NOW;
    }

    private int weekday(int from, int to, DayOfWeek day, String direction) {
      if (today == null) {
        return add(
            from,
            to,
            direction.equals("NEXT")
                ? Direction.FUTURE
                : direction.equals("LAST") ? Direction.PAST : Direction.OPEN,
            null,
            null);
      }
      LocalDate before = today.with(TemporalAdjusters.previousOrSame(day));
      LocalDate after = today.with(TemporalAdjusters.nextOrSame(day));
      if (direction.equals("LAST") && before.equals(today)) {
        before = today.minusDays(7);
      }
      if (direction.equals("NEXT")) {
        after = today.with(TemporalAdjusters.next(day));
        return add(
            from,
            to,
            Direction.FUTURE,
            days(after, 1, TimePrecision.DAY),
            days(after, 1, TimePrecision.DAY));
      }
      Direction known = direction.equals("LAST") ? Direction.PAST : Direction.OPEN;
      return add(
          from, to, known, days(before, 1, TimePrecision.DAY), days(after, 1, TimePrecision.DAY));
    }

    private int number(int t, int low, int high) {
      String lower = sentence.lower(t);
      if (lower.isEmpty() || lower.length() > 2 || !lower.chars().allMatch(Character::isDigit)) {
        return -1;
      }
      int value = Integer.parseInt(lower);
      return value >= low && value <= high ? value : -1;
    }

    private int month(int t, Month month) {
      int dayAfter = number(t + 1, 1, month.maxLength());
      int dayBefore = number(t - 1, 1, month.maxLength());
      int end = t + 1;
      int day = 0;
      if (dayAfter > 0) {
        day = dayAfter;
        end = t + 2;
      } else if (dayBefore > 0) {
        day = dayBefore;
      } else if (sentence.lower(t).equals("may")
          && !sentence.lower(t - 1).matches("in|last|next|of|early|late|since|by")) {
        return t;
      }
      int yearAt = sentence.lower(end).equals(",") ? end + 1 : end;
      int year = year(yearAt);
      if (year > 0) {
        LocalDate first = LocalDate.of(year, month, Math.max(1, Math.min(day, month.minLength())));
        Range range =
            day > 0
                ? days(first, 1, TimePrecision.DAY)
                : new Range(first, first.plusMonths(1), TimePrecision.MONTH);
        return add(t, yearAt + 1, direction(range), range, range);
      }
      if (today == null) {
        Word direction = at(t - 1, "direction");
        return add(
            t,
            end,
            direction == null
                ? Direction.OPEN
                : direction.value().equals("LAST")
                    ? Direction.PAST
                    : direction.value().equals("NEXT") ? Direction.FUTURE : Direction.OPEN,
            null,
            null);
      }
      Range thisYear = inYear(today.getYear(), month, day);
      Range before =
          thisYear.from().isAfter(today) ? inYear(today.getYear() - 1, month, day) : thisYear;
      Range after =
          thisYear.to().isAfter(today) ? thisYear : inYear(today.getYear() + 1, month, day);
      Word direction = at(t - 1, "direction");
      Direction known =
          direction == null
              ? Direction.OPEN
              : direction.value().equals("LAST")
                  ? Direction.PAST
                  : direction.value().equals("NEXT") ? Direction.FUTURE : Direction.OPEN;
      return add(t, end, known, before, after);
    }

    private Range inYear(int year, Month month, int day) {
      int length = month.length(java.time.Year.isLeap(year));
      LocalDate first = LocalDate.of(year, month, Math.max(1, Math.min(day, length)));
      return day > 0
          ? days(first, 1, TimePrecision.DAY)
          : new Range(first, first.plusMonths(1), TimePrecision.MONTH);
    }

    // ---- last week, next month, three days ago, within days

    private int relative(int t) {
      int k = t;
      String part = "";
      Word partWord = at(k, "part");
      if (partWord != null) {
        part = partWord.value();
        k++;
        while (sentence.lower(k).equals("of") || sentence.lower(k).equals("the")) {
          k++;
        }
      }
      Word within = at(k, "relation");
      boolean inside =
          within != null && within.value().equals("WITHIN")
              || sentence.lower(k).equals("in")
              || sentence.lower(k).equals("over")
              || sentence.lower(k).equals("for");
      String preposition = inside ? sentence.lower(k) : "";
      if (inside) {
        k++;
      }
      if (sentence.lower(k).equals("the")
          || sentence.lower(k).equals("nearly")
          || sentence.lower(k).equals("almost")
          || sentence.lower(k).equals("about")) {
        k++;
      }
      Word direction = at(k, "direction");
      if (direction != null) {
        k++;
      }
      int count = 0;
      boolean few = false;
      while (true) {
        Word number = at(k, "number");
        int digits = number(k, 1, 99);
        if (number != null) {
          few |= sentence.lower(k).matches("few|several|couple");
          count =
              sentence.lower(k).equals("a") || sentence.lower(k).equals("an")
                  ? Math.max(count, 1)
                  : number.number();
          k++;
        } else if (digits > 0) {
          count = digits;
          k++;
        } else if (count > 0 && sentence.lower(k).equals("of")) {
          k++;
        } else {
          break;
        }
      }
      Word weekday = at(k, "weekday");
      if (weekday != null && direction != null && count == 0 && sentence.capitalised(k)) {
        return weekday(
            t,
            k + 1,
            DayOfWeek.of(weekday.number()),
            direction.value().equals("COMING") ? "NEXT" : direction.value());
      }
      Word unit = at(k, "unit");
      if (unit == null) {
        return t;
      }
      int end = k + 1;
      if (count > 0 && isAgo(end) || count > 0 && sentence.lower(end).equals("earlier")) {
        return ago(t, end + 1, unit.value(), count, few);
      }
      while (sentence.lower(end).equals("\"")
          || sentence.lower(end).equals("”")
          || sentence.lower(end).equals("''")) {
        end++;
      }
      if (sentence.lower(end).equals("after") || sentence.lower(end).equals("following")) {
        int anchor = anchor(end + 1);
        if (anchor > 0) {
          return afterInauguration(t, anchor, unit.value(), Math.max(count, 3));
        }
      }
      if (direction != null) {
        return directed(t, end, direction.value(), unit.value(), count, part);
      }
      if (preposition.equals("in") && count > 0 || preposition.equals("within")) {
        int span = count > 0 ? count : 7;
        Range range =
            today == null
                ? null
                : new Range(
                    today, plus(today, unit.value(), span).plusDays(1), TimePrecision.RANGE);
        return add(t, end, Direction.FUTURE, range, range);
      }
      if (preposition.equals("for") && count > 0) {
        Range range =
            today == null
                ? null
                : new Range(plus(today, unit.value(), -count), today, TimePrecision.RANGE);
        return add(t, end, Direction.PAST, range, range);
      }
      return t;
    }

    private boolean isAgo(int t) {
      Word relation = at(t, "relation");
      return relation != null && relation.value().equals("AGO");
    }

    private LocalDate plus(LocalDate day, String unit, int count) {
      return switch (unit) {
        case "HOURS" -> day.plusDays(count / 24);
        case "DAYS", "WEEKEND" -> day.plusDays(count);
        case "WEEKS" -> day.plusWeeks(count);
        case "MONTHS" -> day.plusMonths(count);
        case "QUARTERS" -> day.plusMonths(3L * count);
        case "YEARS" -> day.plusYears(count);
        default -> day.plusYears(10L * count);
      };
    }

    private int ago(int t, int end, String unit, int count, boolean few) {
      if (today == null) {
        return add(t, end, Direction.PAST, null, null);
      }
      LocalDate day = plus(today, unit, -count);
      Range range =
          switch (unit) {
            case "HOURS" -> days(today.minusDays(1), 2, TimePrecision.DAY);
            case "DAYS" ->
                few
                    ? new Range(today.minusDays(7), today.minusDays(1), TimePrecision.RANGE)
                    : days(day, 1, TimePrecision.DAY);
            case "WEEKS" ->
                new Range(
                    day.minusDays(few ? 14 : 4), day.plusDays(few ? 14 : 4), TimePrecision.WEEK);
            case "MONTHS" -> new Range(day.minusDays(16), day.plusDays(16), TimePrecision.MONTH);
            default ->
                new Range(
                    LocalDate.of(day.getYear(), 1, 1),
                    LocalDate.of(day.getYear() + 1, 1, 1),
                    TimePrecision.YEAR);
          };
      return add(t, end, Direction.PAST, range, range);
    }

    private int directed(int t, int end, String direction, String unit, int count, String part) {
      Direction where =
          switch (direction) {
            case "NEXT", "COMING" -> Direction.FUTURE;
            case "LAST", "PAST" -> Direction.PAST;
            case "LATER" -> count > 0 ? Direction.OPEN : Direction.FUTURE;
            case "EARLIER" -> Direction.PAST;
            default -> Direction.NOW;
          };
      if (today == null) {
        return add(t, end, where, null, null);
      }
      boolean plural = unit.endsWith("S") && sentence.lower(end - 1).endsWith("s");
      if (count > 0 || plural) {
        int span = count > 0 ? count : unit.equals("DAYS") ? 7 : unit.equals("WEEKS") ? 4 : 6;
        Range range =
            where == Direction.PAST
                ? new Range(plus(today, unit, -span), today, TimePrecision.RANGE)
                : new Range(today, plus(today, unit, span).plusDays(1), TimePrecision.RANGE);
        return add(t, end, where, range, range);
      }
      int step =
          direction.equals("NEXT") || direction.equals("COMING")
              ? 1
              : direction.equals("LAST") ? -1 : 0;
      Range whole = whole(unit, step);
      Range range = part.isEmpty() ? whole : part(whole, part);
      if (direction.equals("LATER") && range.from().isBefore(today)) {
        range = new Range(today, range.to(), TimePrecision.RANGE);
      }
      if (direction.equals("EARLIER")) {
        range = new Range(range.from(), today.plusDays(1), TimePrecision.RANGE);
      }
      return add(t, end, where, range, range);
    }

    private Range whole(String unit, int step) {
      LocalDate now = java.util.Objects.requireNonNull(today);
      LocalDate monday = now.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      return switch (unit) {
        case "WEEKS" -> days(monday.plusWeeks(step), 7, TimePrecision.WEEK);
        case "WEEKEND" -> days(monday.plusWeeks(step).plusDays(5), 2, TimePrecision.DAY);
        case "MONTHS" ->
            new Range(
                now.withDayOfMonth(1).plusMonths(step),
                now.withDayOfMonth(1).plusMonths(step + 1L),
                TimePrecision.MONTH);
        case "QUARTERS" -> new Range(now.withDayOfMonth(1), now.plusMonths(3), TimePrecision.RANGE);
        case "YEARS" ->
            new Range(
                LocalDate.of(now.getYear() + step, 1, 1),
                LocalDate.of(now.getYear() + step + 1, 1, 1),
                TimePrecision.YEAR);
        case "DECADES" ->
            new Range(
                now.plusYears(10L * step), now.plusYears(10L * step + 10), TimePrecision.RANGE);
        default -> days(now.plusDays(step), 1, TimePrecision.DAY);
      };
    }

    private Range part(Range whole, String part) {
      long length = java.time.temporal.ChronoUnit.DAYS.between(whole.from(), whole.to());
      long third = Math.max(1, length / 3);
      return switch (part) {
        case "EARLY" -> new Range(whole.from(), whole.from().plusDays(third), TimePrecision.RANGE);
        case "MID" ->
            new Range(
                whole.from().plusDays(third), whole.to().minusDays(third), TimePrecision.RANGE);
        default -> new Range(whole.to().minusDays(third), whole.to(), TimePrecision.RANGE);
      };
    }

    /** The token after {@code his inauguration} at {@code t}; 0 if that does not stand there. */
    private int anchor(int t) {
      for (int k = t; k < t + 5; k++) {
        if (at(k, "anchor") != null) {
          return k + 1;
        }
      }
      return 0;
    }

    private int afterInauguration(int t, int end, String unit, int count) {
      Range range = null;
      if (today != null) {
        LocalDate day = inauguration();
        if (day != null) {
          range = new Range(day, plus(day, unit, count).plusDays(4), TimePrecision.RANGE);
        }
      }
      return add(t, end, range == null ? Direction.FUTURE : direction(range), range, range);
    }

    /** The day, nearest to publication, on which somebody named in the sentence took office. */
    private @Nullable LocalDate inauguration() {
      LocalDate now = java.util.Objects.requireNonNull(today);
      LocalDate best = null;
      for (Inauguration day : inaugurations) {
        for (int k = sentence.from(); k < sentence.to(); k++) {
          if (sentence.written(k).equals(day.person())
              && (best == null || distance(day.day(), now) < distance(best, now))) {
            best = day.day();
          }
        }
      }
      return best;
    }

    private static long distance(LocalDate a, LocalDate b) {
      return Math.abs(java.time.temporal.ChronoUnit.DAYS.between(a, b));
    }
  }
}
