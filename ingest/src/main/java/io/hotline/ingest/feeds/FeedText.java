package io.hotline.ingest.feeds;

import io.hotline.ingest.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * A title, a summary or a content.
 *
 * @param value as written, if the form is HTML then with its markup
 * @param language BCP 47 tag that holds for it; null if nobody says
 */
public record FeedText(String value, TextForm form, @Nullable String language) {

  boolean isBlank() {
    return value.isBlank();
  }
}
