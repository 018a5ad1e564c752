package io.hotline.ingest;

import io.hotline.schemas.record.NewsItem;
import java.util.List;

/**
 * An item ready to be published.
 *
 * @param notices what had to be guessed or given up on the way, for people; each begins with the
 *     origin of the document
 */
public record Normalized(NewsItem item, List<String> notices) implements Outcome {

  public Normalized {
    notices = List.copyOf(notices);
  }
}
