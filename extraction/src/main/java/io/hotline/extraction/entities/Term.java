package io.hotline.extraction.entities;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days, as far as they are known.
 *
 * @param from first day; null: since ever
 * @param to last day; null: to this day
 * @param endKnown false where {@code to} is only the last day that is vouched for
 */
public record Term(@Nullable LocalDate from, @Nullable LocalDate to, boolean endKnown) {

  /** Since ever, to this day. */
  static final Term ALWAYS = new Term(null, null, true);

  public Term {
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("ends before it begins: " + from + ".." + to);
    }
  }

  /** Whether the day is in it, for certain. */
  public boolean contains(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /** Whether the day is in it, or after an end that is not known. */
  public boolean mayContain(LocalDate day) {
    return contains(day) || !endKnown && to != null && day.isAfter(to);
  }

  /** Whether it was over before the day. */
  public boolean endedBefore(LocalDate day) {
    return endKnown && to != null && to.isBefore(day);
  }

  /** Whether it had begun by the day. */
  public boolean begunBy(LocalDate day) {
    return from == null || !from.isAfter(day);
  }

  /** Reads the two cells of a table; the end may carry a {@code +}: true then, end unknown. */
  static Term parse(String from, String to) {
    boolean open = to.endsWith("+");
    String end = open ? to.substring(0, to.length() - 1) : to;
    return new Term(
        from.isEmpty() ? null : day(from, true), end.isEmpty() ? null : day(end, false), !open);
  }

  private static LocalDate day(String text, boolean start) {
    try {
      return switch (text.length()) {
        case 4 -> LocalDate.of(Integer.parseInt(text), start ? 1 : 12, start ? 1 : 31);
        case 7 -> {
          YearMonth month = YearMonth.parse(text);
          yield start ? month.atDay(1) : month.atEndOfMonth();
        }
        case 10 -> LocalDate.parse(text);
        default -> throw new NotADate(text, start);
      };
    } catch (DateTimeException | NumberFormatException e) {
      throw new NotADate(text, start);
    }
  }

  /** A cell that should hold a date. */
  static final class NotADate extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String text;
    private final boolean start;

    NotADate(String text, boolean start) {
      super("'" + text + "' is not a date");
      this.text = text;
      this.start = start;
    }

    String text() {
      return text;
    }

    boolean isStart() {
      return start;
    }
  }
}
