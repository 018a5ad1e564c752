package io.hotline.ingest.sources;

import io.hotline.ingest.NewsSource;
import io.hotline.ingest.Reading;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source that is small enough to be read whole, when its first reading is asked for. */
abstract class WholeSource implements NewsSource {

  private final String name;
  private @Nullable Iterator<Reading> readings;

  WholeSource(String name) {
    this.name = name;
  }

  /**
   * Reads everything.
   *
   * @throws io.hotline.ingest.SourceException if it cannot be read
   */
  abstract List<Reading> readAll();

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final boolean hasNext() {
    return readings().hasNext();
  }

  @Override
  public final Reading next() {
    return readings().next();
  }

  private Iterator<Reading> readings() {
    if (readings == null) {
      readings = readAll().iterator();
    }
    return readings;
  }

  @Override
  public void close() {}
}
