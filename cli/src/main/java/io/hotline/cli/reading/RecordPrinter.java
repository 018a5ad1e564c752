package io.hotline.cli.reading;

import io.hotline.schemas.RecordJson;
import java.io.PrintStream;
import org.apache.avro.specific.SpecificRecord;

/** Prints records in one of the formats of {@code subscribe}. Not safe for several threads. */
public abstract sealed class RecordPrinter {

  /** The formats there are. */
  public enum Format {
    /** For people. */
    TABLE,
    /** One JSON array. */
    JSON,
    /** One JSON object a line. */
    NDJSON
  }

  final PrintStream out;

  RecordPrinter(PrintStream out) {
    this.out = out;
  }

  /** A printer of the format; {@code width} is the terminal's, in columns. */
  public static RecordPrinter of(Format format, PrintStream out, int width) {
    return switch (format) {
      case TABLE -> new Table(out, width);
      case JSON -> new Json(out);
      case NDJSON -> new Ndjson(out);
    };
  }

  /** Prints one record. */
  public abstract void print(SpecificRecord value);

  /** Prints what follows the last record. */
  public void finish() {
    out.flush();
  }

  private static final class Table extends RecordPrinter {
    private final int width;

    Table(PrintStream out, int width) {
      super(out);
      this.width = width;
    }

    @Override
    public void print(SpecificRecord value) {
      out.println(RecordText.of(value, width));
      out.flush();
    }
  }

  private static final class Json extends RecordPrinter {
    private boolean first = true;

    Json(PrintStream out) {
      super(out);
    }

    @Override
    public void print(SpecificRecord value) {
      out.print(first ? "[ " : ", ");
      out.println(RecordJson.pretty(value));
      first = false;
    }

    @Override
    public void finish() {
      out.println(first ? "[]" : "]");
      out.flush();
    }
  }

  private static final class Ndjson extends RecordPrinter {
    Ndjson(PrintStream out) {
      super(out);
    }

    @Override
    public void print(SpecificRecord value) {
      out.println(RecordJson.line(value));
      out.flush();
    }
  }
}
