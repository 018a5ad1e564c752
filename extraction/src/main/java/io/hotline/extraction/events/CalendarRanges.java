package io.hotline.extraction.events;

import io.hotline.extraction.TimePrecision;
import io.hotline.extraction.events.Times.Range;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** Arithmetic of days, weeks, months and their parts. */
final class CalendarRanges {

  private CalendarRanges() {}

  static Range days(LocalDate from, int count, TimePrecision precision) {
    return new Range(from, from.plusDays(count), precision);
  }

  static Range inYear(int year, Month month, int day) {
    int length = month.length(Year.isLeap(year));
    LocalDate first = LocalDate.of(year, month, Math.max(1, Math.min(day, length)));
    return day > 0
        ? days(first, 1, TimePrecision.DAY)
        : new Range(first, first.plusMonths(1), TimePrecision.MONTH);
  }

  static LocalDate plus(LocalDate day, String unit, int count) {
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

  static Range whole(LocalDate now, String unit, int step) {
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
          new Range(now.plusYears(10L * step), now.plusYears(10L * step + 10), TimePrecision.RANGE);
      default -> days(now.plusDays(step), 1, TimePrecision.DAY);
    };
  }

  static Range part(Range whole, String part) {
    long length = ChronoUnit.DAYS.between(whole.from(), whole.to());
    long third = Math.max(1, length / 3);
    return switch (part) {
      case "EARLY" -> new Range(whole.from(), whole.from().plusDays(third), TimePrecision.RANGE);
      case "MID" ->
          new Range(whole.from().plusDays(third), whole.to().minusDays(third), TimePrecision.RANGE);
      default -> new Range(whole.to().minusDays(third), whole.to(), TimePrecision.RANGE);
    };
  }

  static Range season(int year, Month first) {
    LocalDate from = LocalDate.of(year, first, 1);
    return new Range(from, from.plusMonths(3), TimePrecision.RANGE);
  }
}
