package io.hotline.extraction.events;

import io.hotline.extraction.TimePrecision;
import io.hotline.extraction.events.Times.Direction;
import io.hotline.extraction.events.Times.Inauguration;
import io.hotline.extraction.events.Times.Mention;
import io.hotline.extraction.events.Times.Range;
import io.hotline.extraction.events.Times.Word;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the expressions of time in one sentence. */
final class TimeReader {

  private final Times times;
  private final Words sentence;
  private final @Nullable LocalDate today;
  private final List<Mention> mentions = new ArrayList<>();

  TimeReader(Times times, Words sentence, @Nullable LocalDate today) {
    this.times = times;
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
    int before = sentence.lower(from - 1).equals("the") ? from - 2 : from - 1;
    if (sentence.lower(before).equals("since")
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
    return times.word(sentence.lower(t), kind);
  }

  private int at(int t) {
    if (!times.mayBegin(sentence.lower(t))) {
      return t;
    }
    int end = relative(t);
    if (end > t) {
      return end;
    }
    Word day = at(t, "day");
    if (day != null) {
      int offset = day.number();
      if (sentence.lower(t - 2).equals("day")
          && (sentence.lower(t - 1).equals("before") || sentence.lower(t - 1).equals("after"))) {
        offset *= 2; // "the day before yesterday"
      }
      Range range =
          today == null ? null : CalendarRanges.days(today.plusDays(offset), 1, TimePrecision.DAY);
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
    Word season = at(t, "season");
    if (season != null
        && sentence.lower(t - 1).equals("the") | sentence.lower(t - 1).equals("this")) {
      return season(t, Month.of(season.number()));
    }
    String lower = sentence.lower(t);
    int dash = lower.indexOf('-');
    Word partly = dash > 0 ? times.word(lower.substring(dash + 1), "month") : null;
    Word edge = dash > 0 ? times.word(lower.substring(0, dash), "part") : null;
    if (partly != null && edge != null) {
      return partOfMonth(t, Month.of(partly.number()), edge.value()); // "mid-February"
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
          CalendarRanges.days(after, 1, TimePrecision.DAY),
          CalendarRanges.days(after, 1, TimePrecision.DAY));
    }
    Direction known = direction.equals("LAST") ? Direction.PAST : Direction.OPEN;
    return add(
        from,
        to,
        known,
        CalendarRanges.days(before, 1, TimePrecision.DAY),
        CalendarRanges.days(after, 1, TimePrecision.DAY));
  }

  private int number(int t, int low, int high) {
    String lower = sentence.lower(t);
    if (lower.isEmpty() || lower.length() > 2 || !lower.chars().allMatch(Character::isDigit)) {
      return -1;
    }
    int value = Integer.parseInt(lower);
    return value >= low && value <= high ? value : -1;
  }

  /** {@code in the spring}, {@code in the summer of 2018}. */
  private int season(int t, Month first) {
    int yearAt = sentence.lower(t + 1).equals("of") ? t + 2 : t + 1;
    int year = year(yearAt);
    if (year > 0) {
      Range range = CalendarRanges.season(year, first);
      return add(t, yearAt + 1, direction(range), range, range);
    }
    if (today == null) {
      return add(t, t + 1, Direction.OPEN, null, null);
    }
    LocalDate now = today;
    Range here = CalendarRanges.season(now.getYear(), first);
    Range before =
        here.from().isAfter(now) ? CalendarRanges.season(now.getYear() - 1, first) : here;
    Range after = here.to().isAfter(now) ? here : CalendarRanges.season(now.getYear() + 1, first);
    return add(t, t + 1, Direction.OPEN, before, after);
  }

  private int partOfMonth(int t, Month month, String part) {
    if (today == null) {
      return add(t, t + 1, Direction.OPEN, null, null);
    }
    LocalDate now = today;
    Range here = CalendarRanges.inYear(now.getYear(), month, 0);
    Range before =
        here.from().isAfter(now) ? CalendarRanges.inYear(now.getYear() - 1, month, 0) : here;
    Range after =
        here.to().isAfter(now) ? here : CalendarRanges.inYear(now.getYear() + 1, month, 0);
    return add(
        t,
        t + 1,
        Direction.OPEN,
        CalendarRanges.part(before, part),
        CalendarRanges.part(after, part));
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
              ? CalendarRanges.days(first, 1, TimePrecision.DAY)
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
    Range thisYear = CalendarRanges.inYear(today.getYear(), month, day);
    Range before =
        thisYear.from().isAfter(today)
            ? CalendarRanges.inYear(today.getYear() - 1, month, day)
            : thisYear;
    Range after =
        thisYear.to().isAfter(today)
            ? thisYear
            : CalendarRanges.inYear(today.getYear() + 1, month, day);
    Word direction = at(t - 1, "direction");
    Direction known =
        direction == null
            ? Direction.OPEN
            : direction.value().equals("LAST")
                ? Direction.PAST
                : direction.value().equals("NEXT") ? Direction.FUTURE : Direction.OPEN;
    return add(t, end, known, before, after);
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
      Word second = at(k, "direction");
      if (second != null && second.value().equals("THIS")) {
        k++; // "later this month"
      }
    }
    if (sentence.lower(k).equals("a")
        && sentence.lower(k + 1).equals("matter")
        && sentence.lower(k + 2).equals("of")) {
      k += 3; // "in a matter of days"
      preposition = "within";
    }
    int count = 0;
    boolean few = false;
    while (true) {
      Word number = at(k, "number");
      int digits = number(k, 1, 99);
      if (number != null) {
        few |= isFew(sentence.lower(k));
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
      return ago(t, at(end + 1, "day") == null ? end + 1 : end + 2, unit.value(), count, few);
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
    if (!part.isEmpty() && sentence.lower(k - 1).equals("the")) {
      return directed(t, end, "THIS", unit.value(), count, part); // "at the end of the month"
    }
    if (isAhead(end)) {
      return directed(t, end, "COMING", unit.value(), count, part); // "in the days ahead"
    }
    if (unit.value().equals("WEEKEND") && sentence.lower(k - 1).equals("the")) {
      return weekend(t, end);
    }
    if (preposition.equals("in") && count > 0 || preposition.equals("within")) {
      int span = count > 0 ? count : 7;
      Range range =
          today == null
              ? null
              : new Range(
                  today,
                  CalendarRanges.plus(today, unit.value(), span).plusDays(1),
                  TimePrecision.RANGE);
      return add(t, end, Direction.FUTURE, range, range);
    }
    if (preposition.equals("for") && count > 0) {
      Range range =
          today == null
              ? null
              : new Range(
                  CalendarRanges.plus(today, unit.value(), -count), today, TimePrecision.RANGE);
      return add(t, end, Direction.PAST, range, range);
    }
    return t;
  }

  private static boolean isFew(String lower) {
    return lower.equals("few") || lower.equals("several") || lower.equals("couple");
  }

  private boolean isAhead(int t) {
    return sentence.lower(t).equals("ahead")
        || sentence.lower(t).equals("to") && sentence.lower(t + 1).equals("come");
  }

  /** {@code at the weekend}: the last one or the next. */
  private int weekend(int t, int end) {
    if (today == null) {
      return add(t, end, Direction.OPEN, null, null);
    }
    LocalDate now = today;
    LocalDate last = now.with(TemporalAdjusters.previous(DayOfWeek.SATURDAY));
    LocalDate next = now.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
    return add(
        t,
        end,
        Direction.OPEN,
        CalendarRanges.days(last, 2, TimePrecision.DAY),
        CalendarRanges.days(next, 2, TimePrecision.DAY));
  }

  private boolean isAgo(int t) {
    Word relation = at(t, "relation");
    return relation != null && relation.value().equals("AGO");
  }

  private int ago(int t, int end, String unit, int count, boolean few) {
    if (today == null) {
      return add(t, end, Direction.PAST, null, null);
    }
    LocalDate day = CalendarRanges.plus(today, unit, -count);
    Range range =
        switch (unit) {
          case "HOURS" -> CalendarRanges.days(today.minusDays(1), 2, TimePrecision.DAY);
          case "DAYS" ->
              few
                  ? new Range(today.minusDays(7), today.minusDays(1), TimePrecision.RANGE)
                  : CalendarRanges.days(day, 1, TimePrecision.DAY);
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
              ? new Range(CalendarRanges.plus(today, unit, -span), today, TimePrecision.RANGE)
              : new Range(
                  today, CalendarRanges.plus(today, unit, span).plusDays(1), TimePrecision.RANGE);
      return add(t, end, where, range, range);
    }
    if (direction.equals("PAST")) {
      LocalDate now = today;
      Range range =
          new Range(CalendarRanges.plus(now, unit, -1), now.plusDays(1), TimePrecision.RANGE);
      return add(t, end, where, range, range); // "over the past week"
    }
    int step =
        direction.equals("NEXT") || direction.equals("COMING")
            ? 1
            : direction.equals("LAST") ? -1 : 0;
    Range whole = CalendarRanges.whole(today, unit, step);
    Range range = part.isEmpty() ? whole : CalendarRanges.part(whole, part);
    if (direction.equals("LATER") && range.from().isBefore(today)) {
      range = new Range(today, range.to(), TimePrecision.RANGE);
    }
    if (direction.equals("EARLIER")) {
      range = new Range(range.from(), today.plusDays(1), TimePrecision.RANGE);
    }
    return add(t, end, where, range, range);
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
        range =
            new Range(day, CalendarRanges.plus(day, unit, count).plusDays(4), TimePrecision.RANGE);
      }
    }
    return add(t, end, range == null ? Direction.FUTURE : direction(range), range, range);
  }

  /** The day, nearest to publication, on which somebody named in the sentence took office. */
  private @Nullable LocalDate inauguration() {
    LocalDate now = java.util.Objects.requireNonNull(today);
    LocalDate best = null;
    for (Inauguration day : times.inaugurations()) {
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
    return Math.abs(ChronoUnit.DAYS.between(a, b));
  }
}
