package io.hotline.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the times that people type: a day, a minute, an instant; UTC where no zone is given. */
final class EventTimes implements ITypeConverter<Instant> {

  @Override
  public Instant convert(String value) {
    try {
      if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      if (value.matches(".*(Z|[+-]\\d{2}:?\\d{2})")) {
        return OffsetDateTime.parse(value).toInstant();
      }
      return LocalDateTime.parse(value).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'"
              + value
              + "' is not a time: write 2025-01-20, 2025-01-20T10:15 or 2025-01-20T10:15:00Z");
    }
  }
}
