package io.hotline.gateway.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reads the times of an address's query. */
final class EventTimes {

  private EventTimes() {}

  /**
   * A day ({@code 2025-01-20}, its beginning in UTC) or an instant ({@code 2025-01-20T10:00:00Z},
   * or with another offset).
   *
   * @throws IllegalArgumentException naming the parameter, its value and what is allowed
   */
  static Instant parse(String parameter, String value) {
    try {
      // A plus sign in a query is read as a space.
      return OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
    } catch (DateTimeException notAnInstant) {
      try {
        return LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
      } catch (DateTimeException neither) {
        throw new IllegalArgumentException(
            parameter
                + " '"
                + value
                + "': expected a day such as 2025-01-20 or an instant such as"
                + " 2025-01-20T10:00:00Z");
      }
    }
  }
}
